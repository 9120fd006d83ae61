/**
 * Learns for one language what tells messages of danger from harmless ones (core/unsure.ts): logistic regression over the stems and letters of lines in content.
 * One line in five is held out in turn, and what the others teach is asked about it: that gives the threshold, and says whether the language has enough lines.
 */
import { longHashOf, packNumbers, packSorted } from '../compact.ts';
import type { LearntDanger } from '../shard-types.ts';
import { type CutFor, readWords } from '../text.ts';
import { mostSteps, signsOfDanger, weightStep } from '../unsure.ts';
import type { Corpus } from './corpus.ts';
import type { Listed } from './emit-index.ts';

/** Where a line is from. `like` and `not_like` were written to be learnt from; questions about a danger are near it, and not measured by. */
type From = 'example' | 'like' | 'about' | 'look-alike' | 'asked';

export interface Message {
  readonly text: string;
  readonly from: From;
}

/** Half of what people ask is short and harmless; examples are short, and seen by patterns already. */
const counts: Readonly<Record<From, number>> = { example: 0.5, like: 4, about: 0.3, 'look-alike': 2, asked: 1 };
const ofDanger: ReadonlySet<From> = new Set(['example', 'like', 'about']);

/** All lines of a language that say what danger sounds like, or what it does not. */
export function messagesIn(lang: string, topics: readonly Listed[], corpus: Corpus): Message[] {
  const kinds = [...corpus.urgent.values()];
  const topicsOfDanger = new Set(kinds.map(({ urgent }) => urgent.data.topic));
  const own = kinds.flatMap(({ words }) => words.get(lang)?.data ?? []);
  const asked = topics.flatMap(({ id, folders }) => folders.flatMap(({ texts }) => texts.get(lang)?.data.asked ?? []).map((text) => ({ id, text })));
  const from = (where: From, texts: readonly string[]): Message[] => texts.map((text) => ({ text, from: where }));
  return [
    ...from(
      'example',
      own.flatMap(({ examples }) => examples),
    ),
    ...from(
      'like',
      own.flatMap(({ like }) => like),
    ),
    ...from(
      'look-alike',
      own.flatMap(({ look_alikes, not_like }) => [...look_alikes, ...not_like]),
    ),
    ...asked.map(({ id, text }): Message => ({ text, from: topicsOfDanger.has(id) ? 'about' : 'asked' })),
    ...from('asked', corpus.languages.get(lang)?.data.beyond ?? []),
  ];
}

/** A message as numbers: which terms it has, and what each counts. */
interface Row extends Pick<Message, 'from'> {
  readonly terms: Uint32Array;
  readonly values: Float64Array;
}

/** What was learnt: by the number of the term, in whole steps. */
interface Learnt {
  readonly weights: Float64Array;
  readonly bias: number;
}

const folds = 5;
/** With fewer lines of either kind, chance would decide. */
const leastLines = 50;
/** Of held-out lines that are harmless at most this share is taken for danger: of look-alikes, and of questions, of which there are many more. */
const takenLookAlikes = 0.02;
const takenAsked = 0.005;
/** Where fewer of the held-out dangers are seen, the layer would be little more than its mistakes. */
const leastSeen = 0.05;

/** Null where a language has too few lines to learn from, or what it learns sees too little. */
export function learnDanger(messages: readonly Message[], language: CutFor): LearntDanger | null {
  const { rows, hashes } = rowsOf(messages, language);
  const of = (...kinds: From[]): number[] => rows.flatMap(({ from }, at) => (kinds.includes(from) ? at : []));
  const [dangers, lookAlikes, asked] = [of('example', 'like'), of('look-alike'), of('asked')];
  if (Math.min(dangers.length, lookAlikes.length) < leastLines) return null;
  const sums = heldOut(rows, hashes.length);
  const sumsOf = (lines: readonly number[]): number[] => lines.map((at) => sums[at] ?? 0);
  const from = Math.max(above(sumsOf(lookAlikes), takenLookAlikes), above(sumsOf(asked), takenAsked));
  if (sumsOf(dangers).filter((sum) => sum >= from).length < leastSeen * dangers.length) return null;
  const { weights, bias } = learn(rows, hashes.length);
  const kept = hashes.map((hash, term) => [hash, weights[term] ?? 0] as const).filter(([, weight]) => weight !== 0);
  kept.sort(([one], [other]) => one - other);
  return { terms: packSorted(kept.map(([hash]) => hash)), weights: packNumbers(kept.map(([, weight]) => weight + mostSteps)), bias, from };
}

