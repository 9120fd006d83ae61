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

/** Patterns by how their first word can begin, so that a long text is read once. */
interface PatternIndex {
  readonly byWord: ReadonlyMap<string, readonly UrgentPattern[]>;
  readonly byStart: ReadonlyMap<string, readonly UrgentPattern[]>;
  readonly anywhere: readonly UrgentPattern[];
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
    if (raw.startsWith('*')) contains.push(word);
    else if (raw.endsWith('*')) starts.push(word);
    else exact.add(word);
  }
  return { exact, starts, contains };
}

const startLength = 2;

function indexPatterns(patterns: readonly UrgentPattern[]): PatternIndex {
  const byWord = new Map<string, UrgentPattern[]>();
  const byStart = new Map<string, UrgentPattern[]>();
  const anywhere: UrgentPattern[] = [];
  for (const pattern of patterns) {
    for (const test of firstTests(pattern.steps)) {
      for (const word of test.exact) push(byWord, word, pattern);
      for (const start of test.starts) {
        if (start.length < startLength) anywhere.push(pattern);
        else push(byStart, start.slice(0, startLength), pattern);
      }
      if (test.contains.length > 0) anywhere.push(pattern);
    }
  }
  return { byWord, byStart, anywhere };
}

/** The tests a match can begin with: the first word, and those behind optional ones. */
function firstTests(steps: readonly Step[]): WordTest[] {
  const tests: WordTest[] = [];
  for (const step of steps) {
    if (step === 'gap') continue;
    tests.push(step.test);
    if (!step.optional) break;
  }
  return tests;
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
  for (const [at, token] of tokens.entries()) {
    const lists = [index.byWord.get(token), index.byStart.get(token.slice(0, startLength)), index.anywhere];
    for (const pattern of lists.flatMap((list) => list ?? [])) {
      const to = matchFrom(tokens, at, pattern.steps, 0, negations);
      if (to > 0) found.push({ kind: pattern.kind, lang: pattern.lang, from: at, to });
    }
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
