/** The assessment of an invented town, with the real framework: from empty to a reviewed report, in conversations. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import { beforeAll, describe, expect, it } from 'vitest';
import { Assessments } from '../../../bot/assessments.ts';
import { Access, type Database } from '../../../bot/database.ts';
import { type Bundled, commitments, openCore, readAssessment } from '../../../core/index.ts';
import bundledJson from '../../../dist/bundled.json';
import { sample } from '../../proof/table.ts';
import { viewProblems } from '../../slack/limits.ts';
import { type Person, Workspace } from './workspace.ts';

const core = openCore(bundledJson as unknown as Bundled, async (name) => (await env.ASSETS.fetch(`http://x/content/${name}.json`)).arrayBuffer());
const store = new Assessments(new Access(env.DB));
const clock = { now: '2026-03-02T09:00:00Z' };
const desk = (more = {}) => new Workspace(core, { now: () => new Date(clock.now), ...more });
const proof = { choice: '2', evidence: 'Council minutes', owner: 'Social office', due: '2026-03-20' };

beforeAll(() => applyD1Migrations(env.DB as never, migrations));

async function start(person: Person, town = 'Lower Kelp'): Promise<void> {
  await person.types('/assess');
  await person.clicks('assess_start', 'start');
  await person.submits({ town, place: 'at', small: 'yes' });
}

/** The commitment of the form on the screen. */
function asked({ view }: Person): string {
  return String((JSON.parse(view?.private_metadata ?? '{}') as { c?: string }).c);
}

