import { describe, expect, it } from 'vitest';
import { renderWhy } from '../../../bot/terminal/render.ts';
import { ask, explain } from '../../../core/index.ts';
import { openAtlantis, question } from '../atlantis.ts';

const core = openAtlantis();

describe('why a question is answered', () => {
  it('is told with the hits that the answer was chosen from, and what each got from which words', async () => {
    const asked = question('salary missing since the last moon');
    const [explained, answer] = await Promise.all([explain(asked, core), ask(asked, core)]);
    expect(explained).toMatchObject({ lang: 'en', place: 'xa/poseidonis', known: null, danger: [] });
    expect(explained.hits.map(({ id }) => id)).toEqual(answer.topics.map(({ id }) => id));
    expect(explained.hits[0]?.score).toBe(answer.topics[0]?.score);
    expect(explained.hits[0]?.terms.map(({ term }) => term)).toContain('salari');
    expect(explained.hits[0]?.views.words).toBeGreaterThan(0);
  });

  it('names danger, a text that is known word for word, and what is not covered', async () => {
    expect((await explain(question('help we are sinking near the reef'), core)).danger).toEqual(['sea-distress']);
    expect((await explain(question('YOUR pearls, were not paid?'), core)).known).toBe('unpaid-pearls');
    expect((await explain(question('train tickets to the moon base'), core)).decision).toBe('none');
  });

  it('can be read by a person', async () => {
    const text = renderWhy(await explain(question('salary missing since the last moon'), core));
    expect(text).toMatch(/^language {2}en, Latn/);
    expect(text).toMatch(/unpaid-pearls: .*\n {2}score \d\.\d\d, support/);
  });
});

describe('a title, or a short way of asking that we wrote', () => {
  it('is its topic, whatever else is near', async () => {
    for (const text of ['your pearls were not paid', 'Diver: not paid!']) {
      expect(await ask(question(text), core)).toMatchObject({ outcome: 'answered', topic: { id: 'unpaid-pearls' } });
    }
  });
});
