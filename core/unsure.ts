/**
 * The second layer for danger: what words and letters say for it in one language, learnt from messages in content (compile/learn-danger.ts). It sees what no
 * pattern sees, long stories above all, but not of which kind the danger is.
 */
import { findSorted, hashOf, unpackNumbers, unpackSorted } from './compact.ts';
import type { LearntDanger } from './shard-types.ts';
import { type CutFor, questionViews } from './text.ts';

/** The kind of danger that is seen so (`content/urgent/unsure`). What it says fits any, and does no harm where there is none. */
export const unsure = 'unsure';

/** One unit of a packed weight. */
export const weightStep = 0.15;
/** The greatest weight either way, in steps: with it, each weight is one character. */
export const mostSteps = 22;

export interface DangerWeights extends CutFor {
  /** Hashes of stems and letters, sorted, and what each says. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  readonly bias: number;
  /** From this sum on a message is taken for danger. */
  readonly from: number;
}

export function openDanger({ terms, weights, bias, from }: LearntDanger, { lang, script }: CutFor): DangerWeights {
  const steps = Float64Array.from(unpackNumbers(weights), (step) => (step - mostSteps) * weightStep);
  return { lang, script, terms: unpackSorted(terms), weights: steps, bias, from };
}

/** Measured on lines held out: beside the word itself its letters count little, and find more where words have many forms. */
const letters = 0.2;

/** What a message is judged by: its stems and letters by hash, each with what it counts. Half of a long message says more than half of a short one. */
export function signsOfDanger(words: readonly string[], language: CutFor): Map<number, number> {
  const cut = questionViews(words, language);
  const signs = new Map<number, number>();
  for (const gram of cut.grams.flat()) signs.set(hashOf(gram), letters);
  for (const word of cut.words) signs.set(hashOf(word), 1);
  const mass = [...signs.values()].reduce((sum, value) => sum + value * value, 0);
  const scale = 1 / Math.sqrt(Math.sqrt(mass));
  for (const [sign, value] of signs) signs.set(sign, value * scale);
  return signs;
}

/** So many words are judged at once, as many as the longest message it was learnt from; a longer text in parts that overlap. */
const longestPart = 60;

/** Whether a message is more like those of danger than nearly all harmless ones are. */
export function seemsDangerous(words: readonly string[], danger: DangerWeights): boolean {
  for (let from = 0; from === 0 || from + longestPart / 2 < words.length; from += longestPart / 2) {
    if (dangerIn(signsOfDanger(words.slice(from, from + longestPart), danger), danger) >= danger.from) return true;
  }
  return false;
}

function dangerIn(signs: ReadonlyMap<number, number>, { terms, weights, bias }: DangerWeights): number {
  let sum = bias;
  for (const [sign, value] of signs) {
    const at = findSorted(terms, sign);
    if (at >= 0) sum += (weights[at] ?? 0) * value;
  }
  return sum;
}