describe('the whole way of a town', () => {
  const workspace = desk();
  const ana = workspace.person('UANA');
  const bob = workspace.person('UBOB');

  it('begins empty', async () => {
    expect(await ana.types('/assess')).toContain('Your city has not started yet');
    expect(await ana.opensHome()).toContain('Your city has not started yet');
  });

  it('is given a name, a law and a size, and asks the first question with its levels; a small town sees the cheap step first', async () => {
    await ana.clicks('assess_start', 'start');
    await ana.submits({ town: '' });
    expect(Object.values(ana.errors)).toEqual(['Please write something here.']);
    await ana.submits({ town: 'Lower Kelp', place: 'at', small: 'yes' });
    const form = JSON.stringify(ana.view);
    expect(form).toContain('A first step that costs little');
    expect(form.indexOf('A first step that costs little')).toBeLessThan(form.indexOf('*Level 0*'));
  });

  it('shows what is wrong at the field', async () => {
    await ana.submits({ choice: 'not-ours', link: 'https://ok.example' });
    expect(Object.entries(ana.errors)).toEqual([[expect.stringMatching(/^notOurs\|/), 'Name the law that gives this task to somebody else.']]);
  });

  it('answers all of them, one form after the other', async () => {
    const all = await commitments('en', 'at', core);
    expect(all).toHaveLength(38);
    const seen = new Set<string>();
    for (let n = 0; ana.view?.callback_id === 'entry' && n < 50; n++) {
      seen.add(asked(ana));
      const answer = n === 3 ? { choice: 'not-ours', notOurs: 'State act 7' } : n === 5 ? { choice: '3' } : n === 7 ? { choice: '0' } : proof;
      await ana.submits(answer);
      expect(ana.errors).toEqual({});
    }
    expect(seen.size).toBe(38);
    expect(JSON.stringify(ana.view)).toContain('Every item is answered');
    expect((await store.load(`slack:${workspace.team}`))?.changes).toHaveLength(38);
  });

  it('shows where the town stands, why not higher, what is due and what comes next', async () => {
    const seen = await ana.types('/assess');
    for (const words of ['Answered: 38 of 38', 'Not higher, because these are the weakest', 'Due soon', 'Next steps', 'This is no ranking'])
      expect(seen).toContain(words);
    expect(seen).toMatch(/Own level\*: Level 1/);
    const home = await ana.opensHome();
    expect(home).toContain('views.publish');
    expect(home).toContain('Lower Kelp');
  });

  it('a level without proof counts as nothing, and its form says so', async () => {
    const unproven = (await store.load(`slack:${workspace.team}`))?.changes.find(({ entry }) => entry.level === 3)?.commitment ?? '';
    await ana.types('/assess');
    await ana.clicks('assess_choose', unproven);
    expect(asked(ana)).toBe(unproven);
    await bob.types('/assess');
    await bob.clicks('assess_review', 'review');
    while (bob.view && asked(bob) !== unproven)
      await bob.submits({ seen: '2', name: 'Bo Finn', organisation: 'Reef House', kind: 'civil-society', comment: '' });
    expect(JSON.stringify(bob.view)).toContain('No proof yet, so it counts as nothing.');
  });

  it('nobody reviews what they answered themselves', async () => {
    await ana.types('/assess');
    await ana.clicks('assess_review', 'review');
    expect(JSON.stringify(ana.view)).toContain('Please let somebody else review it');
  });

  it('a second person reviews the rest, signed; both levels stay', async () => {
    for (let n = 0; bob.view?.callback_id === 'remark' && n < 60; n++) await bob.submits({ seen: '1', comment: '<!channel> seen at the desk' });
    const seen = await bob.types('/assess');
    expect(seen).toContain('Level after review');
    expect(seen).toContain('Reviewed: 37 of 37');
  });

  it('an answer that changes makes the remark one of the past, and the history keeps both', async () => {
    clock.now = '2026-04-10T09:00:00Z';
    await ana.types('/assess');
    await ana.clicks('assess_choose', 's-food');
    await ana.submits({ choice: '3', evidence: 'New canteen, see minutes' });
    await ana.types('/assess');
    await ana.clicks('assess_choose', 's-food');
    expect(JSON.stringify(ana.view)).toContain('About an earlier answer');
    await ana.clicks('assess_history', 'history', { force: true });
    expect(JSON.stringify(ana.view)).toContain('Level 2 → Level 3');
    await ana.clicks('history_day', '2026-03-15', { force: true, view: { id: 'V1', private_metadata: '{}', state: { values: {} } } });
    const past = JSON.stringify(ana.view);
    expect(past).toContain('As it stood on 15 March 2026');
    expect(past).not.toContain('→ Level 3');
  });

  it.each([
    ['html', 'en', '<!doctype html>', 'Own level'],
    ['html', 'ar', 'dir="rtl"', 'المستوى'],
    ['md', 'uk', '# Самооцінка', 'Council minutes'],
    ['csv', 'de', 'Nachweis', 'Council minutes'],
    ['json', 'en', '"format": "hereabouts-assessment-1"', 'Bo Finn'],
  ])('the report as %s in %s comes into the direct messages', async (form, language, ...words) => {
    await ana.types('/assess');
    await ana.clicks('assess_export', 'export');
    const seen = await ana.submits({ form, language });
    expect(seen).toContain('files.completeUploadExternal');
    expect(seen).toContain('"channel_id":"DUANA"');
    const file = String((await workspace.taken('upload')).at(-1)?.fields.text);
    for (const word of words) expect(file).toContain(word);
    expect(file).toContain('Lower Kelp'.slice(0, form === 'csv' ? 0 : undefined));
  });

  it('the file goes to a reviewer and comes back with remarks; again adds nothing', async () => {
    const file = String((await workspace.taken('upload')).at(-1)?.fields.text);
    const copy = JSON.parse(file) as { id: string; remarks: object[] };
    const first = copy.remarks[0] as { at: string; reviewer: object };
    const added = {
      ...first,
      at: '2026-04-12T10:00:00.000Z',
      comment: 'From afar',
      reviewer: { name: 'Cy Shore', organisation: 'City of Tern', kind: 'city' },
    };
    const send = async (text: string): Promise<string> => {
      await ana.types('/assess');
      await ana.clicks('assess_import', 'import');
      return ana.submits({}, { id: 'F1', url_private: await workspace.file(text), size: text.length });
    };
    expect(await send(JSON.stringify({ ...copy, remarks: [...copy.remarks, added] }))).toContain('New remarks: 1');
    expect(await send(JSON.stringify({ ...copy, remarks: [...copy.remarks, added] }))).toContain('New remarks: 0');
    expect(await send('{"format":')).toContain('We cannot read this file');
  });

  it('deleting asks twice, and then everything is gone; the file brings the same back', async () => {
    const tenant = `slack:${workspace.team}`;
    const before = await store.load(tenant);
    const file = String((await workspace.taken('upload')).at(-1)?.fields.text);
    await ana.types('/assess delete');
    expect(await store.load(tenant)).not.toBeNull();
    await ana.clicks('assess_delete', 'delete');
    expect(await store.load(tenant)).not.toBeNull();
    await ana.submits();
    expect(JSON.stringify(ana.view)).toContain('Everything is deleted');
    expect(await store.load(tenant)).toBeNull();
    await ana.types('/assess');
    await ana.clicks('assess_import', 'import');
    await ana.submits({}, { id: 'F2', url_private: await workspace.file(file), size: file.length });
    const back = await store.load(tenant);
    expect(back).toEqual(readAssessment(file));
    expect(back?.changes).toEqual(before?.changes);
  });
});

