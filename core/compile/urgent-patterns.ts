/** Makes the patterns of `content/urgent` ready: folded as texts are, checked, and each with its rarest word marked. */
import { readWords } from '../text.ts';
import { anchorMark, gap, keyLength, type UrgentSource } from '../urgent.ts';

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
  return `${[...new Set(words)].join('/')}${part.endsWith('?') ? '?' : ''}`;
}

function foldWord(raw: string): string {
  const folded = readWords(raw.replaceAll('*', ''));
  const [word] = folded;
  if (!word || folded.length > 1) throw new Error(`"${raw}" is not one word`);
  if (raw.includes('*') && word.length < keyLength) throw new Error(`"${raw}" is too short for *`);
  if (raw.startsWith('*')) return `*${word}`;
  return raw.endsWith('*') ? `${word}*` : word;
}

/** Folds all patterns and marks the anchor of each: the word that has to be there and stands in the fewest of them. */
export function prepareUrgent(sources: readonly UrgentSource[]): UrgentSource[] {
  const folded = sources.map((source) => ({ ...source, phrases: source.phrases.map(foldPattern), unless: source.unless.map(foldPattern) }));
  const frequency = new Map<string, number>();
  for (const { phrases, unless } of folded) {
    for (const word of [...phrases, ...unless].flatMap((pattern) => pattern.split(/[ /?]/))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const mark = (pattern: string): string => markAnchor(pattern, frequency);
  return folded.map((source) => ({ ...source, phrases: source.phrases.map(mark), unless: source.unless.map(mark) }));
}

/** A beginning or part is looked up more often than a word. */
const looseCost = 25;

function markAnchor(pattern: string, frequency: ReadonlyMap<string, number>): string {
  const parts = pattern.split(' ');
  const costs = parts.map((part) => {
    if (part === gap || part.endsWith('?')) return Number.POSITIVE_INFINITY;
    return part.split('/').reduce((sum, word) => sum + (word.includes('*') ? looseCost : (frequency.get(word) ?? 0)), 0);
  });
  const at = costs.indexOf(Math.min(...costs));
  return parts.map((part, i) => (i === at ? `${anchorMark}${part}` : part)).join(' ');
}
