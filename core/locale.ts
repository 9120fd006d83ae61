/** Which language a question is in, and which to answer in. */
import type { Bundled, BundledLanguage, LocaleInfo } from './shard-types.ts';
import { readWords } from './text.ts';

export type Locales = Readonly<Record<string, LocaleInfo>>;

/** The listed language for a BCP 47 tag or alias ("es-MX" -> "es"), or null. */
export function knownLocale(tag: string | undefined, locales: Locales): string | null {
  if (!tag) return null;
  const wanted = tag.trim().toLowerCase().replaceAll('_', '-');
  for (let cut = wanted; cut; cut = cut.slice(0, Math.max(0, cut.lastIndexOf('-')))) {
    for (const [locale, info] of Object.entries(locales)) {
      if (locale.toLowerCase() === cut || info.aliases.some((alias) => alias.toLowerCase() === cut)) return locale;
    }
  }
  return null;
}

/** The first listed language of an Accept-Language header, by quality, or null. */
export function preferredLocale(header: string | undefined, locales: Locales): string | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = knownLocale(tag, locales);
    if (locale) return locale;
  }
  return null;
}

/** The language itself, then its fallbacks, then English. */
export function fallbackChain(locale: string, locales: Locales): string[] {
  return [...new Set([locale, ...(locales[locale]?.fallback ?? []), 'en'])].filter((tag) => tag in locales);
}

interface Profile {
  readonly locale: string;
  readonly script: string;
  /** Its own script, and those in which people also type it: the scripts of its markers. */
  readonly written: ReadonlySet<string>;
  /** Matches each letter only this language uses; null when it has none. */
  readonly letters: RegExp | null;
}

/** Markers of all languages turned inside out, made once. */
export interface Detector {
  readonly profiles: readonly Profile[];
  readonly byWord: ReadonlyMap<string, readonly string[]>;
}

export function createDetector(languages: Bundled['languages']): Detector {
  const byWord = new Map<string, string[]>();
  const profiles = Object.entries(languages).map(([locale, language]) => {
    for (const word of new Set(language.markers.flatMap(readWords))) {
      byWord.set(word, [...(byWord.get(word) ?? []), locale]);
    }
    return profile(locale, language);
  });
  return { profiles, byWord };
}

function profile(locale: string, language: BundledLanguage): Profile {
  return {
    locale,
    script: language.script,
    written: new Set([language.script, ...language.markers.flatMap((word) => mainScript(word) ?? [])]),
    letters: language.letters ? new RegExp(`[${[...language.letters.toLowerCase()].join('').replace(/[\\\]^-]/g, '')}]`, 'gu') : null,
  };
}

const latinOnly = /^[\x20-\x7E\n]*[A-Za-z][\x20-\x7E\n]*$/;

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

/** How much the language a person set counts against one marker word. */
const priorWeight = 0.5;
const letterWeight = 1.5;

export interface Detected {
  /** Null for a script no listed language uses. */
  readonly locale: string | null;
  /** ISO 15924, of most of its letters; null without any. */
  readonly script: string | null;
  /** Whether the words or letters of the text gave it away: otherwise other languages are worth a try. */
  readonly sure: boolean;
}

/** From so many signs on, and so far ahead of the next language, a text has given its language away. */
const sureFrom = 2;
const sureAhead = 1.5;

/**
 * The language of a text. Without any sign in it: the prior where people write it in this script, then English or the first language of the script.
 */
export function detectLocale(text: string, words: readonly string[], detector: Detector, prior: string | null): Detected {
  const script = mainScript(text);
  const lower = text.toLowerCase();
  const marked = countMarkers(words, detector);
  const scored = detector.profiles
    .filter((candidate) => script !== null && candidate.written.has(script))
    .map(({ locale, letters, ...profile }) => {
      const unusual = letters && profile.script === script ? (lower.match(letters)?.length ?? 0) : 0;
      const signs = (marked.get(locale) ?? 0) + letterWeight * Math.min(unusual, 2);
      return { locale, isOwn: profile.script === script, signs, score: signs + (locale === prior ? priorWeight : 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) return { locale: null, script, sure: false };
  const isSure = first.signs >= sureFrom && first.signs >= (second?.signs ?? 0) * sureAhead;
  if (first.score > 0) return { locale: first.locale, script, sure: isSure };
  const own = scored.filter(({ isOwn }) => isOwn);
  return { locale: (own.find(({ locale }) => locale === 'en') ?? own[0])?.locale ?? null, script, sure: false };
}

/** Whether people write a language in a script. */
export function isWrittenIn(locale: string, script: string | null, { profiles }: Detector): boolean {
  return script !== null && profiles.some((profile) => profile.locale === locale && profile.written.has(script));
}

/** A word that several languages share counts for each a little. */
function countMarkers(words: readonly string[], detector: Detector): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    const locales = detector.byWord.get(word) ?? [];
    for (const locale of locales) counts.set(locale, (counts.get(locale) ?? 0) + 1 / locales.length);
  }
  return counts;
}

function mainScript(text: string): string | null {
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
