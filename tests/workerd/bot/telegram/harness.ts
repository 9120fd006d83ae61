/** The channel in the Workers runtime: real Durable Objects, the stand-in for Telegram, and people who write. */
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { openMemory } from '../../../../bot/memory.ts';
import type { Fault } from '../../../../bot/telegram/deliver.ts';
import { createWebhook, type TelegramSettings, type Webhook } from '../../../../bot/telegram/index.ts';
import { type Bundled, type Core, openCore, world } from '../../../../core/index.ts';
import bundledJson from '../../../../dist/bundled.json';
import { apiRoot, FakeTelegram, me, token } from '../../../telegram/fake.ts';
import { Person, type Who } from '../../../telegram/person.ts';

export const bundled = bundledJson as unknown as Bundled;

/** The real content. */
export function realCore(): Core {
  return openCore(bundled, async (name) => {
    const response = await env.ASSETS.fetch(`http://x/content/${name}.json`);
    return response.ok ? response.arrayBuffer() : null;
  });
}

export const secret = 'a-secret_of-the-webhook';
let lastPerson = 1000;

export interface Harness {
  readonly fake: FakeTelegram;
  readonly faults: Fault[];
  readonly webhook: Webhook;
  send(update: unknown, header?: string | null): Promise<Response>;
  person(who?: Partial<Who>): Person;
}

export function open(core: Core, more: Partial<TelegramSettings> = {}): Harness {
  const fake = new FakeTelegram();
  vi.stubGlobal('fetch', fake.fetch);
  const faults: Fault[] = [];
  const webhook = createWebhook(secret, {
    core,
    token,
    apiRoot,
    botInfo: me as unknown as NonNullable<TelegramSettings['botInfo']>,
    defaultPlace: world,
    places: [],
    now: () => new Date().toISOString(),
    memory: openMemory(env.MEMORY, token, Date.now),
    report: (fault) => faults.push(fault),
    ...more,
  });
  const send: Harness['send'] = async (update, header) => {
    const works: Promise<unknown>[] = [];
    const response = await webhook.fetch(requestOf(update, header), (work) => works.push(work));
    await Promise.all(works);
    return response;
  };
  return { fake, faults, webhook, send, person: (who = {}) => new Person(fake, send, { id: lastPerson++, ...who }) };
}

/** An update as Telegram sends it; `header` is the secret it shows, null for none. */
export function requestOf(update: unknown, header: string | null = secret): Request {
  const headers = { 'content-type': 'application/json', ...(header === null ? {} : { 'x-telegram-bot-api-secret-token': header }) };
  return new Request('http://x/telegram/webhook', { method: 'POST', headers, body: typeof update === 'string' ? update : JSON.stringify(update) });
}
