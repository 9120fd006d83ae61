/**
 * A stand-in for the Bot API, as strict as the real one: it knows its chats, refuses what the real one refuses, and breaks on demand. Serves requests by
 * `fetch`, so that it runs inside workerd as well as behind a socket of the loopback. Answers to nobody else.
 */
import type { Entity } from './entities.ts';
import {
  type ButtonSeen,
  checkCommands,
  checkInlineResults,
  checkLanguage,
  checkMarkup,
  checkNames,
  checkProfile,
  checkText,
  checkWebhook,
  type Payload,
} from './limits.ts';

export interface Shown {
  readonly id: number;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly rows: readonly (readonly ButtonSeen[])[];
  readonly thread?: number;
  readonly replyTo?: number;
  readonly raw: Payload;
}

export interface Call {
  readonly method: string;
  readonly payload: Payload;
  /** 200 or what was refused. */
  readonly code: number;
  readonly description?: string;
}

/** What goes wrong with a call: null for nothing. A number is the code of an error. */
export type Fault = (
  method: string,
  payload: Payload,
) => null | 'hang' | 'reset' | 'html' | { readonly code: number; readonly retryAfter?: number; readonly description?: string };

export interface FakeChat {
  readonly type: 'private' | 'supergroup';
  readonly threads?: readonly number[];
  blocked?: boolean;
  readonly messages: Map<number, Shown>;
}

export const me = {
  id: 777000111,
  is_bot: true,
  first_name: 'Hereabouts',
  username: 'hereabouts_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
} as const;
export const token = '777000111:test-token_for-the-loopback';
export const apiRoot = 'http://telegram.test';

export class FakeTelegram {
  readonly calls: Call[] = [];
  readonly chats = new Map<number, FakeChat>();
  /** Presses that wait for an answer, and when they were made. */
  readonly presses = new Map<string, number>();
  readonly inlineAnswers = new Map<string, Payload>();
  readonly profile = new Map<string, unknown>();
  webhook: Payload | null = null;
  /** What long polling will bring. */
  readonly updates: object[] = [];
  fault: Fault = () => null;
  #next = 5000;

  chat(id: number, type: FakeChat['type'] = 'private', threads: readonly number[] = []): FakeChat {
    const chat = this.chats.get(id) ?? { type, threads, messages: new Map() };
    this.chats.set(id, chat);
    return chat;
  }

  /** Calls that were refused for a mistake of ours. */
  get refused(): Call[] {
    return this.calls.filter(({ code }) => code === 400 || code === 404);
  }

  readonly fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const [, key, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(new URL(request.url).pathname) ?? [];
    if (key !== token) return Response.json({ ok: false, error_code: 401, description: 'Unauthorized' }, { status: 401 });
    const payload = ((await request.text().then((text) => (text ? JSON.parse(text) : {}))) ?? {}) as Payload;
    // Long polling waits for something to happen.
    if (method === 'getUpdates' && this.updates.length === 0) await new Promise((later) => setTimeout(later, 50));
    const fault = this.fault(method, payload);
    if (fault === 'hang') return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
    if (fault === 'reset') throw new TypeError('connection lost');
    if (fault === 'html') return new Response('<html>502 Bad Gateway</html>', { status: 502 });
    if (fault) return this.#answer(method, payload, fault.code, fault.description ?? 'as ordered', fault.retryAfter);
    try {
      const result = this.#do(method, payload);
      this.calls.push({ method, payload, code: 200 });
      return Response.json({ ok: true, result });
    } catch (error) {
      const description = error instanceof Error ? error.message : 'refused';
      return this.#answer(method, payload, description.startsWith('Forbidden') ? 403 : 400, description);
    }
  };