/** The least that at most this share of the sums reaches. */
function above(sums: readonly number[], share: number): number {
  const highest = sums.toSorted((one, other) => other - one)[Math.floor(share * sums.length)] ?? Number.NEGATIVE_INFINITY;
  return rounded(highest + 0.001);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A term of one line alone teaches nothing about others. The order is by hash: near lines do not follow one another, and a new one moves no other. */
function rowsOf(messages: readonly Message[], language: CutFor): { rows: Row[]; hashes: number[] } {
  const read = [...new Map(messages.map(({ text, from }) => [readWords(text).join(' '), from]))].filter(([text]) => text !== '');
  read.sort(([one], [other]) => longHashOf(one) - longHashOf(other));
  const signs = read.map(([text]) => signsOfDanger(text.split(' '), language));
  const seen = new Map<number, number>();
  for (const hash of signs.flatMap((own) => [...own.keys()])) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const hashes = [...seen].flatMap(([hash, lines]) => (lines > 1 ? hash : []));
  const numberOf = new Map(hashes.map((hash, number) => [hash, number]));
  const rows = read.map(([, from], at) => {
    const known = [...(signs[at] ?? [])].flatMap(([hash, value]) => (numberOf.has(hash) ? [[numberOf.get(hash) ?? 0, value] as const] : []));
    return { from, terms: Uint32Array.from(known, ([term]) => term), values: Float64Array.from(known, ([, value]) => value) };
  });
  return { rows, hashes };
}

/** The sum of each line by what the lines of the other folds teach. */
function heldOut(rows: readonly Row[], terms: number): Float64Array {
  const sums = new Float64Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const learnt = learn(
      rows.filter((_, at) => at % folds !== fold),
      terms,
    );
    for (const [at, row] of rows.entries()) if (at % folds === fold) sums[at] = weightStep * sumOf(row, learnt.weights) + learnt.bias;
  }
  return sums;
}

function sumOf({ terms, values }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += (weights[terms[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return sum;
}

const rounds = 5;
const rate = 0.3;
/** Draws every weight to nought. */
const shrink = 0.04;
/** So many terms are worth their room; the weakest go. */
const mostTerms = 4000;

/** Line by line, each term at its own pace (Adagrad). */
function learn(rows: readonly Row[], size: number): Learnt {
  const weights = new Float64Array(size);
  const moved = new Float64Array(size).fill(0.001);
  let [bias, biasMoved] = [0, 0.001];
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      const wanted = ofDanger.has(row.from) ? 1 : 0;
      const error = counts[row.from] * (1 / (1 + Math.exp(-bias - sumOf(row, weights))) - wanted);
      for (const [i, term] of row.terms.entries()) {
        const slope = error * (row.values[i] ?? 0) + shrink * (weights[term] ?? 0);
        moved[term] = (moved[term] ?? 0) + slope * slope;
        weights[term] = (weights[term] ?? 0) - (rate * slope) / Math.sqrt(moved[term] ?? 1);
      }
      biasMoved += error * error;
      bias -= (rate * error) / Math.sqrt(biasMoved);
    }
  }
  return { weights: inSteps(weights), bias: rounded(bias) };
}

/** The strongest, in whole steps. */
function inSteps(weights: Float64Array): Float64Array {
  const least = weights.map(Math.abs).sort().at(-mostTerms) ?? 0;
  return weights.map((weight) => (Math.abs(weight) < least ? 0 : Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / weightStep)))));
}
