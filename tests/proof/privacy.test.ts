/**
 * Names, numbers and handles go in through every door and every error, then every place where something could stay is searched for them: tables with their logs,
 * caches, what is printed, what goes out, headers. What is planted in each of these places has to be found, or nothing was proved.
 */

import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, runLocally } from '../../bot/held.ts';
import { canaries, findIn, ids, type Needle, needlesOf } from './canaries.ts';
import { measure, none } from './table.ts';

const secret = 'privacy_secret-of-the-webhook';
const signing = 'privacy signing secret';
const control = 'PLANTED Zaharadnik-Bellacqua 0664 555 187';
const state = mkdtempSync(join(tmpdir(), 'hereabouts-'));

let running: Running;
let away: { readonly url: string; readonly calls: { url: string; body: string }[]; stop(): void };
const headers: string[] = [];
let requests = 0;

/** Telegram and Slack, both at one address of the loopback. Breaks in every way when told to. */
async function startAway(): Promise<typeof away> {
  const calls: { url: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      calls.push({ url: `${request.url} ${JSON.stringify(request.headers)}`, body });
      const breaks = [500, 403, 429, 400][calls.length % 12] ?? 200;
      response.writeHead(breaks, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          ok: breaks === 200,
          error_code: breaks,
          description: 'as ordered',
          result: { message_id: calls.length, chat: { id: 1 }, date: 1 },
          channel: { id: 'D1' },
        }),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, stop: () => server.close() };
}

async function send(path: string, body: string, type: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  requests++;
  const response = await fetch(running.url + path, { method: 'POST', headers: { 'content-type': type, ...more }, body, redirect: 'manual' });
  headers.push(JSON.stringify([...response.headers]));
  await response.arrayBuffer();
}

async function look(path: string): Promise<void> {
  requests++;
  const response = await fetch(running.url + path, { redirect: 'manual' });
  headers.push(JSON.stringify([...response.headers]));
  await response.arrayBuffer();
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

async function overTheWeb(canary: string): Promise<void> {
  const question = `my boss ${canary} does not pay me, call me at ${canary}`;
  const fields = { question, lang: 'en', place: canary, previous: canary, reader: 'resident' };
  await send('/api/ask', JSON.stringify(fields), json);
  await send('/api/ask', JSON.stringify({ question: canary, place: 'at/vienna', previous: { topic: canary, place: canary }, topic: canary }), json, {
    'user-agent': canary.replace(/[^\x20-\x7e]/g, ''),
  });
  await send('/api/ask', JSON.stringify({ question, lang: canary, reader: canary }), json);
  await send('/api/ask', `{"question":"${canary}`, json);
  await send('/api/ask', JSON.stringify({ question: canary.repeat(900) }), json);
  await send('/api/ask', question, 'text/plain');
  await send('/', new URLSearchParams({ ...fields, place: 'es/barcelona' }).toString(), form);
  await send('/', new URLSearchParams({ question: canary.repeat(400) }).toString(), form);
  await send('/', new URLSearchParams(fields).toString(), form, { 'sec-fetch-site': 'cross-site' });
  await look(`/nowhere/${encodeURIComponent(canary)}`);
  await look(`/?place=${encodeURIComponent(canary)}&lang=${encodeURIComponent(canary)}`);
}

let update = 1;
async function overTelegram(canary: string): Promise<void> {
  const who = { id: ids.telegramChat, is_bot: false, first_name: canary, last_name: canary, username: canary.replace(/\W/g, '_'), language_code: 'en' };
  const chat = { id: ids.telegramChat, type: 'private', first_name: canary, username: who.username };
  const message = { message_id: update, date: Math.floor(Date.now() / 1000), chat, from: who };
  const updates = [
    { message: { ...message, text: `my boss ${canary} does not pay me` } },
    { message: { ...message, text: canary } },
    { message: { ...message, text: `/start ${canary}` } },
    { message: { ...message, caption: canary, photo: [{ file_id: canary }] } },
    { message: { ...message, contact: { phone_number: canary, first_name: canary } } },
    { message: { ...message, chat: { id: -100_777, type: 'supergroup', title: canary }, text: `@hereabouts_bot ${canary} help` } },
    { callback_query: { id: canary, from: who, data: canary, message } },
    { inline_query: { id: canary, from: who, query: canary, offset: '' } },
    { message: { ...message, from: canary, text: 7 } },
  ];
  for (const one of updates)
    await send('/telegram/webhook', JSON.stringify({ update_id: update++, ...one }), json, { 'x-telegram-bot-api-secret-token': secret });
  await send('/telegram/webhook', JSON.stringify({ update_id: update++, message: { ...message, text: canary } }), json, {
    'x-telegram-bot-api-secret-token': 'wrong',
  });
}

async function signed(body: string, type: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signing).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  await send('/slack/events', body, type, { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature });
}

let event = 1;
async function overSlack(canary: string): Promise<void> {
  const { slackUser: user, slackTeam: team } = ids;
  const address = `${away.url}/response/${event++}`;
  const command = (name: string, text: string) =>
    new URLSearchParams({
      command: name,
      text,
      team_id: team,
      user_id: user,
      user_name: canary,
      channel_id: 'C1',
      channel_name: canary,
      trigger_id: '1.1',
      response_url: address,
    }).toString();
  for (const name of ['/rights', '/duties', '/buddy', '/networks', '/rights-settings']) await signed(command(name, `${canary} does not pay me`), form);
  const said = { type: 'message', channel_type: 'im', channel: 'D1', user, text: canary, ts: '1.1' };
  await signed(JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${event++}`, event: said }), json);
  await signed(
    JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${event++}`, event: { ...said, type: 'app_mention', channel: 'C1' } }),
    json,
  );
  const stakes = {
    type: 'message_action',
    callback_id: 'stakes',
    team: { id: team, domain: canary },
    user: { id: user, name: canary },
    trigger_id: '1.1',
    channel: { id: 'C1' },
    message: { text: canary, ts: '1.1' },
    response_url: address,
  };
  await signed(new URLSearchParams({ payload: JSON.stringify(stakes) }).toString(), form);
  await send('/slack/events', command('/rights', canary), form);
}