describe('another city reviews', () => {
  it('takes the file beside its own assessment, reviews it, and sends it back; its own is as before', async () => {
    const [here, there] = [desk(), desk()];
    const [ana, cy] = [here.person('UANA'), there.person('UCY')];
    await start(ana);
    await ana.submits(proof);
    await ana.submits({ ...proof, choice: '3' });
    const exported = async (person: Person, workspace: Workspace, button: string): Promise<string> => {
      await person.clicks('assess_export', button, { force: true });
      await person.submits({ form: 'json' });
      return String((await workspace.taken('upload')).at(-1)?.fields.text);
    };
    const taken = async (person: Person, workspace: Workspace, text: string): Promise<string> => {
      await person.clicks('assess_import', 'import', { force: true });
      return person.submits({}, { id: 'F1', url_private: await workspace.file(text), size: text.length });
    };
    const file = await exported(ana, here, 'export');
    await start(cy, 'City of Tern');
    expect(await taken(cy, there, file)).toContain('This is the assessment of another town');
    expect(await cy.types('/assess')).toContain('City of Tern');
    expect(await cy.types('/assess guest')).toContain('Lower Kelp');
    await cy.clicks('assess_review', 'guest');
    const signed = { name: 'Cy Shore', organisation: 'City of Tern', kind: 'city' };
    await cy.submits({ seen: '1', comment: 'Not on the web yet', ...signed });
    await cy.submits({ seen: '2' });
    expect(cy.view?.callback_id).toBe('notice');
    const back = await exported(cy, there, 'guest');
    expect((await store.load(`slack:${there.team}`))?.remarks).toEqual([]);
    expect(await taken(ana, here, back)).toContain('New remarks: 2');
    expect((await store.load(`slack:${here.team}`))?.remarks.map(({ level, reviewer }) => [level, reviewer])).toEqual([
      [1, signed],
      [2, signed],
    ]);
    await cy.types('/assess guest');
    await cy.clicks('assess_delete', 'guest');
    await cy.submits();
    expect(await store.load(`slack:${there.team}:guest`)).toBeNull();
    expect((await store.load(`slack:${there.team}`))?.town.name).toBe('City of Tern');
  });
});

describe('two people at once', () => {
  it('one is told, sees what the other wrote beside their own words, and saves over it; the history keeps both', async () => {
    const workspace = desk();
    const [ana, bob] = [workspace.person('UANA'), workspace.person('UBOB')];
    await start(ana);
    const commitment = asked(ana);
    await bob.types('/assess');
    await bob.clicks('assess_choose', commitment);
    await ana.submits({ ...proof, evidence: 'what Ana saw' });
    await bob.submits({ ...proof, choice: '1', evidence: 'what Bob saw' });
    const form = JSON.stringify(bob.view);
    for (const words of ['Somebody has just changed this', 'what Ana saw', 'what Bob saw']) expect(form).toContain(words);
    expect(viewProblems(bob.view ?? {})).toEqual([]);
    await bob.submits();
    const changes = (await store.load(`slack:${workspace.team}`))?.changes.filter((one) => one.commitment === commitment);
    expect(changes?.map(({ by, entry }) => [by, entry.evidence])).toEqual([
      ['UANA', 'what Ana saw'],
      ['UBOB', 'what Bob saw'],
    ]);
  });
});

describe('the store is down', () => {
  /** Real until it is switched off. */
  const breakable = (): Database & { off: null | (() => Promise<never>) } => ({
    off: null,
    prepare(sql) {
      return this.off ? { bind: () => this.prepare(sql), first: this.off, all: this.off, run: this.off } : env.DB.prepare(sql);
    },
    batch(statements) {
      return this.off ? this.off() : env.DB.batch(statements);
    },
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('D1_ERROR'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('%s: lookups answer, the assessment says so, and the form keeps what was typed', { timeout: 30_000 }, async (_, how) => {
    const database = breakable();
    const workspace = desk({ database });
    const ana = workspace.person('UANA');
    await start(ana);
    database.off = how;
    const form = ana.view;
    await ana.submits({ ...proof, evidence: 'long words' });
    expect(Object.values(ana.errors)).toEqual(['We cannot reach our store just now. What you typed is still here. Please try again in a moment.']);
    expect(ana.view).toBe(form);
    expect(await ana.types('/rights my boss does not pay me')).toContain('I worked and was not paid');
    expect(await ana.types('/assess')).toContain('We cannot reach our store');
    database.off = null;
    await ana.submits({ ...proof, evidence: 'long words' });
    expect(ana.errors).toEqual({});
    expect((await store.load(`slack:${workspace.team}`))?.changes[0]?.entry.evidence).toBe('long words');
  });
});

describe('other doors', () => {
  it('the global shortcut goes on where the town stopped', async () => {
    const workspace = desk();
    const ana = workspace.person('UANA');
    await start(ana);
    await ana.submits(proof);
    const second = asked(ana);
    ana.view = null;
    await ana.shortcut('assess');
    expect(asked(ana)).toBe(second);
  });

  it('every form and the Home stay within the limits of Slack in every language', { timeout: 120_000 }, async () => {
    for (const locale of sample(Object.keys(core.bundled.locales), 4)) {
      const workspace = desk();
      const ana = workspace.person('UANA');
      await ana.types('/rights-settings');
      await ana.submits({ language: locale });
      await start(ana, 'Lower Kelp & <b> under the long pier of the northern bay');
      await ana.submits({ ...proof, evidence: '<!channel> '.repeat(180) });
      for (const action of ['assess_choose', 'assess_export', 'assess_import', 'assess_history', 'assess_delete']) {
        await ana.clicks(action, 's-housing', { force: true });
        expect(viewProblems(ana.view ?? {}), `${locale} ${action}`).toEqual([]);
      }
      expect(await ana.opensHome(), locale).toContain('views.publish');
      expect(JSON.stringify(await workspace.taken()), locale).not.toMatch(/(?:slack|duty|assess|framework)\.[a-z_]+\b|\{\{|undefined|NaN/);
    }
  });
});
