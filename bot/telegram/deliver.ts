/** Screens -> calls of the Bot API, and what to do when it does not do as asked. */
import { type Api, GrammyError, HttpError, type Transformer } from 'grammy/web';
import type { Button, Screen } from './buttons.ts';
import type { To } from './request.ts';
import { type Rich, split, toHtml, toPlain } from './rich.ts';

/** `gone`: the person blocked the bot, or the group sent it away. `lost`: it could not be delivered. */
export type Delivered = 'done' | 'gone' | 'lost';

/** What may be written down of a fault: never the error itself, which holds the token and the text. */
export interface Fault {
  readonly name: string;
  readonly code?: number;
  readonly method?: string;
}

/** In milliseconds. A longer wait for Telegram helps nobody: the person has gone on. The client cuts a call that hangs so long. */
export const longestWait = 5000;

/** Waits when told to, and tries once more: never oftener, and not after a call that hung. */
export const patience: Transformer = async (prev, method, payload, signal) => {
  const once = () => prev(method, payload, signal);
  const started = Date.now();
  let first: Awaited<ReturnType<typeof once>>;
  try {
    first = await once();
  } catch (error) {
    if (Date.now() - started >= longestWait) throw error;
    return once();
  }
  if (first.ok || (first.error_code !== 429 && first.error_code < 500)) return first;
  const wait = (first.parameters?.retry_after ?? 0) * 1000;
  if (wait > longestWait) return first;
  await new Promise((later) => setTimeout(later, wait));
  return once();
};

/** Sends screens in order. After a press, the first takes the place of the message whose button it was. */
export async function deliver(api: Api, to: To, screens: readonly Screen[], report: (fault: Fault) => void): Promise<Delivered> {
  const messages = screens.flatMap(messagesOf);
  for (const [i, message] of messages.entries()) {
    const target = i === 0 ? to : withoutEdit(to);
    const result = await attempt(() => put(api, target, message), report);
    if (result !== 'done') return result;
  }
  return 'done';
}

interface Message {
  readonly text: Rich;
  readonly markup: object;
}

/** A long screen is several messages; its buttons hang under the last. */
function messagesOf({ text, buttons, asksPosition }: Screen): Message[] {
  const pieces = split(text);
  const keyboard = asksPosition
    ? { keyboard: [[{ text: asksPosition, request_location: true }]], one_time_keyboard: true, resize_keyboard: true }
    : { inline_keyboard: buttons.map((row) => row.map(apiButton)) };
  return pieces.map((piece, i) => ({ text: piece, markup: i === pieces.length - 1 && (asksPosition || buttons.length > 0) ? { reply_markup: keyboard } : {} }));
}

export function apiButton(button: Button): { text: string; callback_data: string } | { text: string; url: string } {
  return 'url' in button ? button : { text: button.text, callback_data: button.data };
}

function withoutEdit({ edit: _, replyTo: __, ...to }: To): To {
  return to;
}

/** Marked up; when the markup is refused, plain. */
async function put(api: Api, to: To, { text, markup }: Message): Promise<void> {
  const quiet = { link_preview_options: { is_disabled: true } };
  try {
    await place(api, to, toHtml(text), { ...quiet, ...markup, parse_mode: 'HTML' });
  } catch (error) {
    if (!says(error, /can't parse entities/)) throw error;
    await place(api, to, toPlain(text), { ...quiet, ...markup });
  }
}

/** Edits the message, or sends one where there is none to edit. */
async function place(api: Api, { chat, thread, replyTo, edit }: To, text: string, options: object): Promise<void> {
  if (edit !== undefined && !isPhoneKeyboard(options)) {
    try {
      await api.editMessageText(chat, edit, text, options);
      return;
    } catch (error) {
      if (says(error, /message is not modified/)) return;
      if (!says(error, /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i)) throw error;
    }
  }
  await api.sendMessage(chat, text, {
    ...options,
    ...(thread ? { message_thread_id: thread } : {}),
    ...(replyTo ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } } : {}),
  });
}

/** Only a new message can bring a keyboard of the phone. */
function isPhoneKeyboard(options: { reply_markup?: { keyboard?: unknown } }): boolean {
  return options.reply_markup?.keyboard !== undefined;
}

function says(error: unknown, words: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && words.test(error.description);
}

/** Makes a call whose failure must not stop anything else. */
export async function attempt(call: () => Promise<unknown>, report: (fault: Fault) => void): Promise<Delivered> {
  try {
    await call();
    return 'done';
  } catch (error) {
    report(faultOf(error));
    return error instanceof GrammyError && error.error_code === 403 ? 'gone' : 'lost';
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof GrammyError) return { name: error.name, code: error.error_code, method: error.method };
  if (error instanceof HttpError) return { name: error.name };
  return { name: error instanceof Error ? error.name : 'unknown' };
}
