/** The limits of the Bot API, as its documentation and server have them. What is over one throws, with the server's words. */
import { type Entity, parseHtml } from './entities.ts';

export type Payload = Readonly<Record<string, unknown>>;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function refuse(when: boolean, why: string): void {
  if (when) throw new Error(why);
}

/** Only what is documented: a name nobody reads is a mistake of ours. */
export function checkNames(payload: Payload, known: readonly string[]): void {
  const strange = Object.keys(payload).find((name) => !known.includes(name));
  refuse(strange !== undefined, `unknown parameter ${strange}`);
}

export function checkText({ text, parse_mode }: Payload): { text: string; entities: Entity[] } {
  if (typeof text !== 'string') throw new Error('message text is empty');
  refuse(bytesOf(text) > 32_768, 'message is too long');
  refuse(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text), 'strings must be encoded in UTF-8');
  const parsed = parse_mode === 'HTML' ? parseHtml(text) : { text, entities: [] };
  refuse(parsed.text.trim() === '', 'message text is empty');
  refuse(parsed.text.length > 4096, 'message is too long');
  refuse(parsed.entities.length > 100, 'more than a hundred entities: the others would be lost');
  return parsed;
}

export interface ButtonSeen {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** The rows of an inline keyboard; empty for another or none. */
export function checkMarkup(markup: unknown, isPrivate: boolean): ButtonSeen[][] {
  if (markup === undefined) return [];
  const { inline_keyboard: inline, keyboard } = markup as { inline_keyboard?: ButtonSeen[][]; keyboard?: { text: string; request_location?: boolean }[][] };
  if (keyboard) {
    refuse(!isPrivate && keyboard.flat().some(({ request_location }) => request_location), 'location can be requested in private chats only');
    return [];
  }
  if (!inline) throw new Error('object expected as reply markup');
  refuse(inline.flat().length > 100, 'reply markup is too long');
  for (const row of inline) {
    refuse(row.length === 0 || row.length > 8, 'a row of no or too many buttons');
    row.forEach(checkButton);
  }
  return inline;
}

function checkButton({ text, callback_data: data, url, ...others }: ButtonSeen): void {
  refuse(Object.keys(others).length > 0, `unknown field of a button: ${Object.keys(others)}`);
  refuse(!text?.trim(), 'Text buttons are unallowed in the inline keyboard');
  refuse((data === undefined) === (url === undefined), 'exactly one action for a button');
  if (data !== undefined) refuse(data === '' || bytesOf(data) > 64, 'BUTTON_DATA_INVALID');
  if (url !== undefined) refuse(!/^(?:https?|tg):\/\/\S+$/.test(url), 'BUTTON_URL_INVALID');
}

export function checkCommands({ commands, language_code }: Payload): void {
  const list = commands as { command: string; description: string }[];
  refuse(list.length > 100, 'BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of list) {
    refuse(!/^[a-z0-9_]{1,32}$/.test(command), 'BOT_COMMAND_INVALID');
    refuse(description.length < 1 || description.length > 256, 'BOT_COMMAND_DESCRIPTION_INVALID');
  }
  checkLanguage(language_code);
}

export function checkLanguage(code: unknown): void {
  refuse(code !== undefined && !/^(?:|[a-z]{2})$/.test(String(code)), 'language_code must be a two-letter ISO 639-1 code');
}

/** Descriptions and names: how many letters each may have. */
const longest: Readonly<Record<string, number>> = { name: 64, description: 512, short_description: 120 };

export function checkProfile(payload: Payload): void {
  for (const [name, most] of Object.entries(longest)) refuse(String(payload[name] ?? '').length > most, `${name.toUpperCase()}_INVALID`);
  checkLanguage(payload.language_code);
}

export function checkInlineResults({ results, button }: Payload): void {
  const list = results as {
    type: string;
    id: string;
    title: string;
    input_message_content: { message_text: string; parse_mode?: string };
    reply_markup?: unknown;
  }[];
  refuse(list.length > 50, 'RESULTS_TOO_MUCH');
  refuse(new Set(list.map(({ id }) => id)).size < list.length, 'RESULT_ID_DUPLICATE');
  for (const { type, id, title, input_message_content: content, reply_markup } of list) {
    refuse(type !== 'article', 'only articles are expected');
    refuse(id === '' || bytesOf(id) > 64, 'RESULT_ID_INVALID');
    refuse(!title, 'ARTICLE_TITLE_EMPTY');
    checkText({ text: content.message_text, parse_mode: content.parse_mode });
    checkMarkup(reply_markup, true);
  }
  const { start_parameter: start = '', text = '' } = (button ?? {}) as { start_parameter?: string; text?: string };
  if (button) refuse(!/^[\w-]{1,64}$/.test(start) || !text, 'START_PARAM_INVALID');
}

export function checkWebhook({ url, secret_token, allowed_updates }: Payload): void {
  refuse(!/^https:\/\//.test(String(url)), 'bad webhook: An HTTPS URL must be provided for webhook');
  refuse(!/^[\w-]{1,256}$/.test(String(secret_token)), 'bad webhook: secret token contains unallowed characters');
  refuse(!Array.isArray(allowed_updates), 'allowed_updates must be a list');
}
