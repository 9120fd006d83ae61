/**
 * Sees danger in a whole message, in every language at once, before anything is searched or loaded.
 * Patterns are content (`content/urgent`), in the small language that content/README.md describes.
 */
import { longHashOf } from './compact.ts';
import { gapCode, isOptional, keyLength, type Lists, listOf, longestGap, numberOfWord, type PatternList, type UrgentPatterns } from './urgent-index.ts';

/** The kinds of danger in the words of a text, each with the language of the phrase that was seen. Linear in their number. */
export function findUrgent(tokens: readonly string[], patterns: UrgentPatterns): { kind: string; lang: string }[] {
  const read = { tokens, numbers: tokens.map((token) => numbersOf(token, patterns)) };
  const found = matches(read, patterns.phrases, patterns);
  if (found.length === 0) return [];
  const cancelled = matches(read, patterns.unless, patterns);
  const kindOf = ({ source }: Match): string | undefined => patterns.sources[source]?.kind;
  // What is harmless in one language is so in its neighbours, which share many words.
  const isCancelled = (match: Match): boolean => cancelled.some((other) => kindOf(other) === kindOf(match) && match.from < other.to && other.from < match.to);
  const standing = found.filter((match) => !isCancelled(match));
  return standing.flatMap(({ source }) => patterns.sources[source] ?? []).map(({ kind, lang }) => ({ kind, lang }));
}

/** A text with the numbers of the words, beginnings and parts that each of its words is or has. */
interface ReadText {
  readonly tokens: readonly string[];
  readonly numbers: readonly (readonly number[])[];
}

function numbersOf(token: string, { words, beginnings, parts }: UrgentPatterns): number[] {
  const numbers: number[] = [];
  const word = numberOfWord(longHashOf(token), words);
  if (word >= 0) numbers.push(word);
  for (const [text, number] of beginnings.get(token.slice(0, keyLength)) ?? []) if (token.startsWith(text)) numbers.push(number);
  for (let i = 0; i + keyLength <= token.length; i++) {
    for (const [text, number] of parts.get(token.slice(i, i + keyLength)) ?? []) if (token.startsWith(text, i)) numbers.push(number);
  }
  return numbers;
}

interface Match {
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

function matches(text: ReadText, list: PatternList, patterns: UrgentPatterns): Match[] {
  const found: Match[] = [];
  for (const [at, numbers] of text.numbers.entries()) {
    for (const pattern of anchoredBy(numbers, list)) {
      const [least, most] = beforeAnchor(list, pattern);
      const source = list.sources[pattern] ?? 0;
      const attempt = { text, list, patterns, end: list.starts[pattern + 1] ?? 0, negations: patterns.sources[source]?.negations ?? new Set() };
      for (let from = Math.max(0, at - most); from <= at - least; from++) {
        const to = matchFrom(attempt, from, list.starts[pattern] ?? 0);
        if (to >= 0) found.push({ source, from, to });
      }
    }
  }
  return found;
}

function anchoredBy(numbers: readonly number[], { byWord, byWordStarts }: PatternList): Set<number> {
  const patterns = new Set<number>();
  for (const number of numbers) for (let at = byWordStarts[number] ?? 0; at < (byWordStarts[number + 1] ?? 0); at++) patterns.add(byWord[at] ?? 0);
  return patterns;
}

/** How many words at least and at most stand before the anchor of a pattern. */
function beforeAnchor({ steps, starts, anchors }: PatternList, pattern: number): [least: number, most: number] {
  let least = 0;
  let most = 0;
  const first = starts[pattern] ?? 0;
  for (let at = first; at < first + (anchors[pattern] ?? 0); at++) {
    const step = steps[at] ?? 0;
    least += step === gapCode || isOptional(step) ? 0 : 1;
    most += step === gapCode ? longestGap : 1;
  }
  return [least, most];
}

interface Attempt {
  readonly text: ReadText;
  readonly list: PatternList;
  readonly patterns: UrgentPatterns;
  /** Where the steps of the pattern end. */
  readonly end: number;
  readonly negations: ReadonlySet<string>;
}

/** Where a match that begins at `at` ends, or -1. A gap never steps over a negation. */
function matchFrom(attempt: Attempt, at: number, next: number): number {
  if (next === attempt.end) return at;
  const step = attempt.list.steps[next] ?? 0;
  if (step === gapCode) {
    for (let skip = 0; skip <= longestGap; skip++) {
      const to = matchFrom(attempt, at + skip, next + 1);
      if (to >= 0) return to;
      if (attempt.negations.has(attempt.text.tokens[at + skip] ?? '')) return -1;
    }
    return -1;
  }
  if (isIn(attempt.text.numbers[at], listOf(step), attempt.patterns.lists)) {
    const to = matchFrom(attempt, at + 1, next + 1);
    if (to >= 0) return to;
  }
  return isOptional(step) ? matchFrom(attempt, at, next + 1) : -1;
}

/** Whether a list holds one of some words. */
function isIn(numbers: readonly number[] | undefined, list: number, { words, starts }: Lists): boolean {
  if (!numbers || numbers.length === 0) return false;
  for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) if (numbers.includes(words[at] ?? -1)) return true;
  return false;
}
