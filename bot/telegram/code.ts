/** What a button or a link carries: everything needed to show its screen, so that nothing has to be remembered. */
import { type Bundled, hashOf, type Reader, readers } from '../../core/index.ts';

/** One letter each, for ever: old messages keep their buttons. */
export const acts = {
  answer: 'a',
  more: 'm',
  doors: 'd',
  card: 't',
  cardIn: 'T',
  cities: 'c',
  countries: 'n',
  setPlace: 'C',
  locate: 'p',
  languages: 'l',
  setLanguage: 'L',
  setReader: 'R',
  groups: 'g',
  topics: 'G',
  kinds: 'v',
  kind: 'V',
  emergency: 'e',
  forget: 'f',
} as const;
export type Act = keyof typeof acts;

/** In whose words, for which place and for whom a screen is. */
export interface Setting {
  readonly locale: string;
  readonly place: string;
  readonly reader: Reader;
}

export interface Tap extends Setting {
  readonly act: Act;
  /** The code of a topic, a group or a kind of doors. */
  readonly item?: string;
  /** The code of the topic, or of the language, that goes with it. */
  readonly also?: string;
  readonly page?: number;
}

/** Six or seven letters for an id; a test holds that no two ids share them. */
export function codeOf(id: string): string {
  return hashOf(id).toString(36);
}

/** The id among some that has a code. */
export function idOf(code: string | undefined, ids: Iterable<string>): string | undefined {
  if (!code) return undefined;
  for (const id of ids) if (codeOf(id) === code) return id;
  return undefined;
}

const version = '1';
const pattern = /^1([a-zA-Z])([rsb])\.([\w-]{2,12})\.(\w{1,7})\.(\w{0,7})\.(\w{0,7})\.(\d{0,2})$/;

/** At most 64 bytes: the longest has 44. */
export function encodeTap({ act, reader, locale, place, item = '', also = '', page = 0 }: Tap): string {
  return `${version}${acts[act]}${reader.charAt(0)}.${[locale, codeOf(place), item, also, page || ''].join('.')}`;
}

/** Null for what no button of this version says: another version, a place that is gone, a forgery. */
export function decodeTap(data: string, { places, locales }: Bundled): Tap | null {
  const [, letter, first, locale = '', placeCode, item, also, page] = pattern.exec(data) ?? [];
  const act = (Object.keys(acts) as Act[]).find((name) => acts[name] === letter);
  const reader = readers.find((name) => name.charAt(0) === first);
  const place = idOf(placeCode, Object.keys(places));
  if (!act || !reader || !place || !Object.hasOwn(locales, locale)) return null;
  return { act, reader, locale, place, ...(item ? { item } : {}), ...(also ? { also } : {}), ...(page ? { page: Number(page) } : {}) };
}

/** `?start=` of a link: `es-barcelona_ar` or `es-barcelona_ar_work-unpaid-wages`, at most 64 letters. */
export function startOf(place: string, locale: string, topic?: string): string {
  return [place.replace('/', '-'), locale, ...(topic ? [topic] : [])].join('_');
}

export interface Start {
  readonly place: string;
  readonly locale: string;
  readonly topic?: string;
}

export function readStart(payload: string, { places, locales }: Bundled): Start | null {
  const [where, locale = '', topic, ...rest] = payload.split('_');
  const place = Object.keys(places).find((id) => id.replace('/', '-') === where);
  if (!place || !Object.hasOwn(locales, locale) || rest.length > 0) return null;
  return { place, locale, ...(topic ? { topic } : {}) };
}

/** The address of the bot, with what it should show. */
export function linkTo(username: string, start: string): string {
  return `https://t.me/${username}?start=${start}`;
}
