/** What is kept of a chat, for how long, and that it is nothing else. */

import { listDurableObjectIds, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import worker from '../../../bot/held-worker.ts';
import { type ChatMemory, kept, openMemory } from '../../../bot/memory.ts';
import { none } from '../../proof/table.ts';
import { open, realCore } from './telegram/harness.ts';

const day = 24 * 60 * 60 * 1000;
let now = Date.now();
const memories = openMemory(env.MEMORY, 'secret', () => now);
let chats = 0;
let chat = '';

beforeEach(() => {
  now = Date.now();
  chat = `chat-${chats++}`;
});

/** Every row that is kept of anybody. */
async function dump(): Promise<Record<string, Record<string, unknown>[]>> {
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const id of await listDurableObjectIds(env.MEMORY as never)) {
    await runInDurableObject((env.MEMORY as never as { get(id: unknown): never }).get(id), (_: ChatMemory, state) => {
      const { sql } = (state as unknown as { storage: { sql: { exec(query: string): { toArray(): Record<string, string>[] } } } }).storage;
      for (const { name } of sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'").toArray())
        rows[name ?? ''] = [...(rows[name ?? ''] ?? []), ...sql.exec(`SELECT * FROM ${name}`).toArray()];
    });
  }
  return rows;
}

async function alarm(): Promise<void> {
  for (const id of await listDurableObjectIds(env.MEMORY as never)) await runDurableObjectAlarm((env.MEMORY as never as { get(id: unknown): never }).get(id));
}

describe('settings', () => {
  it('are there only after somebody chose, and until they are forgotten', async () => {
    const memory = await memories(chat);
    expect((await memory.begin(1)).settings).toEqual({});
    expect(await memory.keep({ locale: 'ar', place: 'at/vienna' })).toBe(true);
    expect((await (await memories(chat)).begin(2)).settings).toEqual({ locale: 'ar', place: 'at/vienna' });
    expect((await (await memories(`${chat} of somebody else`)).begin(2)).settings).toEqual({});
    expect(await memory.forget()).toBe(true);
    expect((await memory.begin(2)).settings).toEqual({});
  });

  it('stay ninety days after the last message, no longer', async () => {
    const memory = await memories(chat);
    now -= kept.settings + day;
    await memory.keep({ place: 'at/vienna' });
    now += 2 * day;
    await memory.begin(1);
    await alarm();
    now = Date.now();
    expect((await memory.begin(2)).settings).toEqual({ place: 'at/vienna' });
    now -= kept.settings + 1000;
    await memory.begin(3);
    await alarm();
    now = Date.now();
    expect((await memory.begin(4)).settings).toEqual({});
  });
});

describe('updates', () => {
  it('are new once, for a day', async () => {
    const memory = await memories(chat);
    now -= day + 1000;
    expect([(await memory.begin(7)).isNew, (await memory.begin(7)).isNew, (await memory.begin(6)).isNew]).toEqual([true, false, true]);
    await alarm();
    expect((await memory.begin(7)).isNew).toBe(true);
  });

  it('of a chat that chose nothing leave nothing after a day', async () => {
    const memory = await memories(chat);
    now -= day + 1000;
    await memory.begin(1);
    await memory.tell('ar');
    expect((await memory.begin(2)).told).toEqual(['ar']);
    await alarm();
    const rows = await dump();
    expect(
      Object.values(rows)
        .flat()
        .filter((row) => Number(row.at) <= now),
    ).toEqual([]);
  });
});

it('holds no word of a question, no name, no number of a chat: only these columns', async () => {
  const { person } = open(realCore());
  const canaries = ['Canaria Mustermann', '+34 600 123 456', 'canary@example.org', 'ES91 2100 0418 4502 0005 1332', 'Carrer de la Canaria'];
  const somebody = person({ id: 987654321, language: 'en' });
  for (const canary of canaries) await somebody.says(`my name is ${canary}, boss no pay me`);
  await somebody.says('/city vienna');
  await somebody.says('/language ar');
  await somebody.asksInline(canaries.join(' '));
  const rows = await dump();
  expect(Object.keys(rows).sort()).toEqual(['seen', 'settings', 'told']);
  const columns = Object.fromEntries(Object.entries(rows).map(([table, [first = {}]]) => [table, Object.keys(first)]));
  expect(columns).toEqual({ seen: ['id', 'at'], settings: ['one', 'locale', 'place', 'reader', 'at'], told: ['locale', 'at'] });
  const all = JSON.stringify(rows);
  for (const canary of [...canaries, '987654321', 'Somebody']) expect(all).not.toContain(canary);
  expect(all, 'the dump sees what is there').toContain('at/vienna');
});

it('tells whoever asks all that is held about a chat, and nothing of another; after /forget there is nothing', async ({ task }) => {
  const held = async (of: string): Promise<unknown> =>
    (await worker.fetch(new Request(`http://x/telegram/${of}`), { ...env, TELEGRAM_BOT_TOKEN: 'secret' } as never)).json();
  const memory = await memories(`telegram:${chat}`);
  await (await memories('telegram:another')).keep({ locale: 'uk' });
  await memory.begin(77);
  await memory.keep({ locale: 'ar', place: 'at/vienna' });
  await memory.tell('ar');
  expect(await held(chat)).toEqual({
    durable_object: expect.stringMatching(/^[0-9a-f]{64}$/),
    seen: [{ id: 77, at: now }],
    settings: [{ one: 1, locale: 'ar', place: 'at/vienna', reader: null, at: now }],
    told: [{ locale: 'ar', at: now }],
  });
  await memory.forget();
  const left = Object.keys((await held(chat)) as object).filter((table) => table !== 'durable_object');
  none(task, 'P6', 'tables left of a chat after /forget', left, 3);
  expect(Object.keys((await held('nobody')) as object)).toEqual(['durable_object']);
});
