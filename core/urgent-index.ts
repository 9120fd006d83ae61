/** The danger patterns as arrays, read from what the compiler packed (compile/urgent-patterns.ts). Numbers, so that little is left to do when a Worker starts. */
import { hashesIn, unpackNumbers } from './compact.ts';
import type { BundledDanger } from './shard-types.ts';
import { readWords } from './text.ts';

/** Up to three words, none a negation in the language of the pattern. */
export const gap = '...';
export const longestGap = 3;
/** Letters of a beginning or part that are looked up; the compiler refuses shorter ones. */
export const keyLength = 2;

/** How a step is packed: a gap, the first list of words not used before, or a list by its number; one more when the step may be missing. */
export const gapCode = 0;
export const nextCode = 1;
export const firstListCode = 3;

/** All patterns of one list, one after another: their steps, and which of them each word may be the anchor of. */
export interface PatternList {
  /** As packed, but every list by its number. */
  readonly steps: Uint32Array;
  /** Where the steps of each pattern begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Which step each pattern is looked up by, and whose pattern it is. */
  readonly anchors: Uint8Array;
  readonly sources: Uint16Array;
  /** The patterns that have each word in their anchor, word after word, and where those of each begin. */
  readonly byWord: Uint32Array;
  readonly byWordStarts: Uint32Array;
}

/** The numbers of the words of each list, any of which will do; and where each list begins, with one more at the end. */
export interface Lists {
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
}

/** Whole words: the hash of each by its number, and the numbers, one more than they are, each in the first free slot from where its hash falls. */
export interface WordTable {
  readonly hashes: Uint32Array;
  readonly slots: Uint32Array;
}

export interface UrgentPatterns {
  readonly sources: readonly { readonly kind: string; readonly lang: string; readonly negations: ReadonlySet<string> }[];
  readonly words: WordTable;
  /** By their first letters: beginnings of words (`beat*`), and parts that may stand anywhere in one (`*eat*`). */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [text: string, number: number])[]>;
  readonly parts: ReadonlyMap<string, readonly (readonly [text: string, number: number])[]>;
  readonly lists: Lists;
  readonly phrases: PatternList;
  readonly unless: PatternList;
}

/** `negations`: language -> words. */
export function openUrgent(danger: BundledDanger, negations: Readonly<Record<string, readonly string[]>>): UrgentPatterns {
  const hashes = hashesIn(danger.words);
  const [beginnings = [], parts = []] = [danger.beginnings, danger.parts].map((text) => (text ? text.split(' ') : []));
  const negationsIn = new Map(Object.entries(negations).map(([lang, list]) => [lang, new Set(list.flatMap(readWords))]));
  const lists = listsIn(danger.lists);
  const numbered = hashes.length + beginnings.length + parts.length;
  const used = { lists: 0 };
  return {
    sources: danger.sources.map(([kind, lang]) => ({ kind, lang, negations: negationsIn.get(lang) ?? new Set() })),
    words: tableOf(hashes),
    beginnings: byFirstLetters(beginnings, hashes.length),
    parts: byFirstLetters(parts, hashes.length + beginnings.length),
    lists,
    phrases: patternsIn(danger.phrases, lists, used, numbered),
    unless: patternsIn(danger.unless, lists, used, numbered),
  };
}

/** Twice as many slots as words, and more: the next free one is near. No sorting, which would be a third of the time this takes. */
function tableOf(hashes: Uint32Array): WordTable {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 1)));
  for (const [number, hash] of hashes.entries()) {
    let slot = hash & (slots.length - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { hashes, slots };
}

/** The number of the word with this hash, or -1. */
export function numberOfWord(hash: number, { hashes, slots }: WordTable): number {
  for (let slot = hash & (slots.length - 1); slots[slot]; slot = (slot + 1) & (slots.length - 1)) {
    const number = (slots[slot] ?? 0) - 1;
    if (hashes[number] === hash) return number;
  }
  return -1;
}

function byFirstLetters(texts: readonly string[], from: number): Map<string, (readonly [string, number])[]> {
  const found = new Map<string, (readonly [string, number])[]>();
  for (const [at, text] of texts.entries()) push(found, text.slice(0, keyLength), [text, from + at] as const);
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Of each list its length, then its numbers as gaps. */
function listsIn(packed: string): Lists {
  const numbers = unpackNumbers(packed);
  const words = new Uint32Array(numbers.length);
  const starts = new Uint32Array(numbers.length + 1);
  let filled = 0;
  let lists = 0;
  for (let at = 0; at < numbers.length; ) {
    starts[lists++] = filled;
    let word = 0;
    for (let left = numbers[at++] ?? 0; left > 0; left--) {
      word += numbers[at++] ?? 0;
      words[filled++] = word;
    }
  }
  starts[lists] = filled;
  return { words: words.subarray(0, filled), starts: starts.subarray(0, lists + 1) };
}

/** For each source how many patterns; for each pattern how many steps, which is its anchor, and the steps. `used`: lists that were met already. */
function patternsIn(packed: string, lists: Lists, used: { lists: number }, numbered: number): PatternList {
  const numbers = unpackNumbers(packed);
  const [steps, starts, anchors, sources]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let at = 0, source = 0; at < numbers.length; source++) {
    for (let left = numbers[at++] ?? 0; left > 0; left--) {
      const length = numbers[at++] ?? 0;
      anchors.push(numbers[at++] ?? 0);
      starts.push(steps.length);
      sources.push(source);
      for (let step = 0; step < length; step++) {
        const code = numbers[at++] ?? 0;
        const isNext = code === nextCode || code === nextCode + 1;
        steps.push(isNext ? firstListCode + 2 * used.lists++ + (code - nextCode) : code);
      }
    }
  }
  const anchored = anchors.map((anchor, pattern) => wordsOf(listOf(steps[(starts[pattern] ?? 0) + anchor] ?? 0), lists));
  starts.push(steps.length);
  return {
    steps: Uint32Array.from(steps),
    starts: Uint32Array.from(starts),
    anchors: Uint8Array.from(anchors),
    sources: Uint16Array.from(sources),
    ...invert(anchored, numbered),
  };
}

/** From the words of each pattern's anchor to the patterns of each word. */
function invert(anchored: readonly Uint32Array[], numbered: number): Pick<PatternList, 'byWord' | 'byWordStarts'> {
  const byWordStarts = new Uint32Array(numbered + 1);
  for (const words of anchored) for (const word of words) byWordStarts[word + 1] = (byWordStarts[word + 1] ?? 0) + 1;
  for (let word = 0; word < numbered; word++) byWordStarts[word + 1] = (byWordStarts[word + 1] ?? 0) + (byWordStarts[word] ?? 0);
  const next = byWordStarts.slice();
  const byWord = new Uint32Array(byWordStarts[numbered] ?? 0);
  for (const [pattern, words] of anchored.entries()) {
    for (const word of words) {
      byWord[next[word] ?? 0] = pattern;
      next[word] = (next[word] ?? 0) + 1;
    }
  }
  return { byWord, byWordStarts };
}

function wordsOf(list: number, { words, starts }: Lists): Uint32Array {
  return words.subarray(starts[list], starts[list + 1]);
}

export function listOf(step: number): number {
  return (step - firstListCode) >> 1;
}

export function isOptional(step: number): boolean {
  return step !== gapCode && (step & 1) === 0;
}
