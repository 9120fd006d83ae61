/** `npm run bench:telegram`: from the webhook to the call of the Bot API, beside a bare echo bot in the same Worker. In workerd, on the loopback. */
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { me, token } from '../telegram/fake.ts';
import { distinctQuestions } from './questions.ts';
import { startTelegram } from './workerd.ts';

const apiPort = 18789;
const secret = 'bench';
const chats = 200;
const rounds = 3000;
/** As many as the bot of a city hears in an hour; the shards of thirty would push each other out of memory. */
const languages = ['en', 'es', 'ar', 'uk', 'fr', 'de', 'nl', 'ru', 'tr', 'fa'];

/** Takes every call, and says when it came. */
function listen(arrived: () => void): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (request.url?.endsWith('/sendMessage')) arrived();
      response.setHeader('content-type', 'application/json').end('{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}');
    });
  });
  return new Promise((resolve) => server.listen(apiPort, '127.0.0.1', () => resolve(server)));
}

function updateOf(text: string, number: number): string {
  const person = { id: 1 + (number % chats), is_bot: false, first_name: 'Bench', language_code: 'en' };
  const message = { message_id: number, date: Math.floor(Date.now() / 1000), chat: { id: person.id, type: 'private' }, from: person, text };
  return JSON.stringify({ update_id: number, message });
}

/** 99 of 100 were as fast as this or faster, in milliseconds. */
function p99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

export async function measureTelegram(): Promise<Record<string, number>> {
  execFileSync('npx', ['wrangler', 'deploy', 'tests/bench/telegram-worker.ts', '--dry-run', '--minify', '--outdir', 'dist/bench/telegram'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let arrived = (): void => undefined;
  const server = await listen(() => arrived());
  const running = await startTelegram('dist/bench/telegram/telegram-worker.js', {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${apiPort}`,
    TELEGRAM_BOT_INFO: JSON.stringify(me),
  });
  let number = 1;
  /** The time until the first message of an answer is on its way. */
  async function once(path: string, text: string): Promise<number> {
    const called = new Promise<number>((resolve) => {
      arrived = () => resolve(performance.now());
    });
    const body = updateOf(text, number++);
    const started = performance.now();
    const answered = fetch(`${running.url}${path}`, { method: 'POST', body, headers: { 'x-telegram-bot-api-secret-token': secret } });
    const took = (await called) - started;
    await (await answered).arrayBuffer();
    return took;
  }
  const texts = distinctQuestions(languages);
  const times = { ours: [] as number[], echo: [] as number[] };
  for (let i = 0; i < rounds * 2; i++) {
    const text = texts[(i * 37) % texts.length] ?? '';
    const [ours, echo] = [await once('/telegram/webhook', text), await once('/echo', text)];
    // The first half loads shards and warms up.
    if (i < rounds) continue;
    times.ours.push(ours);
    times.echo.push(echo);
  }
  await running.stop();
  server.close();
  const round = (value: number): number => Math.round(value * 100) / 100;
  const [ours, echo] = [p99(times.ours), p99(times.echo)];
  const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return {
    telegram_p50_ms: round(median(times.ours)),
    telegram_p99_ms: round(ours),
    echo_p50_ms: round(median(times.echo)),
    echo_p99_ms: round(echo),
    telegram_to_echo_p99: round(ours / echo),
  };
}

if (import.meta.main) console.log(JSON.stringify(await measureTelegram(), null, 2));
