/**
 * Numbers as text that JSON does not escape and gzip packs well: whole numbers in one character when small, and weights in one character each, in
 * steps. A posting takes two characters instead of eight.
 */
import type { CompactIndex } from './shard-types.ts';

/** Printable ASCII without quote and backslash. */
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .join('');
const digitOf = new Uint8Array(128);
for (const [digit, letter] of [...alphabet].entries()) digitOf[letter.charCodeAt(0)] = digit;

/** Digits from `half` on say that more follow. */
const half = alphabet.length / 2;

export function packNumbers(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      let text = '';
      let rest = number;
      for (; rest >= half; rest = Math.floor(rest / half)) text += alphabet[half + (rest % half)];
      return text + alphabet[rest];
    })
    .join('');
}

export function unpackNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)] ?? 0;
    if (digit >= half) {
      value += (digit - half) * scale;
      scale *= half;
      continue;
    }
    numbers[count++] = value + digit * scale;
    value = 0;
    scale = 1;
  }
  return numbers.subarray(0, count);
}

/** Each step is this much below the last: finer ones find no more, and coarser ones turn the order of near topics in short questions. */
export const step = 1.15;

/** Weights above nought, as steps below `top`, the greatest. */
export function packWeights(weights: readonly number[], top: number): string {
  return weights.map((weight) => alphabet[Math.min(alphabet.length - 1, Math.max(0, Math.round(Math.log(top / weight) / Math.log(step))))]).join('');
}

export function unpackWeights(text: string, top: number): Float32Array {
  const levels = Float32Array.from(alphabet, (_, level) => top / step ** level);
  const weights = new Float32Array(text.length);
  for (let i = 0; i < text.length; i++) weights[i] = levels[digitOf[text.charCodeAt(i)] ?? 0] ?? 0;
  return weights;
}

const termBits = 23;

/** A term as a number of 23 bits. Among tens of thousands of terms a stranger is taken for one of them once in hundreds of times, and then weighs little. */
export function hashOf(term: string): number {
  const hash = longHashOf(term);
  return (hash ^ (hash >>> termBits)) & (2 ** termBits - 1);
}

const [hashStart, hashFactor] = [0x811c9dc5, 0x01000193];

/** FNV-1a, 32 bits: for terms each of which counts alone. Among tens of thousands a stranger is taken for one once in a hundred thousand times. */
export function longHashOf(term: string): number {
  let hash = hashStart;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), hashFactor);
  return hash >>> 0;
}

/** Marks the beginning of a packed word and how much it shares with the last; folded words have no capitals. */
const firstMark = 'A'.charCodeAt(0);
const mostShared = 25;

/** Words in an order in which neighbours begin alike: of each how many letters it shares with the last, then its own. */
export function packWords(words: readonly string[]): string {
  return words
    .map((word, i) => {
      const last = words[i - 1] ?? '';
      let shared = 0;
      while (shared < Math.min(mostShared, word.length) && word[shared] === last[shared]) shared++;
      return String.fromCharCode(firstMark + shared) + word.slice(shared);
    })
    .join('');
}

/** `longHashOf` of each packed word. */
export function hashesIn(packed: string): Uint32Array {
  const hashes = new Uint32Array(packed.length);
  /** The hash after so many letters of the last word. */
  const states = new Uint32Array(packed.length + 1).fill(hashStart, 0, 1);
  let words = 0;
  let length = 0;
  for (let i = 0; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code >= firstMark && code <= firstMark + mostShared) {
      if (i > 0) hashes[words++] = states[length] ?? 0;
      length = code - firstMark;
    } else states[++length] = Math.imul((states[length - 1] ?? 0) ^ code, hashFactor);
  }
  if (packed) hashes[words++] = states[length] ?? 0;
  return hashes.subarray(0, words);
}

/** Where a number stands in a sorted list, or -1. */
export function findSorted(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A sorted list as the gaps between its members. */
export function packSorted(list: readonly number[]): string {
  return packNumbers(list.map((number, i) => number - (list[i - 1] ?? 0)));
}

export function unpackSorted(text: string): Uint32Array {
  const list = unpackNumbers(text);
  for (let i = 1; i < list.length; i++) list[i] = (list[i] ?? 0) + (list[i - 1] ?? 0);
  return list;
}

/** An inverted index as arrays. The number of a term is where its hash stands in `terms`. */
export interface OpenIndex {
  readonly terms: Uint32Array;
  /** Where the postings of each term begin; one more at the end. */
  readonly starts: Uint32Array;
  /** The documents of each term, and what it gives them. */
  readonly postings: Uint16Array;
  readonly weights: Float32Array;
}

/** Room for the number of a term beside its hash, in one sortable number. */
const numbersRoom = 2 ** 20;

export function openCompact(index: CompactIndex): OpenIndex {
  const packed = termsIn(index);
  const order = packed.hashes.map((hash, number) => hash * numbersRoom + number).sort();
  const [gaps, given] = [unpackNumbers(index.documents), unpackWeights(index.weights, index.top)];
  const [terms, starts] = [new Uint32Array(order.length), new Uint32Array(order.length + 1)];
  const [postings, weights] = [new Uint16Array(gaps.length), new Float32Array(gaps.length)];
  let to = 0;
  for (const [term, key] of order.entries()) {
    const number = key % numbersRoom;
    terms[term] = packed.hashes[number] ?? 0;
    starts[term] = to;
    let document = -1;
    for (let at = packed.starts[number] ?? 0; at < (packed.starts[number + 1] ?? 0); at++, to++) {
      document += 1 + (gaps[at] ?? 0);
      postings[to] = document;
      weights[to] = given[at] ?? 0;
    }
  }
  starts[order.length] = to;
  return { terms, starts, postings, weights };
}

/** The hash of each term as it was packed, and where its postings begin. */
function termsIn({ terms, counts }: CompactIndex): { hashes: Float64Array; starts: Uint32Array } {
  const gaps = unpackNumbers(terms);
  const [hashes, starts] = [new Float64Array(gaps.length), new Uint32Array(gaps.length + 1)];
  let next = 0;
  for (const [less, howMany] of unpackNumbers(counts).entries()) {
    for (let hash = 0, left = howMany; left > 0; left--, next++) {
      hash += gaps[next] ?? 0;
      hashes[next] = hash;
      starts[next + 1] = (starts[next] ?? 0) + less + 1;
    }
  }
  return { hashes, starts };
}

/** Adds what a term gives each of its documents, so many times over. */
export function addPostings({ starts, postings, weights }: OpenIndex, term: number, times: number, sums: Float64Array): void {
  for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
    const document = postings[at] ?? 0;
    sums[document] = (sums[document] ?? 0) + times * (weights[at] ?? 0);
  }
}
