/**
 * Which language a text is in. Letters, pairs and triples of letters and whole words, each with what it says for each language: learnt at compile time
 * (compile/language-model.ts) from how people ask in our own corpus, so that a language we add is known in all the spellings we wrote it in.
 */
import { addPostings, findSorted, hashOf, type OpenIndex, openCompact } from './compact.ts';
import type { Bundled } from './shard-types.ts';
import { apostrophes } from './text.ts';

/** A language as people write it in one script. */
interface Profile {
  readonly locale: string;
  readonly script: string;
  /** Whether it is the language's own script: else people type it so where they have no other keyboard. */
  readonly isOwn: boolean;
}

/** The model ready to use; the postings of a term are numbers of profiles. */
export interface Detector extends OpenIndex {
  readonly profiles: readonly Profile[];
}

export function createDetector({ languages, languageModel }: Pick<Bundled, 'languages' | 'languageModel'>): Detector {
  const profiles = languageModel.profiles.map(([locale, script]) => ({ locale, script, isOwn: languages[locale]?.script === script }));
  return { ...openCompact(languageModel.index), profiles };
}

const wordPattern = /[\p{L}\p{M}]+/gu;
/** So many words show a language; a longer text is not read to its end. */
const mostWords = 20;
const mostLetters = 300;
const longestGram = 3;

const wordMark = '=';

export function isWord(sign: string): boolean {
  return sign.startsWith(wordMark);
}

/** What a text is judged by. Accents stay: they tell languages apart. */
export function signsOf(text: string): string[] {
  const signs: string[] = [];
  const words = text.slice(0, mostLetters).toLowerCase().normalize('NFC').replace(apostrophes, '').match(wordPattern) ?? [];
  for (const word of words.slice(0, mostWords)) {
    signs.push(wordMark + word);
    const padded = ` ${word} `;
    for (let length = 1; length <= longestGram; length++) {
      const [from, to] = length === 1 ? [1, padded.length - 1] : [0, padded.length];
      for (let at = from; at + length <= to; at++) signs.push(padded.slice(at, at + length));
    }
  }
  return signs;
}

const latinOnly = /^[\x20-\x40\x5B-\x60\x7B-\x7E\n]*[A-Za-z][\x20-\x7E\n]*$/;

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Guru', /\p{Script=Gurmukhi}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Hans', /\p{Script=Han}/gu],
];

/** The script of most letters of a text, ISO 15924 (Han is `Hans`, the only one of them here), or null. */
export function scriptOf(text: string): string | null {
  if (latinOnly.test(text)) return 'Latn';
  let main: string | null = null;
  let most = 0;
  for (const [script, pattern] of scripts) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) {
      main = script;
      most = count;
    }
  }
  return main;
}

export interface Detected {
  /** Null for a script no listed language uses. */
  readonly locale: string | null;
  /** ISO 15924, of most of its letters; null without any. */
  readonly script: string | null;
  /** Whether the text gave its language away: otherwise other languages are worth a try. */
  readonly sure: boolean;
}

/** How much the language a person set counts: about as much as one telling word. */
const priorWeight = 12;
/** From so much more for the first language than for the next on, a text has given its language away. */
const sureAhead = 12;
/** Fewer words may be a name, or a title. */
const sureWords = 4;

/** The language of a text. Without any sign in it: the prior where people write it in this script, then English or the first language of the script. */
export function detectLocale(text: string, detector: Detector, prior: string | null): Detected {
  const script = scriptOf(text);
  if (script === null) return { locale: null, script, sure: false };
  const signs = signsOf(text);
  const scores = scoresOf(signs, detector);
  const scored = detector.profiles
    .map((profile, at) => ({ ...profile, signs: scores[at] ?? 0 }))
    .filter((profile) => profile.script === script)
    .map((candidate) => ({ ...candidate, score: candidate.signs + (candidate.locale === prior ? priorWeight : 0) }))
    .sort((a, b) => b.score - a.score);
  const isLong = signs.filter(isWord).length >= sureWords;
  const [first, second] = scored;
  if (!first) return { locale: null, script, sure: false };
  if (first.score > 0) return { locale: first.locale, script, sure: isLong && first.score - (second?.score ?? 0) >= sureAhead };
  const own = scored.filter(({ isOwn }) => isOwn);
  return { locale: (own.find(({ locale }) => locale === 'en') ?? own[0])?.locale ?? null, script, sure: false };
}

function scoresOf(signs: readonly string[], detector: Detector): Float64Array {
  const scores = new Float64Array(detector.profiles.length);
  for (const sign of signs) {
    const number = findSorted(detector.terms, hashOf(sign));
    if (number >= 0) addPostings(detector, number, 1, scores);
  }
  return scores;
}

/** Whether people write a language in a script. */
export function isWrittenIn(locale: string, script: string | null, { profiles }: Detector): boolean {
  return profiles.some((profile) => profile.locale === locale && profile.script === script);
}
