/** What a person asks, in the one shape every channel brings it. */

export const readers = ['resident', 'staff', 'buddy'] as const;
export type Reader = (typeof readers)[number];

export const channels = ['web', 'telegram', 'slack', 'terminal'] as const;
export type Channel = (typeof channels)[number];

/** Danger and places are read in all of it; a longer text is refused with a clear message. UTF-16 units, as in Telegram. */
export const longestText = 4096;

/** Only so much goes into search: the start and the end of a long story. */
export const longestSearch = 500;

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Question {
  /** As typed. Never stored, never logged. */
  readonly text: string;
  /** The language the person set, BCP 47. A prior: a question that is clearly in another language is answered in that one. */
  readonly locale?: string;
  /** The place the person set. A place named in the text wins over it. */
  readonly place?: string;
  /** Orders the sections of the answer; never changes which topic is found. */
  readonly reader: Reader;
  /** The moment of asking, ISO 8601 with offset or Z: decides which facts are in force and what is open. */
  readonly askedAt: string;
  readonly channel: Channel;
  /** What the person was reading when asking, carried by the button or the page. */
  readonly previous?: { readonly topic: string; readonly place?: string };
  /** The topic a button or a link names: it is answered in the language that was set, whatever the text. */
  readonly topic?: string;
  /** Used to sort doors by distance, and forgotten. */
  readonly position?: Position;
}

/** Why a question cannot be answered at all. A value, so that each channel says it in its own way. */
export type Problem = 'empty' | 'too-long';

/** Refuses what cannot be a question. The emergency lines are shown all the same. */
export function problemOf(text: string): Problem | null {
  if (text.length > longestText) return 'too-long';
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text) ? null : 'empty';
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The part of the text that is searched: all of it, or its start and end, cut between graphemes. */
export function searchText(text: string): string {
  if (text.length <= longestSearch) return text;
  const half = longestSearch / 2;
  return `${cutStart(text, half)} ${cutEnd(text, half)}`;
}

function cutStart(text: string, length: number): string {
  const boundary = graphemes.segment(text).containing(length)?.index ?? length;
  return text.slice(0, boundary);
}

function cutEnd(text: string, length: number): string {
  const at = text.length - length;
  const part = graphemes.segment(text).containing(at);
  return text.slice(part && part.index < at ? part.index + part.segment.length : at);
}
