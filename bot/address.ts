/**
 * Every address of the web, for all who link there. `place` is the id of a place, one or two segments (`es`, `es/barcelona`, `un`); an id never
 * equals a language tag or one of these words, so no two addresses collide (core/compile/check/ids.ts).
 */
import type { Bundled, Reader } from '../core/index.ts';

export function chatPath(place: string, lang: string, reader?: Reader): string {
  return `/${place}/${lang}${queryOf(reader)}`;
}

/** The permanent page of an answer, as one kind of reader sees it. */
export function topicPath(place: string, lang: string, topic: string, reader?: Reader): string {
  return `/${place}/${lang}/${topic}${queryOf(reader)}`;
}

/** The same answer in two languages, to print. */
export function cardPath(place: string, lang: string, topic: string, second: string): string {
  return `/${place}/${lang}/${topic}/card/${second}`;
}

/** Where the second language of such a card is chosen. */
export function cardChoicePath(place: string, lang: string, topic: string): string {
  return `/${place}/${lang}/${topic}/card`;
}

/** Where the time limits of a topic are counted out. */
export function deadlinePath(place: string, lang: string, topic: string): string {
  return `/${place}/${lang}/${topic}/deadline`;
}

/** Takes a tap below an answer. */
export function feedbackPath(place: string, lang: string, topic: string): string {
  return `/${place}/${lang}/${topic}/feedback`;
}

export function thanksPath(place: string, lang: string, topic: string): string {
  return `/${place}/${lang}/${topic}/thanks`;
}

/** All that a desk needs of one topic. */
export function dutyPath(place: string, lang: string, topic: string): string {
  return `/${place}/${lang}/duties/${topic}`;
}

/** What the script of the self-assessment needs of a place and language. */
export function assessmentDataPath(place: string, lang: string): string {
  return `/${place}/${lang}/assessment/data`;
}

export function networksPath(lang: string): string {
  return `/networks?lang=${lang}`;
}

export function servicesPath(place: string, lang: string): string {
  return `/${place}/${lang}/services`;
}

export function servicePath(place: string, lang: string, service: string): string {
  return `/${place}/${lang}/service/${service}`;
}

export function emergencyPath(place: string, lang: string): string {
  return `/${place}/${lang}/emergency`;
}

export function lawPath(place: string, lang: string, law: string): string {
  return `/${place}/${lang}/law/${law}`;
}

export type PageName = 'topics' | 'privacy' | 'about' | 'duties' | 'commitments' | 'assessment';

export function pagePath(place: string, lang: string, page: PageName): string {
  return `/${place}/${lang}/${page}`;
}

/** The chat of a place, to be shown inside another site. */
export function embedPath(place: string, lang: string): string {
  return `/embed${chatPath(place, lang)}`;
}

/** The place of an address under `/embed`; null for any other. */
export function framedPlace(path: string): string | null {
  return /^\/embed\/((?:[^/]+\/)?[^/]+)\/[^/]+$/.exec(path)?.[1] ?? null;
}

/** The start: language and city. */
export function homePath(lang?: string): string {
  return lang ? `/?lang=${lang}` : '/';
}

/** A resident is who reads when nobody says otherwise. */
function queryOf(reader: Reader = 'resident'): string {
  return reader === 'resident' ? '' : `?reader=${reader}`;
}

/** The place and language of an address; null when it is of none that are listed. */
export function readAddress(path: string, { places, locales }: Bundled): { readonly place: string; readonly lang: string } | null {
  const [country = '', ...rest] = path.split('/').filter(Boolean);
  const [place, lang = ''] = Object.hasOwn(locales, rest[0] ?? '') ? [country, rest[0]] : [`${country}/${rest[0]}`, rest[1]];
  return Object.hasOwn(places, place) && Object.hasOwn(locales, lang) ? { place, lang } : null;
}
