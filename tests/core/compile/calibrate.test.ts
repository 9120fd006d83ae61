import { describe, expect, it } from 'vitest';
import { calibrate, samplesOf, uncalibrated } from '../../../core/compile/calibrate.ts';
import type { Listing } from '../../../core/compile/emit-index.ts';
import { buildIndex, count } from '../../../core/compile/search-index.ts';
import { decide } from '../../../core/decide.ts';
import { openIndex, search } from '../../../core/search.ts';
import type { Calibration } from '../../../core/shard-types.ts';

/** A word of an invented language, the same for the same number; its neighbours look nothing like it. */
const word = (n: number): string => {
  const mixed = Math.imul(n + 1, 2654435761) >>> 0;
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(97 + (Math.floor(mixed / 7 ** i) % 26))).join('');
};

/** Lines of four words out of forty that a subject has. */
const lines = (subject: number, count: number): string[] =>
  Array.from({ length: count }, (_, line) => [0, 1, 2, 3].map((at) => word(1000 + subject * 40 + ((line * 7 + at * 11 + line * line * at) % 40))).join(' '));

const topics = Array.from({ length: 40 }, (_, i) => ({ id: `t-${i}`, title: word(i), group: '' }));

/** `beyond`: lines of what nobody here answers. */
function listing(beyond: readonly string[]): Listing {
  const documents = topics.map(({ title }, id) => ({ id, title, asked: [title, ...lines(id, 20)].join('\n') }));
  if (beyond.length > 0) documents.push({ id: topics.length, title: '', asked: beyond.join('\n') });
  return { lang: 'und', script: 'Latn', topics, lines: { hashes: '', topics: '' }, stopWords: [], followUps: [], wishes: {}, documents };
}

/** What is learnt from one language alone. */
function calibrationOf(one: Listing): Calibration {
  return calibrate(new Map([['und', samplesOf(one, count(one.documents, one))]])).get('und') ?? uncalibrated;
}

const elsewhere = Array.from({ length: 15 }, (_, i) => lines(100 + i, 40)).flat();

describe('when a question counts as covered', () => {
  const learnt = calibrationOf(listing(elsewhere));

  it('is learnt: what is ours is answered or offered, what is not is declined, also in lines that were never seen', () => {
    const index = openIndex({ ...listing(elsewhere), format: 0, calibration: learnt, index: buildIndex(listing(elsewhere).documents, listing(elsewhere)) });
    const declined = (asked: readonly string[]): number =>
      asked.filter((line) => decide(search(line.split(' '), index, []), index) === 'none').length / asked.length;
    expect(declined(topics.flatMap((_, id) => lines(id, 30).slice(20)))).toBeLessThan(0.1);
    expect(declined(Array.from({ length: 15 }, (_, i) => lines(100 + i, 50).slice(40)).flat())).toBeGreaterThan(0.9);
  });

  it('moves when the data moves', () => {
    const nearer = [...elsewhere, ...topics.flatMap((_, id) => lines(id, 30).slice(20))];
    const moved = calibrationOf(listing(nearer));
    expect(moved.weights).not.toEqual(learnt.weights);
    expect(Math.abs(moved.weights.beyond)).toBeLessThan(Math.abs(learnt.weights.beyond));
  });

  it('is not learnt from a handful', () => {
    expect(calibrationOf(listing([]))).toBe(uncalibrated);
    expect(calibrationOf(listing(elsewhere.slice(0, 50)))).toBe(uncalibrated);
  });
});
