/** What Slack sends -> Question, and what a button carries. Nothing here is trusted but the signature over all of it. */
import { type Channel, type Question, type Reader, readers } from '../../core/index.ts';

/** A topic to be asked for again, in a button: never the question. */
export interface Ref {
  readonly topic: string;
  readonly place: string;
  readonly locale: string;
  readonly reader: Reader;
  /** As the sheet of a duty. */
  readonly duty?: boolean;
}

export function writeRef({ topic, place, locale, reader, duty }: Ref): string {
  return JSON.stringify([topic, place, locale, reader, duty ? 1 : 0]);
}

/** Null: not ours. */
export function readRef(value: string | undefined): Ref | null {
  try {
    const parts: unknown = JSON.parse(value ?? '');
    if (!Array.isArray(parts)) return null;
    const [topic, place, locale, reader, duty] = parts;
    const known = readers.find((one) => one === reader);
    if (typeof topic !== 'string' || typeof place !== 'string' || typeof locale !== 'string' || !known) return null;
    return { topic, place, locale, reader: known, ...(duty === 1 ? { duty: true } : {}) };
  } catch {
    return null;
  }
}

export interface Asker {
  readonly locale: string | null;
  readonly place: string | undefined;
  /** ISO 8601. */
  readonly now: string;
}

const channel: Channel = 'slack';

export function toQuestion(text: string, reader: Reader, { locale, place, now }: Asker): Question {
  return { text: typedText(text), reader, askedAt: now, channel, ...(locale ? { locale } : {}), ...(place ? { place } : {}) };
}

/** What the person typed: Slack's escapes undone, and its own marks for people, channels and addresses left as words. */
export function typedText(text: string): string {
  return text
    .replace(/<@[A-Z0-9]+(?:\|[^<>]*)?>/g, ' ')
    .replace(/<[#!][^<>|]*(?:\|([^<>]*))?>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/g, (_, address: string, shown?: string) => shown ?? address)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** A message that a person wrote to us alone; not what a bot said, and not an edit. */
export interface DirectMessage {
  readonly text: string;
  readonly channel: string;
  readonly user: string;
  readonly thread: string | undefined;
}

export function readDirectMessage(event: Readonly<Record<string, unknown>>): DirectMessage | null {
  const { channel_type: type, subtype, bot_id: bot, text, channel: where, user, thread_ts: thread } = event;
  if (type !== 'im' || bot !== undefined || (subtype !== undefined && subtype !== 'file_share')) return null;
  if (typeof text !== 'string' || typeof where !== 'string' || typeof user !== 'string') return null;
  return { text, channel: where, user, thread: typeof thread === 'string' ? thread : undefined };
}
