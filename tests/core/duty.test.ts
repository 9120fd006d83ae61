import { describe, expect, it } from 'vitest';
import { type Answered, ask, dutyAreas, dutyBearers, dutySheet, dutyTopics, openCore } from '../../core/index.ts';
import { compileAtlantis } from '../fixtures/atlantis/index.ts';

const local = `sources:
  act-3: { law: xa-pearl-act, article: "4", checked: text }
duties:
  - { id: pay-wages, bearer: municipality, source: act-3 }
  - { id: keep-the-desk-open, bearer: municipality, source: act-3 }
review: { on: 2026-06-01, every_months: 12 }
`;
const { emitted, problems } = compileAtlantis({ 'content/places/xa/reef/topics/unpaid-pearls/topic.yml': local });
if (!emitted) throw new Error(problems.map(({ file, what }) => `${file}: ${what}`).join('\n'));
const core = openCore(emitted.bundled, async (name) => new TextEncoder().encode(emitted.shards.get(name)).buffer as ArrayBuffer);

async function staffAnswer(place: string): Promise<Answered> {
  const answer = await ask({ text: 'boss no pay me pearls', place, reader: 'staff', askedAt: '2026-07-15T08:00:00Z', channel: 'slack' }, core);
  if (answer.outcome !== 'answered') throw new Error(answer.outcome);
  return answer;
}

describe('browsing duties', () => {
  it('goes from service area to bearer to topic, in the words of the language', async () => {
    expect(await dutyAreas('un', core)).toContainEqual({ code: 'work-and-pay', duties: 1 });
    expect(await dutyBearers('un', 'work-and-pay', core)).toEqual([{ code: 'employer', duties: 1 }]);
    const [english] = await dutyTopics('un', { area: 'work-and-pay', bearer: 'employer' }, 'en', core);
    const [arabic] = await dutyTopics('un', { area: 'work-and-pay', bearer: 'employer' }, 'ar', core);
    expect(english?.id).toBe('unpaid-pearls');
    expect(arabic?.title).toMatch(/\p{Script=Arabic}/u);
    expect(await dutyTopics('un', { area: 'work-and-pay', bearer: 'hospital' }, 'en', core)).toEqual([]);
  });

  it('a nearer layer replaces the duty of the same id, and a law of another place gives none', async () => {
    expect(await dutyBearers('xa/reef', 'work-and-pay', core)).toEqual([{ code: 'municipality', duties: 2 }]);
    expect(await dutyBearers('xa/poseidonis', 'work-and-pay', core)).toEqual([{ code: 'employer', duties: 1 }]);
    const areas = await dutyAreas('un', core);
    expect(areas.map(({ duties }) => duties)).toEqual(areas.map(({ duties }) => duties).sort((a, b) => b - a));
  });
});

describe('the sheet of a duty', () => {
  it("names bearer, article, for whom, the commitment and the resident's side", async () => {
    const sheet = await dutySheet(await staffAnswer('xa/poseidonis'), core);
    expect(sheet.topic.id).toBe('unpaid-pearls');
    expect(sheet.duties).toMatchObject([
      { id: 'pay-wages', bearer: 'employer', citation: { article: '1' }, commitments: [{ id: 'pay-fairly', title: 'Fair pay under the sea' }] },
    ]);
    expect(sheet.forWhom).toEqual(['everyone']);
    expect(sheet.right[0]?.name).toBe('answer');
    expect(sheet.asOf).toBe('2026-07-15');
  });

  it('gives one paragraph to paste, with each source once', async () => {
    const sheet = await dutySheet(await staffAnswer('xa/reef'), core);
    expect(sheet.duties).toHaveLength(2);
    expect(JSON.stringify(sheet.paste?.blocks)).toContain('The employer pays.');
    expect(sheet.paste?.citations).toMatchObject([{ article: '4' }]);
  });

  it('gives none where nobody has written the duty', async () => {
    const answer = await staffAnswer('xa/reef');
    const unwritten = { ...answer, sections: answer.sections.filter(({ name }) => name !== 'duty') };
    expect((await dutySheet(unwritten, core)).paste).toBeNull();
  });
});
