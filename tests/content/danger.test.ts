/** Danger that is told in ordinary words, in messages that stand nowhere in content. */
import { describe, expect, it } from 'vitest';
import { ask, openCore } from '../../core/index.ts';
import { bundled, put } from './corpus.ts';

const stories = [
  'my neighbour has not come out for a week, her husband carries all the bags alone and yesterday she held a paper against the window with one word on it',
  'since the letter from the court my father does not speak, he has cleaned his rifle three times today and gave me his watch',
  'the woman whom i teach the alphabet whispered that her brothers came with a car and that she must sign something on saturday or they will bring her home',
  'grandma was normal at breakfast and now she drops everything, laughs on one side only and does not find the words',
  'my tandem partner said quietly that the man she lives with counts the minutes when she buys bread and that today she was four minutes late',
  'the trainer of my boy asked him to come alone to the cabin again and he came back without a word and burned his clothes',
  'she took everything that was in the bathroom cupboard because of the exam and now she is so sleepy and her lips look strange',
];

const everyday = [
  'yesterday my neighbour carried all my bags because the lift was broken and his wife brought us bread',
  'since the letter from the court we know that the flat is ours and my father sings all day',
  'the woman whom i teach the alphabet told me that her brothers came with a car and brought olives from the village',
  'grandma laughs at breakfast and finds all the words of the crossword',
  'my tandem partner counts the minutes until the bakery opens because she loves the bread there',
  'we left the shore before dawn and caught so many fish that the children could not carry them',
  'he stood behind the glass of the bakery the whole shift and sold more than ever, the boss gave him a rose',
];

async function kindsIn(messages: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(messages.map(async (text) => (await put(text)).urgent?.kind));
}

describe('danger that no pattern sees', () => {
  it('is seen in long stories by what was learnt, and not in everyday ones', async () => {
    expect((await kindsIn(stories)).filter((kind) => kind === 'unsure').length).toBeGreaterThanOrEqual(4);
    expect((await kindsIn(everyday)).filter((kind) => kind !== undefined).length).toBeLessThanOrEqual(1);
  });

  it('is of no kind that would say what to do: the emergency number is offered beside what fits', async () => {
    const answer = await put(stories[2] ?? '', { place: 'es/barcelona' });
    expect(answer.urgent).toMatchObject({ kind: 'unsure', lang: 'en', topic: 'emergency-112', lines: [{ number: '112' }] });
    expect(answer).toMatchObject({ outcome: 'choose' });
    if (answer.outcome === 'choose') expect(answer.choices[0]?.id).toBe('emergency-112');
  });

  it('gives way to a pattern, and to a button', async () => {
    expect((await put(`${stories[2]} help my husband is beating me`)).urgent?.kind).toBe('violence-now');
    expect((await put(stories[2] ?? '', { topic: 'language-learning' })).urgent).toBeNull();
  });

  it('is not seen when nothing loads; what patterns see is', async () => {
    const alone = openCore(bundled, async () => null);
    const kindOf = async (text: string) =>
      (await ask({ text, reader: 'resident', askedAt: '2026-11-24T10:00:00Z', channel: 'terminal', place: 'es/barcelona' }, alone)).urgent?.kind;
    expect(await kindOf(stories[2] ?? '')).toBeUndefined();
    expect(await kindOf('my husband is beating me')).toBe('violence-now');
  });
});
