/**
 * Folds and splits text. The compiler and the search use the same functions, so that an index and a question cannot differ.
 * Recipe and measurements: NFKC, folded letters, soft stop words, stems, character n-grams (which stand in for typo tolerance).
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { isTypedInLatin, soundOf } from './sound.ts';

/** The one list to extend when a language with a stemmer is added; a language without one is carried by its n-grams. The Greek one cuts too much, the Bulgarian one fails. */
const stemmers: Readonly<Record<string, (word: string) => string>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  hi: hindi,
  hu: hungarian,
  it: italian,
  nl: dutch,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
};

/** Letters that people type for one another, `from to`: other keyboards, other habits, no dot, no final form. */
const variants: ReadonlyMap<string, string> = new Map(
  [
    'ı i, ł l, đ d, ø o, ß ss, æ ae, œ oe, ς σ, ё е',
    'أ ا, إ ا, آ ا, ٱ ا, ة ه, ۃ ه, ہ ه, ۀ ه, ە ه, ھ ه, ى ي, ی ي, ئ ي, ې ي, ۍ ي, ے ي, ۓ ي, ؤ و, ک ك, ڪ ك, ں ن',
    'ँ ं, ੰ ਂ',
    ...ethiopicTwins('ሐ', 'ሀ'),
    ...ethiopicTwins('ኀ', 'ሀ'),
    ...ethiopicTwins('ሠ', 'ሰ'),
    ...ethiopicTwins('ዐ', 'አ'),
    ...ethiopicTwins('ፀ', 'ጸ'),
    'ሃ ሀ, ሓ ሀ, ኃ ሀ, ኣ አ, ዓ አ',
  ].flatMap((row) => row.split(', ').map((pair) => pair.split(' ') as [string, string])),
);

/** Rows of seven letters that sound alike in Amharic. */
function ethiopicTwins(from: string, to: string): string[] {
  const letter = (first: string, at: number): string => String.fromCodePoint((first.codePointAt(0) ?? 0) + at);
  return Array.from({ length: 7 }, (_, at) => `${letter(from, at)} ${letter(to, at)}`);
}

const invisible = /[\p{Cf}\p{Cc}\uFFFD]+/gu;
export const apostrophes = /['’ʼ`´‘]/g;
/** Arabic vowel marks; the Indian dot below and the Gurmukhi sign of a double letter, which many leave out. */
const optionalMarks = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u093C\u09BC\u0A3C\u0A71]/g;
const variantLetters = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');
const latinMarks = /(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036F]{0,4})[\u0300-\u036F]/gu;
/** No letter of any language carries more marks; longer runs are noise, and costly to put in order. */
const markRuns = /(\p{M}{4})\p{M}+/gu;
/** One letter can unfold into eighteen. */
const longestFolded = 8192;
const pureAscii = /^[\x20-\x7E]*$/;

/**
 * One spelling for what people type in many: NFKC, lower case, no accents on Latin and Greek letters, no Arabic vowel marks,
 * one form of letters that stand for one another, no apostrophes, ASCII digits, no invisible characters.
 */
export function fold(text: string): string {
  if (pureAscii.test(text)) return text.toLowerCase().replace(apostrophes, '');
  return text
    .replace(markRuns, '$1')
    .normalize('NFKC')
    .slice(0, longestFolded)
    .replace(invisible, (run) => (/[\n\r\t]/.test(run) ? ' ' : ''))
    .toLowerCase()
    .normalize('NFD')
    .replace(latinMarks, '')
    .normalize('NFC')
    .replace(optionalMarks, '')
    .replace(variantLetters, (letter) => variants.get(letter) ?? letter)
    .replace(apostrophes, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F]/g, asciiDigit);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66].find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Of a script without spaces, where a word is one or two letters. */
export function isUnspaced(word: string): boolean {
  return unspacedScript.test(word);
}

/** Finds the words of scripts without spaces. */
export const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a folded text, in order. Scripts without spaces are cut with Intl.Segmenter. */
export function words(folded: string): string[] {
  const found = folded.match(wordPattern) ?? [];
  if (!unspacedScript.test(folded)) return found;
  return found.flatMap((word) =>
    unspacedScript.test(word) ? [...segmenter.segment(word)].filter((part) => part.isWordLike).map((part) => part.segment) : [word],
  );
}

/** The words of a text as it was typed. Danger, place and language all read the same words. */
export function readWords(text: string): string[] {
  return words(fold(text));
}

export type StopWords = ReadonlySet<string>;

/** Tokens of one text in four views. A token says by its first character which view it belongs to. */
export interface Views {
  readonly words: string[];
  readonly grams: string[];
  readonly pairs: string[];
  readonly sounds: string[];
}

export function isGram(term: string): boolean {
  return term.startsWith('~');
}

const soundMark = '^';

export function isSound(term: string): boolean {
  return term.startsWith(soundMark);
}

/** The views of a question; the n-grams word by word. */
export interface QuestionViews extends Omit<Views, 'grams'> {
  readonly grams: readonly string[][];
}

/** How a word sounds counts only where it was typed in Latin letters: in its own script it says more than its sound. */
export function questionViews(plain: readonly string[], language: CutFor): QuestionViews {
  return { ...spokenViews(plain, language), grams: plain.map(gramsOf), sounds: soundsOf(plain.filter(isTypedInLatin), language) };
}

function soundsOf(plain: readonly string[], { script }: CutFor): string[] {
  return plain.flatMap((word) => soundOf(word, script) ?? []).map((sound) => soundMark + sound);
}

export function isPair(term: string): boolean {
  return !isGram(term) && term.includes(' ');
}

const gramLength = 4;

/** What a text is cut for: a language, BCP 47, and its own script, ISO 15924. */
export interface CutFor {
  readonly lang: string;
  readonly script: string;
}

/** `stem` for words, `~gram` for character n-grams within words, `first second` for neighbours, `^sound` for how words sound in any script. */
export function views(text: string, language: CutFor): Views {
  return viewsOf(readWords(text), language);
}

/** The views of words that were read already. */
export function viewsOf(plain: readonly string[], language: CutFor): Views {
  return { ...spokenViews(plain, language), grams: plain.flatMap(gramsOf), sounds: soundsOf(plain, language) };
}

/** Words and their neighbours, as stems. */
function spokenViews(plain: readonly string[], { lang }: CutFor): Pick<Views, 'words' | 'pairs'> {
  const stem = stemmers[lang];
  const words = stem ? plain.map((word) => stem(word) || word) : [...plain];
  return { words, pairs: words.slice(1).map((word, before) => `${words[before]} ${word}`) };
}

/** Words of unspaced scripts are short: pairs of letters. Elsewhere the spaces around a word count as letters. */
function gramsOf(word: string): string[] {
  const [text, length] = unspacedScript.test(word) ? [word, 2] : [` ${word} `, gramLength];
  const letters = beyondBasicPlane.test(text) ? [...text] : null;
  const size = letters?.length ?? text.length;
  if (size <= length) return [`~${text}`];
  return Array.from({ length: size - length + 1 }, (_, at) => `~${letters?.slice(at, at + length).join('') ?? text.slice(at, at + length)}`);
}

const beyondBasicPlane = /[\uD800-\uDFFF]/;
