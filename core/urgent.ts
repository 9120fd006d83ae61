/**
 * Sees danger in a whole message, in every language at once, before anything is searched or loaded.
 * Patterns are content (`content/urgent`), in the small language that content/README.md describes; `compile/urgent-patterns.ts` folds them
 * and marks in each the word it is looked up by, so that little is left to do when a Worker starts.
 */
import { readWords } from './text.ts';

/** One word of a pattern: `hits/beat*`, `*part*`, behind it `?` when it may be missing; `...` for up to three words, none a negation. */
type Step = { readonly words: readonly string[]; readonly optional: boolean } | 'gap';

export const gap = '...';
const longestGap = 3;
/** Stands before the word a pattern is looked up by. */
export const anchorMark = '^';
/** Letters of a beginning or part that are looked up; the compiler refuses shorter ones. */
export const keyLength = 2;

/** A pattern with the number of words that can stand before its anchor. Its steps are read when it is first tried. */
interface Pattern {
  readonly kind: string;
  readonly lang: string;
  readonly text: string;
  readonly least: number;
  readonly most: number;
  steps?: readonly Step[];
}

/** Patterns by their anchor, so that a long text is read once and few patterns are tried. */
interface PatternIndex {
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>;
  /** By the first letters of a beginning. */
  readonly byStart: ReadonlyMap<string, readonly Pattern[]>;
  /** By the first letters of a part that may stand anywhere in the word. */
  readonly byPart: ReadonlyMap<string, readonly Pattern[]>;
}

export interface UrgentPatterns {
  readonly phrases: PatternIndex;
  readonly unless: PatternIndex;
  readonly negations: ReadonlySet<string>;
}

/** Prepared patterns of one kind in one language. */
export interface UrgentSource {
  readonly kind: string;
  readonly lang: string;
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
}

export function openUrgent(sources: readonly UrgentSource[], negations: readonly string[]): UrgentPatterns {
  return { phrases: indexOf(sources, 'phrases'), unless: indexOf(sources, 'unless'), negations: new Set(negations.flatMap(readWords)) };
}

function indexOf(sources: readonly UrgentSource[], list: 'phrases' | 'unless'): PatternIndex {
  const index = { byWord: new Map<string, Pattern[]>(), byStart: new Map<string, Pattern[]>(), byPart: new Map<string, Pattern[]>() };
  for (const { kind, lang, [list]: patterns } of sources) for (const text of patterns) place(text, kind, lang, index);
  return index;
}

function place(text: string, kind: string, lang: string, index: Record<keyof PatternIndex, Map<string, Pattern[]>>): void {
  const parts = text.split(' ');
  const at = parts.findIndex((part) => part.startsWith(anchorMark));
  const before = parts.slice(0, at);
  const gaps = before.filter((part) => part === gap).length;
  const optional = before.filter((part) => part.endsWith('?')).length;
  const pattern: Pattern = { kind, lang, text, least: at - gaps - optional, most: at - gaps + gaps * longestGap };
  for (const word of (parts[at] ?? '').slice(anchorMark.length).split('/')) {
    if (word.startsWith('*')) push(index.byPart, word.slice(1, 1 + keyLength), pattern);
    else if (word.endsWith('*')) push(index.byStart, word.slice(0, keyLength), pattern);
    else push(index.byWord, word, pattern);
  }
}

function stepsOf(pattern: Pattern): readonly Step[] {
  pattern.steps ??= pattern.text.split(' ').map((part): Step => {
    if (part === gap) return 'gap';
    const plain = part.startsWith(anchorMark) ? part.slice(anchorMark.length) : part;
    const optional = plain.endsWith('?');
    return { words: (optional ? plain.slice(0, -1) : plain).split('/'), optional };
  });
  return pattern.steps;
}

function push(map: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const list = map.get(key);
  if (!list) map.set(key, [pattern]);
  else if (list.at(-1) !== pattern) list.push(pattern);
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
  const attempt = (at: number, candidates: readonly Pattern[] | undefined): void => {
    if (!candidates) return;
    for (const pattern of candidates) {
      for (let from = Math.max(0, at - pattern.most); from <= at - pattern.least; from++) {
        const to = matchFrom(tokens, from, stepsOf(pattern), 0, negations);
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
  if (token !== undefined && passes(token, current.words)) {
    const to = matchFrom(tokens, at + 1, steps, step + 1, negations);
    if (to >= 0) return to;
  }
  return current.optional ? matchFrom(tokens, at, steps, step + 1, negations) : -1;
}

function passes(token: string, words: readonly string[]): boolean {
  return words.some((word) => {
    if (word.startsWith('*')) return token.includes(word.slice(1));
    return word.endsWith('*') ? token.startsWith(word.slice(0, -1)) : token === word;
  });
}
