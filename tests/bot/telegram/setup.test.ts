/** Registration in every language, and long polling, against the stand-in for the Bot API. */
import { Api } from 'grammy/web';
import { expect, it, vi } from 'vitest';
import { coreFrom } from '../../../bot/disk.ts';
import { commands } from '../../../bot/telegram/commands.ts';
import { allowedUpdates, createBot } from '../../../bot/telegram/index.ts';
import { memoryHere } from '../../../bot/telegram/poll.ts';
import { setUp, setWebhook, telegramLanguages } from '../../../bot/telegram/setup.ts';
import { world } from '../../../core/index.ts';
import { apiRoot, FakeTelegram, token } from '../../telegram/fake.ts';
import { Person } from '../../telegram/person.ts';

const core = coreFrom('dist');
const fake = new FakeTelegram();
vi.stubGlobal('fetch', fake.fetch);
const api = new Api(token, { apiRoot });

it('registers every language once, and nothing the second time', async () => {
  const languages = telegramLanguages(core);
  // Dari shares the letters of Persian; Kurmanji is registered as Kurdish.
  expect([...new Set(languages.values())].sort()).toEqual(
    Object.keys(core.bundled.locales)
      .filter((tag) => tag !== 'prs')
      .sort(),
  );
  expect(languages.get('ku')).toBe('kmr');
  expect(await setUp(api, core)).toBe(languages.size * 4);
  expect(fake.refused).toEqual([]);
  expect(await setUp(api, core)).toBe(0);
  expect((fake.profile.get('Commands.ar') as { command: string }[]).map(({ command }) => command)).toEqual(Object.keys(commands));
  fake.profile.set('Name.uk', 'something else');
  expect(await setUp(api, core)).toBe(1);
});

it('tells Telegram where to send, what, and with which secret', async () => {
  await setWebhook(api, 'https://rights.example.org', 'secret');
  expect(fake.webhook).toEqual({ url: 'https://rights.example.org/telegram/webhook', secret_token: 'secret', allowed_updates: allowedUpdates });
});

it('answers by long polling', async () => {
  const bot = await createBot({
    token,
    apiRoot,
    core,
    defaultPlace: world,
    places: [],
    now: () => new Date().toISOString(),
    memory: memoryHere(),
    report: (fault) => expect(fault).toBeUndefined(),
  });
  const somebody = new Person(fake, async () => new Response(), { id: 5, language: 'en' });
  fake.updates.push(somebody.message({ text: 'boss no pay me 2 month' }), somebody.message({ text: '/city vienna' }), somebody.message({ text: '/settings' }));
  void bot.start({ allowed_updates: allowedUpdates });
  await vi.waitFor(() => expect(fake.chat(5).messages.size).toBe(3), { timeout: 20_000 });
  await bot.stop();
  expect(somebody.newest().text).toContain('Vienna');
});