  #answer(method: string, payload: Payload, code: number, description: string, retryAfter?: number): Response {
    this.calls.push({ method, payload, code, description });
    const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
    return Response.json({ ok: false, error_code: code, description, ...parameters }, { status: code });
  }

  #do(method: string, payload: Payload): unknown {
    switch (method) {
      case 'getMe':
        return me;
      case 'sendMessage':
        return this.#send(payload);
      case 'editMessageText':
        return this.#edit(payload);
      case 'answerCallbackQuery':
        return this.#answerPress(payload);
      case 'answerInlineQuery':
        checkNames(payload, ['inline_query_id', 'results', 'cache_time', 'is_personal', 'button']);
        checkInlineResults(payload);
        this.inlineAnswers.set(String(payload.inline_query_id), payload);
        return true;
      case 'setWebhook':
        checkNames(payload, ['url', 'secret_token', 'allowed_updates', 'max_connections']);
        checkWebhook(payload);
        this.webhook = payload;
        return true;
      case 'deleteWebhook':
        this.webhook = null;
        return true;
      case 'getUpdates':
        checkNames(payload, ['offset', 'limit', 'timeout', 'allowed_updates']);
        return this.updates.splice(0);
      case 'getWebhookInfo':
        return this.webhook ?? { url: '' };
      default:
        return this.#profile(method, payload);
    }
  }

  #chatOf({ chat_id, message_thread_id: thread }: Payload): FakeChat {
    const chat = this.chats.get(Number(chat_id));
    if (!chat) throw new Error('Bad Request: chat not found');
    if (chat.blocked) throw new Error('Forbidden: bot was blocked by the user');
    if (thread !== undefined && !chat.threads?.includes(Number(thread))) throw new Error('Bad Request: message thread not found');
    return chat;
  }

  #send(payload: Payload): unknown {
    checkNames(payload, ['chat_id', 'text', 'parse_mode', 'reply_markup', 'link_preview_options', 'message_thread_id', 'reply_parameters']);
    const chat = this.#chatOf(payload);
    const id = this.#next++;
    const replyTo = (payload.reply_parameters as { message_id: number } | undefined)?.message_id;
    const thread = payload.message_thread_id as number | undefined;
    const shown = this.#shown(id, payload, chat);
    chat.messages.set(id, { ...shown, ...(thread ? { thread } : {}), ...(replyTo ? { replyTo } : {}) });
    return this.message(Number(payload.chat_id), id);
  }

  #edit(payload: Payload): unknown {
    checkNames(payload, ['chat_id', 'message_id', 'text', 'parse_mode', 'reply_markup', 'link_preview_options']);
    const chat = this.#chatOf(payload);
    const id = Number(payload.message_id);
    const before = chat.messages.get(id);
    if (!before) throw new Error('Bad Request: message to edit not found');
    const shown = this.#shown(id, payload, chat);
    const same = (one: Shown, other: Shown): boolean =>
      JSON.stringify([one.text, one.entities, one.rows]) === JSON.stringify([other.text, other.entities, other.rows]);
    if (same(before, shown)) throw new Error('Bad Request: message is not modified: specified new message content and reply markup are exactly the same');
    if ((payload.reply_markup as { keyboard?: unknown } | undefined)?.keyboard) throw new Error('Bad Request: inline keyboard expected');
    chat.messages.set(id, { ...before, ...shown });
    return this.message(Number(payload.chat_id), id);
  }

  #shown(id: number, payload: Payload, chat: FakeChat): Shown {
    const { text, entities } = checkText(payload);
    return { id, text, entities, rows: checkMarkup(payload.reply_markup, chat.type === 'private'), raw: payload };
  }

  /** A message of ours as Telegram hands it back. */
  message(chatId: number, id: number): Record<string, unknown> {
    const chat = this.chats.get(chatId);
    const shown = chat?.messages.get(id);
    return {
      message_id: id,
      from: me,
      chat: { id: chatId, type: chat?.type ?? 'private' },
      date: Math.floor(Date.now() / 1000),
      text: shown?.text ?? '',
      ...(shown && shown.rows.length > 0 ? { reply_markup: { inline_keyboard: shown.rows } } : {}),
      ...(shown?.thread ? { message_thread_id: shown.thread, is_topic_message: true } : {}),
    };
  }

  #answerPress(payload: Payload): true {
    checkNames(payload, ['callback_query_id', 'text']);
    const pressed = this.presses.get(String(payload.callback_query_id));
    if (pressed === undefined || Date.now() - pressed > 150_000)
      throw new Error('Bad Request: query is too old and response timeout expired or query ID is invalid');
    if (String(payload.text ?? '').length > 200) throw new Error('Bad Request: MESSAGE_TOO_LONG');
    this.presses.delete(String(payload.callback_query_id));
    return true;
  }

  #profile(method: string, payload: Payload): unknown {
    const [, verb, what] = /^(set|get)My(Commands|Name|Description|ShortDescription)$/.exec(method) ?? [];
    if (!verb || !what) throw new Error('Not Found: method not found');
    const key = `${what}.${payload.language_code ?? ''}`;
    if (verb === 'get') {
      checkLanguage(payload.language_code);
      const field = { Commands: 'commands', Name: 'name', Description: 'description', ShortDescription: 'short_description' }[what] ?? '';
      const value = this.profile.get(key);
      return what === 'Commands' ? (value ?? []) : { [field]: value ?? '' };
    }
    if (what === 'Commands') checkCommands(payload);
    else checkProfile(payload);
    this.profile.set(key, what === 'Commands' ? payload.commands : (payload.name ?? payload.description ?? payload.short_description));
    return true;
  }
}
