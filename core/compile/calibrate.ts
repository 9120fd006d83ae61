/**
 * When a question counts as covered, learnt from the corpus. One way of asking in five is kept out of an index and asked of it, and so is one in five of what
 * nobody here answers. What tells the two apart is the same for all languages (logistic regression); where a question begins to count is found for each.
 */
import { openIndex, type Signs, search, supportOf } from '../search.ts';
import type { Calibration } from '../shard-types.ts';
import { readWords } from '../text.ts';
import type { Listing } from './emit-index.ts';
import { type Counted, indexOf, isHeldOut } from './search-index.ts';

/** A question that the index had not seen, and how near it came. */
export interface Sample extends Signs {
  readonly covered: boolean;
}

/** Before anything is learnt: for a corpus too small to learn from, and for other people's documents. */
export const uncalibrated: Calibration = {
  weights: { bias: 0, fit: 1, evidence: 0.15, mass: 0, beyond: -0.3 },
  coveredFrom: 0.4,
  sureFrom: 0.6,
};

/** With fewer questions of either kind, chance would decide. */
const leastSamples = 100;

/** The calibration of each language, from the samples of all. */
export function calibrate(samples: ReadonlyMap<string, readonly Sample[]>): Map<string, Calibration> {
  const all = [...samples.values()].flat();
  const covered = all.filter((sample) => sample.covered).length;
  if (Math.min(covered, all.length - covered) < leastSamples) return new Map([...samples.keys()].map((lang) => [lang, uncalibrated]));
  const weights = learn(all);
  const everyone = supportsOf(all, weights);
  return new Map([...samples].map(([lang, own]) => [lang, { weights, ...thresholds(supportsOf(own, weights), everyone) }]));
}

/** The lines that are held out, asked of an index of the others. */
export function samplesOf(listing: Listing, counted: Counted): Sample[] {
  const index = openIndex({ ...listing, format: 0, calibration: uncalibrated, index: indexOf(counted, 'kept') });
  return listing.documents.flatMap(({ id, asked }) =>
    asked
      .split('\n')
      .filter(isHeldOut)
      .flatMap((line) => {
        const [first] = search(readWords(line), index, []);
        return first ? [{ ...first, covered: id < listing.topics.length }] : [];
      }),
  );
}

const signs = ['fit', 'evidence', 'mass', 'beyond'] as const;
const rounds = 150;
const rate = 1;

/** Logistic regression by gradient descent on signs of equal spread; both kinds count the same, however many there are. */
function learn(samples: readonly Sample[]): Calibration['weights'] {
  const spread = signs.map((sign) => spreadOf(samples.map((sample) => sample[sign])));
  const rows = samples.map((sample) => [1, ...signs.map((sign, i) => (sample[sign] - (spread[i]?.mean ?? 0)) / (spread[i]?.deviation ?? 1))]);
  const covered = samples.filter((sample) => sample.covered).length;
  const weights = new Float64Array(signs.length + 1);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(weights.length);
    for (const [at, row] of rows.entries()) {
      const isCovered = samples[at]?.covered ?? false;
      const error = (isCovered ? 1 : 0) - 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
      for (const [i, value] of row.entries()) gradient[i] = (gradient[i] ?? 0) + (error * value) / (2 * (isCovered ? covered : samples.length - covered));
    }
    for (const [i, slope] of gradient.entries()) weights[i] = (weights[i] ?? 0) + rate * slope;
  }
  return unscaled(weights, spread);
}

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1 };
}

/** The weights of the signs as they are, from those of the signs of equal spread. */
function unscaled([bias = 0, ...scaled]: Float64Array, spread: readonly Spread[]): Calibration['weights'] {
  const own = scaled.map((weight, i) => weight / (spread[i]?.deviation ?? 1));
  const [fit = 0, evidence = 0, mass = 0, beyond = 0] = own.map(rounded);
  return { bias: rounded(bias - own.reduce((sum, weight, i) => sum + weight * (spread[i]?.mean ?? 0), 0)), fit, evidence, mass, beyond };
}

/**
 * So much of what nobody here answers is to be declined, but at most this share of the ways of asking with it. Those are harder than questions: each was
 * written to say what the others do not. On tests/questions far fewer are declined.
 */
const declined = 0.95;
const mostDeclined = 0.1;
/** Above this share of the ways of asking one topic may be answered alone. */
const unsure = 0.4;
/** Few samples in one language are steadied by those of all, as if there were so many more. */
const steadiedBy = 100;

/** The support of samples of either kind, least first. */
interface Supports {
  readonly covered: readonly number[];
  readonly others: readonly number[];
}

function supportsOf(samples: readonly Sample[], weights: Calibration['weights']): Supports {
  const sorted = (isCovered: boolean): number[] =>
    samples
      .filter(({ covered }) => covered === isCovered)
      .map((sample) => supportOf(sample, weights))
      .sort((a, b) => a - b);
  return { covered: sorted(true), others: sorted(false) };
}

function thresholds(own: Supports, all: Supports): Pick<Calibration, 'coveredFrom' | 'sureFrom'> {
  const at = (share: number, kind: keyof Supports): number => {
    const [mine = 0, theirs = 0] = [own[kind], all[kind]].map((values) => values[Math.floor(share * values.length)]);
    return (mine * own[kind].length + theirs * steadiedBy) / (own[kind].length + steadiedBy);
  };
  const coveredFrom = rounded(Math.min(at(declined, 'others'), at(mostDeclined, 'covered')));
  return { coveredFrom, sureFrom: Math.max(coveredFrom, rounded(at(unsure, 'covered'))) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
