/**
 * Sees danger in a whole message, in every language at once, before anything is searched or loaded.
 * Patterns are content (`content/urgent`), in the small language that content/README.md describes.
 */
import { readWords } from './text.ts';

/** One word of a pattern: exact alternatives, beginnings, and parts. */
interface WordTest {
  readonly exact: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly contains: readonly string[];
}

type Step = { readonly test: WordTest; readonly optional: boolean } | 'gap';

const longestGap = 3;

export interface UrgentPattern {
  readonly kind: string;
  readonly lang: string;
  readonly steps: readonly Step[];
}

export interface UrgentPatterns {
  readonly phrases: PatternIndex;
  readonly unless: PatternIndex;
  readonly negations: ReadonlySet<string>;
}

/** A pattern, found through its rarest word: how many words of the text can stand before that one. */
interface Anchored {
  readonly pattern: UrgentPattern;
  readonly least: number;
  readonly most: number;
}

/** Patterns by their rarest word, so that a long text is read once and few patterns are tried. */
interface PatternIndex {
  readonly byWord: ReadonlyMap<string, readonly Anchored[]>;
  /** By the first letters of a beginning. */
  readonly byStart: ReadonlyMap<string, readonly Anchored[]>;
  /** By the first letters of a part that may stand anywhere in the word. */
  readonly byPart: ReadonlyMap<string, readonly Anchored[]>;
}

export interface UrgentSource {
  readonly kind: string;
  readonly lang: string;
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
}

export function compileUrgent(sources: readonly UrgentSource[], negations: readonly string[]): UrgentPatterns {
  const parse = (list: 'phrases' | 'unless'): UrgentPattern[] =>
    sources.flatMap((source) => source[list].map((pattern) => ({ kind: source.kind, lang: source.lang, steps: parsePattern(pattern) })));
  return {
    phrases: indexPatterns(parse('phrases')),
    unless: indexPatterns(parse('unless')),
    negations: new Set(negations.flatMap(readWords)),
  };
}

/** Throws on a pattern that could never match; the compiler reports it. */
export function parsePattern(pattern: string): Step[] {
  const steps = pattern
    .trim()
    .split(/\s+/)
    .map((part): Step => (part === '...' || part === '…' ? 'gap' : { test: wordTest(part), optional: part.endsWith('?') }));
  if (steps.length === 0 || steps[0] === 'gap' || steps.at(-1) === 'gap') throw new Error('begins or ends with "..."');
  if (steps.every((step) => step === 'gap' || step.optional)) throw new Error('every word is optional');
  return steps;
}

function wordTest(part: string): WordTest {
  const exact = new Set<string>();
  const starts: string[] = [];
  const contains: string[] = [];
  for (const raw of part.replace(/\?$/, '').split('/')) {
    const folded = readWords(raw.replaceAll('*', ''));
    const [word] = folded;
    if (!word || folded.length > 1) throw new Error(`"${raw}" is not one word`);
    if (raw.includes('*') && word.length < keyLength) throw new Error(`"${raw}" is too short for *`);
    if (raw.startsWith('*')) contains.push(word);
    else if (raw.endsWith('*')) starts.push(word);
    else exact.add(word);
  }
  return { exact, starts, contains };
}

/** Letters of a beginning or part that are looked up; shorter ones are refused by `wordTest`. */
const keyLength = 2;

