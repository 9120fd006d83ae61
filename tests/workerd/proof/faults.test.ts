/**
 * The stores throw or hang, alone and together: every core question is answered all the same, in every channel. Our stores are the Durable Object of chats, D1 of
 * the desk, and the rate limiter; the content comes from static assets, without which only danger and the numbers to call are left. There is no KV.
 */
import { env } from 'cloudflare:workers';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { contentFrom } from '../../../bot/content.ts';
import type { Database, Statement } from '../../../bot/database.ts';
import { type MemoryNamespace, openMemory } from '../../../bot/memory.ts';
import { createLimit, type Limiter } from '../../../bot/rate-limit.ts';
import { createSlack } from '../../../bot/slack/index.ts';
import { createWeb } from '../../../bot/web/index.tsx';
import { type Core, openCore, topicTitle } from '../../../core/index.ts';
import { measure, sample } from '../../proof/table.ts';
import { token } from '../../telegram/fake.ts';
import { bundled, realCore, secret } from '../bot/telegram/harness.ts';
import { sign } from '../slack/workspace.ts';
import { openWebhook, type Sent } from './doors.ts';

type How = 'well' | 'throws' | 'hangs';

/** Anything asked of it fails so. */
function broken(how: How): never {
  const fail = (): Promise<never> => (how === 'hangs' ? new Promise(() => undefined) : Promise.reject(new Error('down')));
  const handler: ProxyHandler<() => void> = { get: (_, name) => (name === 'then' ? undefined : proxy), apply: () => fail() };
  const proxy: unknown = new Proxy(() => undefined, handler);
  return proxy as never;
}

function brokenDatabase(how: How): Database {
  const fail = broken(how) as () => Promise<never>;
  const statement: Statement = { bind: () => statement, first: fail, all: fail, run: fail };
  return { prepare: () => statement, batch: fail };
}

function brokenMemory(how: How): MemoryNamespace {
  const fail = broken(how) as () => Promise<never>;
  return { idFromName: () => 'x', get: () => ({ begin: fail, keep: fail, tell: fail, forget: fail }) };
}

const core = realCore();
const languages = ['en', 'es', 'ar', 'uk', 'fr', 'tr', 'de', 'so', 'vi', 'zh-Hans'];

interface Asked {
  readonly title: string;
  /** In every language: neighbours are not always told apart by a title. */
  readonly titles: readonly string[];
  readonly lang: string;
}

/** A topic of every group, by its title, in ten languages. */
async function questions(): Promise<Asked[]> {
  // A core of its own: a shard that was read raw stays raw.
  const index = await realCore().shards.get<{ format?: number; topics: { id: string; group: string }[] }>('index.en', (raw) => raw);
  const ofGroup = [...new Map(index.topics.map(({ id, group }) => [group, id])).values()];
  const titlesOf = async (id: string): Promise<(readonly [lang: string, title: string])[]> => {
    const all = Object.keys(bundled.locales).map(async (lang) => [lang, (await topicTitle(id, lang, core)) ?? ''] as const);
    return (await Promise.all(all)).filter(([, title]) => title !== '');
  };
  const topics = await Promise.all(ofGroup.map(titlesOf));
  return topics.flatMap((titled) =>
    titled.filter(([lang]) => languages.includes(lang)).map(([lang, title]) => ({ lang, title, titles: titled.map(([, one]) => one) })),
  );
}

afterAll(() => vi.unstubAllGlobals());

let updates = 0;

/** How many of them are answered, in which channel. */
async function answeredIn(asked: readonly Asked[], how: Readonly<Record<'memory' | 'database' | 'limiter', How>>, from: Core = core): Promise<string[]> {
  const limiter: Limiter = how.limiter === 'well' ? env.LIMITER : { limit: broken(how.limiter) };
  const now = () => '2026-11-24T10:00:00Z';
  const limit = createLimit({ core: from, limiter, defaultPlace: 'at/vienna', now });
  const web = createWeb({ core: from, operator: '', defaultPlace: 'at/vienna', places: [], now, asset: async () => new Response('') });
  const slack = createSlack({
    core: from,
    signingSecret: env.SLACK_SIGNING_SECRET,
    botToken: 'xoxb-x',
    oauth: undefined,
    apiUrl: 'https://slack.test/api/',
    database: how.database === 'well' ? env.DB : brokenDatabase(how.database),
    defaultPlace: 'at/vienna',
    places: [],
    now: () => new Date(),
    fetch: async (url, init) => {
      said.set(url, `${said.get(url) ?? ''}${String(init?.body)}`);
      return Response.json({ ok: true, channel: { id: 'D1' } });
    },
  });
  const said = new Map<string, string>();
  const sent: Sent[] = [];
  const telegram = openWebhook(from, sent, {
    defaultPlace: 'at/vienna',
    ...(how.memory === 'well' ? {} : { memory: openMemory(brokenMemory(how.memory), token, Date.now) }),
  });
  const failed: string[] = [];
  await Promise.all(
    asked.map(async ({ title, titles, lang }, n) => {
      const body = JSON.stringify({ question: title, lang });
      const request = new Request('http://x/api/ask', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'cf-connecting-ip': `10.0.${n >> 8}.${n & 255}` },
        body,
      });
      const response = (await limit(request)) ?? (await web.fetch(request));
      const answer = (await response.json()) as { outcome?: string };
      if (response.status !== 200 || answer.outcome !== 'answered') failed.push(`web ${lang} ${title}: ${response.status} ${answer.outcome}`);
      const address = `https://hooks.slack.com/commands/${lang}/${n}`;
      const timestamp = String(Math.floor(Date.now() / 1000));
      const command = new URLSearchParams({
        command: '/rights',
        text: title,
        team_id: 'T1',
        user_id: `U${n}`,
        channel_id: 'C1',
        trigger_id: `${n}`,
        response_url: address,
      }).toString();
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': await sign(command, timestamp),
      };
      const works: Promise<unknown>[] = [];
      const acked = await slack.fetch(new Request('http://x/slack/events', { method: 'POST', headers, body: command }), {
        waitUntil: (work) => works.push(work),
      });
      await Promise.all(works);
      if (acked.status !== 200 || !says(said.get(address) ?? '', titles)) failed.push(`slack ${lang} ${title}: ${acked.status}`);
      const date = Math.floor(Date.parse(now()) / 1000);
      const chat = { id: 7000 + n, type: 'private', first_name: 'x' };
      const update = { update_id: ++updates, message: { message_id: n, date, chat, from: { ...chat, is_bot: false, language_code: lang }, text: title } };
      const taken = await telegram(JSON.stringify(update), secret);
      const message = sent.find(
        ({ url, body: text }) => url.endsWith('/sendMessage') && (JSON.parse(text) as { chat_id: number }).chat_id === chat.id && says(text, titles),
      );
      if (taken.status !== 200 || !message) failed.push(`telegram ${lang} ${title}: ${taken.status}`);
    }),
  );
  return failed;
}