beforeAll(async () => {
  away = await startAway();
  const wrangler = (...args: string[]) =>
    execFileSync('node_modules/.bin/wrangler', args, { stdio: 'pipe', env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' } });
  wrangler('d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state);
  const info = JSON.stringify({ id: 777, is_bot: true, first_name: 'x', username: 'hereabouts_bot' });
  const variables = {
    TELEGRAM_BOT_TOKEN: '777:privacy-token',
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: `${away.url}/telegram`,
    TELEGRAM_BOT_INFO: info,
    SLACK_SIGNING_SECRET: signing,
    SLACK_BOT_TOKEN: 'xoxb-privacy',
    SLACK_API_URL: `${away.url}/api/`,
  };
  running = await runLocally('tests/proof/leaky.ts', [
    '--persist-to',
    state,
    ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]);
}, 240_000);

afterAll(async () => {
  await running?.stop();
  away?.stop();
  rmSync(state, { recursive: true, force: true });
});

/** Everything that is left, by the place where it lies. */
function sinks(): Record<string, Buffer> {
  const files = readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pile = (kind: RegExp): Buffer => Buffer.concat(files.filter((file) => kind.test(file)).flatMap((file) => [Buffer.from(file), readFileSync(file)]));
  return {
    'D1, with its log': pile(/[\\/]d1[\\/]/),
    'Durable Objects, with their logs': pile(/[\\/]do[\\/]/),
    caches: pile(/[\\/]cache[\\/]/),
    // What the tools of a developer write beside: counts of the rate limit, for one.
    'what the tools write': pile(/^(?!.*[\\/](?:d1|do|cache)[\\/])/),
    // Wrangler prints the addresses of pages; ours hold no question, those of this test hold a canary.
    'what is printed': Buffer.from(running.output().replace(/^.*\[wrangler:info\] GET .*$/gm, '')),
    'headers of answers': Buffer.from(headers.join('\n')),
    'calls that go out': Buffer.from(away.calls.map(({ url, body }) => `${url}\n${addressed(body)}`).join('\n')),
  };
}

/** What is sent to somebody without the line that says to whom: that is the reply itself. */
function addressed(body: string): string {
  return body
    .replace(/"(?:chat_id|user_id|callback_query_id|inline_query_id|channel|user|users)":(?:\d+|"(?:[^"\\]|\\.)*")/g, '')
    .replace(/(^|&)(?:user|users|channel|user_id)=[^&]*/g, '');
}

describe('what people write, and who they are', () => {
  it('is nowhere afterwards', { timeout: 300_000 }, async ({ task }) => {
    expect(canaries.length).toBe(50);
    for (const canary of canaries) {
      await Promise.all([overTheWeb(canary), overTelegram(canary), overSlack(canary)]);
    }
    const to = encodeURIComponent(`${away.url}/control`);
    const leaked = await fetch(`${running.url}/leak?what=${encodeURIComponent(control)}&to=${to}`);
    headers.push(JSON.stringify([...leaked.headers]));
    await new Promise((later) => setTimeout(later, 3000));
    writeFileSync(join(state, 'planted'), control);
    const people: Needle[] = [...canaries, String(ids.telegramChat), ids.slackUser].flatMap(needlesOf);
    const left = Object.entries(sinks());
    const planted = needlesOf(control);
    const blind = left.filter(([, bytes]) => findIn(bytes, planted).length === 0).map(([name]) => name);
    measure(task, 'P2', 'places where something could stay, in which what was planted is found', {
      figure: `${left.length - blind.length} of ${left.length}`,
      bar: 'all',
      pass: blind.length === 0,
    });
    const found = left.flatMap(([name, bytes]) => findIn(bytes, people).map((what) => `${name}: ${what}`));
    none(
      task,
      'P1',
      `50 names, numbers and handles through ${requests} requests, ${people.length} forms of them searched in ${left.length} places`,
      found,
      requests,
    );
  });

  it('every form of a value is found where it lies', () => {
    const value = 'Zaharadnik Ünal 7310042299';
    const needles = needlesOf(value);
    for (const { bytes, how } of needles.filter((needle) => needle.bytes.length >= 5))
      expect(findIn(Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]), needles).join(), how).toContain(how.split(' ')[0]);
    for (const offset of [0, 1, 2, 3, 4])
      expect(findIn(Buffer.from(Buffer.from(`${'x'.repeat(offset)}${value} and more`).toString('base64')), needles).join()).toContain('base64');
  });
});

describe('what could keep more than we look at', () => {
  it('is not there: no log of requests, no queue, no analytics, no KV, no bucket', () => {
    const settings = readFileSync('wrangler.toml', 'utf8').replace(/^#.*$/gm, '');
    expect(settings).toMatch(/\[observability\]\s*\nenabled = false/);
    expect(settings).not.toMatch(/kv_namespaces|r2_buckets|queues|analytics_engine|logpush|tail_consumers|send_email|vectorize|hyperdrive|pipelines|traces/);
  });
});