function indexPatterns(patterns: readonly UrgentPattern[]): PatternIndex {
  const byWord = new Map<string, Anchored[]>();
  const byStart = new Map<string, Anchored[]>();
  const byPart = new Map<string, Anchored[]>();
  const frequency = new Map<string, number>();
  for (const { steps } of patterns) {
    for (const step of steps) if (step !== 'gap') for (const word of step.test.exact) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  for (const pattern of patterns) {
    const { at, test } = rarest(pattern.steps, frequency);
    const anchored = { pattern, ...before(pattern.steps.slice(0, at)) };
    for (const word of test.exact) push(byWord, word, anchored);
    for (const key of new Set(test.starts.map((start) => start.slice(0, keyLength)))) push(byStart, key, anchored);
    for (const key of new Set(test.contains.map((part) => part.slice(0, keyLength)))) push(byPart, key, anchored);
  }
  return { byWord, byStart, byPart };
}

/** A beginning or part is looked up more often than a word. */
const looseCost = 25;

/** The word that has to be there and stands in the fewest patterns. */
function rarest(steps: readonly Step[], frequency: ReadonlyMap<string, number>): { at: number; test: WordTest } {
  let best: { at: number; test: WordTest; cost: number } | null = null;
  for (const [at, step] of steps.entries()) {
    if (step === 'gap' || step.optional) continue;
    const words = [...step.test.exact].reduce((sum, word) => sum + (frequency.get(word) ?? 0), 0);
    const cost = words + looseCost * (step.test.starts.length + step.test.contains.length);
    if (!best || cost < best.cost) best = { at, test: step.test, cost };
  }
  if (!best) throw new Error('every word is optional');
  return best;
}

/** How many words of a text some steps can take. */
function before(steps: readonly Step[]): { least: number; most: number } {
  const words = steps.filter((step) => step !== 'gap');
  const gaps = steps.length - words.length;
  return { least: words.filter((step) => !step.optional).length, most: words.length + gaps * longestGap };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Match {
  readonly kind: string;
  readonly lang: string;
  readonly from: number;
  readonly to: number;
}

/** The kinds of danger in the words of a text, each with the language of the phrase that was seen. Linear in their number. */
export function findUrgent(tokens: readonly string[], patterns: UrgentPatterns): { kind: string; lang: string }[] {
  const found = matches(tokens, patterns.phrases, patterns.negations);
  if (found.length === 0) return [];
  const cancelled = matches(tokens, patterns.unless, patterns.negations);
  return found.filter((match) => !cancelled.some((other) => overlap(match, other) && other.lang === match.lang));
}

function overlap(a: Match, b: Match): boolean {
  return a.from < b.to && b.from < a.to;
}

function matches(tokens: readonly string[], index: PatternIndex, negations: ReadonlySet<string>): Match[] {
  const found: Match[] = [];
  const attempt = (at: number, candidates: readonly Anchored[] | undefined): void => {
    if (!candidates) return;
    for (const { pattern, least, most } of candidates) {
      for (let from = Math.max(0, at - most); from <= at - least; from++) {
        const to = matchFrom(tokens, from, pattern.steps, 0, negations);
        if (to >= 0) found.push({ kind: pattern.kind, lang: pattern.lang, from, to });
      }
    }
  };
  for (const [at, token] of tokens.entries()) {
    attempt(at, index.byWord.get(token));
    attempt(at, index.byStart.get(token.slice(0, keyLength)));
    for (let i = 0; i + keyLength <= token.length; i++) attempt(at, index.byPart.get(token.slice(i, i + keyLength)));
  }
  return found;
}

/** Where a match that begins at `at` ends, or -1. A gap never steps over a negation. */
function matchFrom(tokens: readonly string[], at: number, steps: readonly Step[], step: number, negations: ReadonlySet<string>): number {
  const current = steps[step];
  if (current === undefined) return at;
  if (current === 'gap') {
    for (let skip = 0; skip <= longestGap; skip++) {
      const to = matchFrom(tokens, at + skip, steps, step + 1, negations);
      if (to >= 0) return to;
      if (negations.has(tokens[at + skip] ?? '')) return -1;
    }
    return -1;
  }
  const token = tokens[at];
  if (token !== undefined && passes(token, current.test)) {
    const to = matchFrom(tokens, at + 1, steps, step + 1, negations);
    if (to >= 0) return to;
  }
  return current.optional ? matchFrom(tokens, at, steps, step + 1, negations) : -1;
}

function passes(token: string, test: WordTest): boolean {
  return test.exact.has(token) || test.starts.some((start) => token.startsWith(start)) || test.contains.some((part) => token.includes(part));
}
