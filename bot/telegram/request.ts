/** Update -> what somebody wants. What is not meant for the bot is null, and forgotten. */
import type { Message, Update, User } from 'grammy/types';
import type { Bundled, Position, Question } from '../../core/index.ts';
import type { Settings } from '../memory.ts';
import { decodeTap, type Setting, type Tap } from './code.ts';

export type Wish =
  /** `about`: the answer it replies to. */
  | { readonly type: 'ask'; readonly text: string; readonly about: Tap | null }
  | { readonly type: 'command'; readonly name: string; readonly argument: string; readonly about: Tap | null }
  /** `tap` is null when the button is none of ours, or of another version. */
  | { readonly type: 'tap'; readonly id: string; readonly tap: Tap | null }
  | { readonly type: 'inline'; readonly id: string; readonly query: string }
  | { readonly type: 'position'; readonly position: Position }
  /** A voice, a picture, a file: nothing of it is fetched. */
  | { readonly type: 'media' }
  /** The person blocked the bot, or the group sent it away. */
  | { readonly type: 'gone' };

/** Where an answer goes. */
export interface To {
  readonly chat: number;
  readonly thread?: number;
  /** The message to answer; groups only, where others write too. */
  readonly replyTo?: number;
  /** The message whose button was pressed, when it can still be edited. */
  readonly edit?: number;
}

export interface Incoming {
  readonly update: number;
  /** Whose settings hold: the chat, or the person where there is none. */
  readonly owner: number;
  readonly to: To;
  readonly isPrivate: boolean;
  /** The language of the person's Telegram, BCP 47: a prior. */
  readonly language?: string;
  readonly wish: Wish;
}

export interface Bot {
  readonly id: number;
  readonly username: string;
}

/** Older messages waited for us while we were down: an answer now would be a burst of answers. */
const staleSeconds = 24 * 60 * 60;

/** `now` in seconds since 1970. */
export function readUpdate(update: Update, bot: Bot, bundled: Bundled, now: number): Incoming | null {
  const { message, callback_query: pressed, inline_query: inline, my_chat_member: member } = update;
  if (message) return now - message.date > staleSeconds ? null : readMessage(update.update_id, message, bot, bundled);
  if (pressed) {
    const wish = { type: 'tap', id: pressed.id, tap: pressed.data ? decodeTap(pressed.data, bundled) : null } as const;
    const chat = pressed.message?.chat;
    const to = { chat: chat?.id ?? pressed.from.id, ...threadOf(pressed.message), ...(pressed.message?.date ? { edit: pressed.message.message_id } : {}) };
    return { update: update.update_id, owner: to.chat, to, isPrivate: !chat || chat.type === 'private', ...languageOf(pressed.from), wish };
  }
  if (inline) {
    const wish = { type: 'inline', id: inline.id, query: inline.query } as const;
    return { update: update.update_id, owner: inline.from.id, to: { chat: inline.from.id }, isPrivate: true, ...languageOf(inline.from), wish };
  }
  if (member && ['kicked', 'left'].includes(member.new_chat_member.status)) {
    const { id } = member.chat;
    return { update: update.update_id, owner: id, to: { chat: id }, isPrivate: member.chat.type === 'private', wish: { type: 'gone' } };
  }
  return null;
}

function readMessage(update: number, message: Message, bot: Bot, bundled: Bundled): Incoming | null {
  const isPrivate = message.chat.type === 'private';
  // What an inline card of ours brings into a chat is no question.
  if (message.via_bot?.id === bot.id || message.from?.is_bot) return null;
  const wish = wishOf(message, isPrivate, bot, bundled);
  if (!wish) return null;
  const to = { chat: message.chat.id, ...threadOf(message), ...(isPrivate ? {} : { replyTo: message.message_id }) };
  return { update, owner: message.chat.id, to, isPrivate, ...languageOf(message.from), wish };
}

/** The topic of a forum group. */
function threadOf(message: { readonly message_thread_id?: number; readonly is_topic_message?: boolean } | undefined): Pick<To, 'thread'> {
  return message?.is_topic_message && message.message_thread_id ? { thread: message.message_thread_id } : {};
}

function languageOf(from: User | undefined): Pick<Incoming, 'language'> {
  return from?.language_code ? { language: from.language_code } : {};
}

const media = ['voice', 'audio', 'photo', 'video', 'video_note', 'animation', 'document', 'sticker', 'contact', 'poll'] as const;

function wishOf(message: Message, isPrivate: boolean, bot: Bot, bundled: Bundled): Wish | null {
  const text = message.text ?? message.caption;
  const about = aboutOf(message, bot, bundled);
  if (text !== undefined) {
    const command = commandIn(text, bot);
    if (command === 'other') return null;
    if (command) return { type: 'command', ...command, about };
    const said = isPrivate ? text : addressed(message, text, bot);
    return said === null ? null : { type: 'ask', text: said, about };
  }
  if (!isPrivate && !isReplyTo(message, bot)) return null;
  if (message.location) return { type: 'position', position: { latitude: message.location.latitude, longitude: message.location.longitude } };
  return media.some((kind) => message[kind] !== undefined) ? { type: 'media' } : null;
}

/** `/name`, `/name argument`, `/name@bot argument`; "other" when it is for another bot. */
function commandIn(text: string, bot: Bot): { name: string; argument: string } | 'other' | null {
  const [, name, addressee, argument = ''] = /^\/([a-z]\w*)(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text) ?? [];
  if (!name) return null;
  if (addressee && addressee.toLowerCase() !== bot.username.toLowerCase()) return 'other';
  return { name: name.toLowerCase(), argument: argument.trim() };
}

/** What a group says to the bot, without its name; null when it says it to somebody else. */
function addressed(message: Message, text: string, bot: Bot): string | null {
  const name = new RegExp(`(?<!\\w)@${bot.username}(?!\\w)`, 'gi');
  if (name.test(text)) return text.replace(name, ' ').trim();
  return isReplyTo(message, bot) ? text : null;
}

function isReplyTo({ reply_to_message: before }: Message, bot: Bot): boolean {
  return before?.from?.id === bot.id && !before.forum_topic_created;
}

/** The answer a message replies to: its own buttons know. */
function aboutOf({ reply_to_message: before }: Message, bot: Bot, bundled: Bundled): Tap | null {
  if (before?.from?.id !== bot.id) return null;
  for (const button of before.reply_markup?.inline_keyboard.flat() ?? []) {
    const tap = 'callback_data' in button ? decodeTap(button.callback_data, bundled) : null;
    if (tap?.act === 'more' && tap.item) return tap;
  }
  return null;
}

export interface Defaults {
  /** Of this deployment. */
  readonly place: string;
  /** ISO 8601. */
  readonly now: string;
}

/** What a person asks, in the setting they chose. */
export function toQuestion(text: string, incoming: Incoming, settings: Settings, { place, now }: Defaults): Question {
  const locale = settings.locale ?? incoming.language;
  const { place: chosen = place, reader = 'resident' } = settings;
  return { text, ...(locale ? { locale } : {}), place: chosen, reader, askedAt: now, channel: 'telegram' };
}

/** What a button asks: a topic, in the setting the button carries. */
export function topicQuestion(topic: string, { locale, place, reader }: Setting, now: string): Question {
  return { text: '', topic, locale, place, reader, askedAt: now, channel: 'telegram' };
}
