/** The Telegram channel, with a Bot API that takes everything, and chats that are there when somebody writes from them. */
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { openMemory } from '../../../bot/memory.ts';
import { createWebhook, type TelegramSettings } from '../../../bot/telegram/index.ts';
import { type Core, world } from '../../../core/index.ts';
import { apiRoot, me, token } from '../../telegram/fake.ts';

export interface Sent {
  readonly url: string;
  readonly body: string;
}

/** `sent`: every call that went out. */
export function openWebhook(core: Core, sent: Sent[] = [], more: Partial<TelegramSettings> = {}) {
  vi.stubGlobal('fetch', async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    sent.push({ url: request.url, body: await request.text() });
    return Response.json({ ok: true, result: { message_id: 1, chat: { id: 1, type: 'private' }, date: 0 } });
  });
  const webhook = createWebhook('a-secret_of-the-webhook', {
    core,
    token,
    apiRoot,
    botInfo: me as unknown as NonNullable<TelegramSettings['botInfo']>,
    defaultPlace: world,
    places: [],
    now: () => new Date().toISOString(),
    memory: openMemory(env.MEMORY, token, Date.now),
    report: () => undefined,
    ...more,
  });
  return async (body: string, secret: string): Promise<Response> => {
    const works: Promise<unknown>[] = [];
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const response = await webhook.fetch(new Request('http://x/telegram/webhook', { method: 'POST', headers, body }), (work) => works.push(work));
    await Promise.all(works);
    return response;
  };
}