/** Whether a message in JSON holds a title of the topic. */
function says(text: string, titles: readonly string[]): boolean {
  const bare = (words: string): string => words.replace(/&(?:amp|lt|gt|quot);|[^\p{L}\p{N}]/gu, '');
  const said = bare(text.replace(/\\u([0-9a-f]{4})|\\n/g, ' '));
  return titles.some((title) => said.includes(bare(title)));
}

const well = { memory: 'well', database: 'well', limiter: 'well' } as const;

describe('with stores that fail', () => {
  const ways: readonly (readonly [string, Readonly<Record<'memory' | 'database' | 'limiter', How>>])[] = [
    ['nothing fails', well],
    ...(['throws', 'hangs'] as const).flatMap((how) => [
      [`the Durable Object ${how}`, { ...well, memory: how }] as const,
      [`D1 ${how}`, { ...well, database: how }] as const,
      [`the rate limiter ${how}`, { ...well, limiter: how }] as const,
      [`all of them: ${how}`, { memory: how, database: how, limiter: how }] as const,
    ]),
    ['some throw, some hang', { memory: 'hangs', database: 'throws', limiter: 'hangs' }],
  ];

  it.for(ways)('%s: every core question is answered in every channel', { timeout: 120_000 }, async ([what, how], { task }) => {
    const asked = sample(
      await questions(),
      3,
      ways.findIndex(([one]) => one === what),
    );
    const failed = await answeredIn(asked, how);
    expect(failed.slice(0, 5)).toEqual([]);
    const all = asked.length * 3;
    measure(task, 'B10', `${what}: core questions answered over web, Telegram and Slack (${new Set(asked.map(({ lang }) => lang)).size} languages)`, {
      figure: `${all - failed.length} of ${all}`,
      bar: '100 %',
      pass: failed.length === 0 && asked.length >= 50,
    });
  });

  it('a channel that loses its answer is found', async () => {
    const none = openCore(bundled, () => Promise.reject(new Error('no assets')));
    expect((await answeredIn((await questions()).slice(0, 2), well, none)).length).toBe(6);
  });
});

describe('without the static assets', () => {
  it.for(['throws', 'hangs', 'is missing'] as const)(
    'content that %s: danger and the numbers to call are there',
    { timeout: 60_000 },
    async (how, { task }) => {
      const missing = async (): Promise<Response> => new Response('', { status: 404 });
      const lone = openCore(bundled, contentFrom({ fetch: how === 'is missing' ? missing : broken(how) }));
      const web = createWeb({
        core: lone,
        operator: '',
        defaultPlace: 'at/vienna',
        places: [],
        now: () => '2026-11-24T10:00:00Z',
        asset: async () => new Response(''),
      });
      const asked = ['my boss does not pay me', 'my husband is beating me now, help', 'мій чоловік мене б’є, допоможіть', 'زوجي يضربني الآن ساعدوني'];
      const helped = await Promise.all(
        asked.flatMap((question) => [
          web.request('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question }) }),
          web.request('/', {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ question }).toString(),
          }),
        ]),
      );
      const texts = await Promise.all(helped.map((response) => response.text()));
      const good = texts.filter((text, n) => text.includes('112') && (helped[n]?.status ?? 500) < 500);
      measure(task, 'B10', `content ${how}: numbers to call, and no 5xx`, {
        figure: `${good.length} of ${texts.length}`,
        bar: '100 %',
        pass: good.length === texts.length,
      });
    },
  );
});
