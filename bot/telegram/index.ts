/** The Telegram channel: a webhook, or long polling on a developer's machine, on grammY. */

import type { Update, UserFromGetMe } from 'grammy/types';
import { Bot, type Context } from 'grammy/web';
import { namedIn, sayIn } from '../assistant.ts';
import { readBody } from '../body.ts';
import type { Kept, Memory } from '../memory.ts';
import { withinTime } from '../within-time.ts';
import type { Screen } from './buttons.ts';
import { attempt, type Delivered, deliver, type Fault, faultOf, longestWait, patience } from './deliver.ts';
import { inlineResults } from './inline.ts';
import { forgottenScreen } from './menu.ts';
import { react } from './react.ts';
import { failedScreen } from './render.ts';
import { type Incoming, readUpdate } from './request.ts';
import { chosenSetting, type House, type Reaction } from './stage.ts';

export interface TelegramSettings extends House {
  readonly token: string;
  /** Of the Bot API; a test or a local server may stand in. */
  readonly apiRoot: string;
  /** What `getMe` says; asked once when it is not set. */
  readonly botInfo?: UserFromGetMe | undefined;
  readonly memory: (chat: string) => Promise<Memory>;
  readonly report: (fault: Fault) => void;
}

/** What Telegram is asked to send. */
export const allowedUpdates = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

/** A bot that answers every update it is handed and never throws. */
export async function createBot(settings: TelegramSettings): Promise<Bot> {
  const { token, apiRoot, botInfo } = settings;
  const client = { apiRoot, timeoutSeconds: longestWait / 1000 };
  const me = botInfo ?? (await new Bot(token, { client }).api.getMe());
  const bot = new Bot(token, { client, botInfo: me });
  bot.api.config.use(patience);
  bot.use((context) => handle(context, settings));
  return bot;
}

/** The webhook. Telegram sends one update after the other, and waits with the next one until this is answered. */
export interface Webhook {
  /** `waitUntil` keeps the Worker alive for what is still under way. */
  fetch(request: Request, waitUntil: (work: Promise<unknown>) => void): Promise<Response>;
}

/** So long the reply waits for the work, which keeps the messages of a chat in order; then the next may come. */
const longestHold = 1500;

export function createWebhook(secret: string, settings: TelegramSettings): Webhook {
  let bot: Bot | undefined;
  let expected: Uint8Array | undefined;
  return {
    async fetch(request, waitUntil) {
      expected ??= await digest(secret);
      if (!isSame(await digest(request.headers.get('x-telegram-bot-api-secret-token') ?? ''), expected)) return new Response(null, { status: 401 });
      const body = await readBody(request, { bytes: 1024 * 1024, milliseconds: 3000 });
      if ('problem' in body && body.problem === 'timeout') return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
      const update = 'text' in body ? parseUpdate(body.text) : null;
      // Anything but 2xx would be sent again and again, and nothing else of that chat until then.
      if (!update) return new Response(null);
      const work = (async () => {
        bot ??= await createBot(settings);
        await bot.handleUpdate(update);
      })().catch((error: unknown) => settings.report(faultOf(error)));
      waitUntil(work);
      await withinTime(work, longestHold, undefined);
      return new Response(null);
    },
  };
}

function parseUpdate(text: string): Update | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number' ? (value as Update) : null;
  } catch {
    return null;
  }
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Takes the same time wherever the two differ; their texts cannot be guessed from it either. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.reduce((difference, byte, i) => difference | (byte ^ (other[i] ?? 0)), 0) === 0;
}

async function handle({ update, api, me }: Context, settings: TelegramSettings): Promise<void> {
  const incoming = readUpdate(update, me, settings.core.bundled, Date.parse(settings.now()) / 1000);
  if (!incoming) return;
  const memory = await settings.memory(`telegram:${incoming.owner}`);
  if (incoming.wish.type === 'gone') return void (await memory.forget());
  const kept = await memory.begin(incoming.update);
  if (!kept.isNew) return;
  if ((await respond(incoming, kept, { api, me, memory, settings })) === 'gone') await memory.forget();
}

interface Means {
  readonly api: Context['api'];
  readonly me: UserFromGetMe;
  readonly memory: Memory;
  readonly settings: TelegramSettings;
}

async function respond(incoming: Incoming, kept: Kept, means: Means): Promise<Delivered> {
  const { api, settings } = means;
  const { wish } = incoming;
  if (wish.type === 'inline') return answerInline(wish.id, wish.query, incoming, kept, means);
  if (wish.type === 'tap') {
    const sorry = wish.tap ? {} : { text: (await sayIn(chosenSetting(incoming, kept, settings).locale, settings.core)).t('essential.problem.bad-request') };
    // Telegram refuses one that waited too long: then nothing more is done, so that no burst follows.
    const result = await attempt(() => api.answerCallbackQuery(wish.id, sorry), settings.report);
    if (result !== 'done' || !wish.tap) return result;
  }
  const reaction = await reactSafely(incoming, kept, means);
  return reaction ? carryOut(reaction, incoming, kept, means) : 'done';
}

/** The channel's one catch. The error object holds what was asked: it goes nowhere. */
async function reactSafely(incoming: Incoming, kept: Kept, { me, settings }: Means): Promise<Reaction | null> {
  try {
    return await react(incoming, kept, settings, me.username);
  } catch (error) {
    settings.report(faultOf(error));
    const { locale, place } = chosenSetting(incoming, kept, settings);
    return { screens: [failedScreen(place, await sayIn(locale, settings.core), settings.core.bundled)] };
  }
}

async function carryOut({ screens, keep, forget, tells }: Reaction, incoming: Incoming, kept: Kept, { api, memory, settings }: Means): Promise<Delivered> {
  const shown = forget ? [await forgotten(await memory.forget(), incoming, kept, settings)] : screens;
  const [delivered] = await Promise.all([
    deliver(api, incoming.to, shown, settings.report),
    keep ? memory.keep(keep) : undefined,
    tells && !kept.told.includes(tells) ? memory.tell(tells) : undefined,
  ]);
  return delivered;
}

async function forgotten(isDone: boolean, incoming: Incoming, kept: Kept, settings: TelegramSettings): Promise<Screen> {
  return forgottenScreen(isDone, await sayIn(chosenSetting(incoming, kept, settings).locale, settings.core));
}

async function answerInline(id: string, query: string, incoming: Incoming, kept: Kept, { api, me, settings }: Means): Promise<Delivered> {
  const { core } = settings;
  const { locale, place } = chosenSetting(incoming, kept, settings);
  const say = await sayIn(locale, core);
  const button = { text: `📍 ${namedIn(place, locale, core.bundled)} · ${say.t('page.place')}`, start_parameter: 'city' };
  return attempt(
    async () => api.answerInlineQuery(id, await inlineResults(query, incoming, kept, settings, me.username), { is_personal: true, cache_time: 0, button }),
    settings.report,
  );
}
