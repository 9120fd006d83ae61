/** Makes the patterns of `content/urgent` ready: folded as texts are, checked, each looked up by its rarest word, and packed. */
import { longHashOf, packNumbers, packSorted, packWords } from '../compact.ts';
import type { BundledDanger } from '../shard-types.ts';
import { readWords } from '../text.ts';
import { firstListCode, gap, gapCode, keyLength, nextCode } from '../urgent-index.ts';
import type { Corpus } from './corpus.ts';

/** The patterns of one kind in one language. */
export interface UrgentSource {
  readonly kind: string;
  readonly lang: string;
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
}

export function urgentSources({ urgent }: Corpus): UrgentSource[] {
  return [...urgent.values()].flatMap(({ kind, words }) => [...words].map(([lang, { data }]) => ({ kind, lang, phrases: data.phrases, unless: data.unless })));
}

/** A pattern with its words folded. Throws on one that could never match; the compiler reports it. */
export function foldPattern(pattern: string): string {
  const parts = pattern
    .trim()
    .split(/\s+/)
    .map((part) => (part === gap || part === '…' ? gap : foldPart(part)));
  if (parts[0] === gap || parts.at(-1) === gap) throw new Error('begins or ends with "..."');
  if (parts.every((part) => part === gap || part.endsWith('?'))) throw new Error('every word is optional');
  return parts.join(' ');
}

function foldPart(part: string): string {
  const words = part.replace(/\?$/, '').split('/').map(foldWord);
  return `${[...new Set(words)].sort().join('/')}${part.endsWith('?') ? '?' : ''}`;
}

function foldWord(raw: string): string {
  const folded = readWords(raw.replaceAll('*', ''));
  const [word] = folded;
  if (!word || folded.length > 1) throw new Error(`"${raw}" is not one word`);
  if (raw.includes('*') && word.length < keyLength) throw new Error(`"${raw}" is too short for *`);
  if (raw.startsWith('*')) return `*${word}`;
  return raw.endsWith('*') ? `${word}*` : word;
}

/**
 * All patterns as the Worker reads them (core/urgent.ts), language by language: the words of each by their letters, so that the forms of a word have
 * numbers next to each other, and lists of words by number, in the order of their first use.
 */
export function packUrgent(sources: readonly UrgentSource[]): BundledDanger {
  const folded = sources
    .map((source) => ({ ...source, phrases: source.phrases.map(foldPattern), unless: source.unless.map(foldPattern) }))
    .sort((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0));
  const steps = [...folded.flatMap(({ phrases }) => phrases), ...folded.flatMap(({ unless }) => unless)].flatMap((pattern) => pattern.split(' '));
  const used = steps.filter((step) => step !== gap).map(withoutMark);
  const lists = [...new Set(used)];
  const words = wordsByLanguage(folded);
  const whole = [...new Map(words.filter((word) => !word.includes('*')).map((word) => [longHashOf(word), word]))];
  const loose = [...words.filter((word) => word.endsWith('*')), ...words.filter((word) => word.startsWith('*'))];
  const numberOf = new Map<string | number, number>([...whole.map(([hash]) => hash), ...loose].map((word, number) => [word, number]));
  const wordNumber = (word: string): number => numberOf.get(word.includes('*') ? word : longHashOf(word)) ?? 0;
  const listNumber = new Map(lists.map((list, number) => [list, number]));
  const frequency = countOf(used.flatMap((list) => list.split('/')));
  let next = 0;
  const code = (step: string): number => {
    if (step === gap) return gapCode;
    const number = listNumber.get(withoutMark(step)) ?? 0;
    const isNext = number === next;
    if (isNext) next++;
    return (isNext ? nextCode : firstListCode + 2 * number) + (step.endsWith('?') ? 1 : 0);
  };
  const pack = (which: 'phrases' | 'unless'): string =>
    packNumbers(folded.flatMap(({ [which]: patterns }) => [patterns.length, ...patterns.flatMap((pattern) => packPattern(pattern, code, frequency))]));
  return {
    sources: folded.map(({ kind, lang }) => [kind, lang]),
    words: packWords(whole.map(([, word]) => word)),
    beginnings: loose.flatMap((word) => (word.endsWith('*') ? word.slice(0, -1) : [])).join(' '),
    parts: loose.flatMap((word) => (word.startsWith('*') ? word.slice(1) : [])).join(' '),
    lists: lists.map((list) => packList([...new Set(list.split('/').map(wordNumber))])).join(''),
    phrases: pack('phrases'),
    unless: pack('unless'),
  };
}

/** Every word once, with the first language that has it. */
function wordsByLanguage(folded: readonly UrgentSource[]): string[] {
  const languages = Map.groupBy(folded, ({ lang }) => lang).values();
  const wordsOf = ({ phrases, unless }: UrgentSource): string[] =>
    [...phrases, ...unless].flatMap((pattern) => pattern.split(' ')).filter((step) => step !== gap);
  return [
    ...new Set(
      [...languages].flatMap((own) =>
        own
          .flatMap(wordsOf)
          .flatMap((step) => withoutMark(step).split('/'))
          .sort(),
      ),
    ),
  ];
}

function withoutMark(step: string): string {
  return step.replace(/\?$/, '');
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function packList(numbers: readonly number[]): string {
  return packNumbers([numbers.length]) + packSorted([...numbers].sort((a, b) => a - b));
}

function packPattern(pattern: string, code: (step: string) => number, frequency: ReadonlyMap<string, number>): number[] {
  const steps = pattern.split(' ');
  return [steps.length, anchorOf(steps, frequency), ...steps.map(code)];
}

/** A beginning or part is looked up more often than a word. */
const looseCost = 25;

/** The step that has to be there and whose words stand in the fewest patterns. */
function anchorOf(steps: readonly string[], frequency: ReadonlyMap<string, number>): number {
  const costs = steps.map((step) => {
    if (step === gap || step.endsWith('?')) return Number.POSITIVE_INFINITY;
    return step.split('/').reduce((sum, word) => sum + (word.includes('*') ? looseCost : (frequency.get(word) ?? 0)), 0);
  });
  return costs.indexOf(Math.min(...costs));
}
