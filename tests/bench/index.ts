/** `npm run bench`: one run on one machine, as JSON. Ratios count; times are this machine's. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import autocannon from 'autocannon';
import { bundleKib } from './boot.ts';
import { measureCompile } from './compile.ts';
import { cpuMilliseconds, keptOpen } from './cost.ts';
import { distinctQuestions } from './questions.ts';
import { measureTelegram } from './telegram.ts';
import { type Running, start } from './workerd.ts';

const worker = 'dist/worker/worker.js';
const places = ['es/barcelona', 'at/vienna', 'de/nuremberg', 'nl/utrecht', 'gb/york', 'us/new-york', 'es', 'un'];
const seconds = 6;
const connections = 10;

function bodies(): string[] {
  return distinctQuestions().map((question, i) => JSON.stringify({ question, place: places[i % places.length] }));
}

async function requestsPerSecond(url: string, all: readonly string[]): Promise<number> {
  const requests = all.map((body) => ({ method: 'POST' as const, headers: { 'content-type': 'application/json' }, body }));
  const result = await autocannon({ url, connections, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors at ${url}`);
  return result.requests.average;
}

const { send, close } = keptOpen();

async function once(url: string, body: string): Promise<number> {
  const started = performance.now();
  await send(url, body);
  return performance.now() - started;
}

async function latencies(url: string, all: readonly string[]): Promise<{ p50: number; p99: number }> {
  const times: number[] = [];
  for (const body of all) times.push(await once(url, body));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

const firstQuestions: readonly (readonly [language: string, question: string])[] = [
  ['en', 'my boss did not pay me'],
  ['es', 'mi jefe no me paga'],
  ['ar', 'صاحب العمل ما دفع لي راتبي'],
  ['uk', 'мені не заплатили зарплату'],
];

/** The first answer of a fresh process: the Worker is started, compiled, and loads its shards. */
async function coldAnswers(): Promise<Record<string, number>> {
  const cold: Record<string, number> = {};
  for (const [language, question] of firstQuestions) {
    const running = await start(worker);
    cold[language] = round(await once(running.ask, JSON.stringify({ question, place: 'es/barcelona' })));
    await running.stop();
  }
  return cold;
}

/** The first answer in a language and place of a Worker that already serves another: the shards alone. */
async function firstInLanguage(): Promise<Record<string, number>> {
  const first: Record<string, number> = {};
  const running = await start(worker);
  await once(running.ask, JSON.stringify({ question: 'hello, is anybody there', place: 'un' }));
  for (const [language, question] of firstQuestions) first[language] = round(await once(running.ask, JSON.stringify({ question, place: 'at/vienna' })));
  await running.stop();
  return first;
}

async function measure(running: Running, all: readonly string[]): Promise<Record<string, number>> {
  await latencies(running.ask, all);
  const rates = { hello: 0, ask: 0 };
  for (let i = 0; i < 2; i++) {
    rates.hello += (await requestsPerSecond(running.hello, all)) / 2;
    rates.ask += (await requestsPerSecond(running.ask, all)) / 2;
  }
  const hello = await latencies(running.hello, all);
  const before = cpuMilliseconds(running.pid);
  const ask = await latencies(running.ask, all);
  const after = cpuMilliseconds(running.pid);
  return {
    hello_rps: Math.round(rates.hello),
    ask_rps: Math.round(rates.ask),
    ask_to_hello: round(rates.ask / rates.hello),
    p50_ms: round(ask.p50),
    p99_ms: round(ask.p99),
    hello_p50_ms: round(hello.p50),
    hello_p99_ms: round(hello.p99),
    cpu_ms_mean: round((after - before) / all.length),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const all = bodies();
const cold = await coldAnswers();
const first = await firstInLanguage();
const running = await start(worker);
const warm = await measure(running, all);
await running.stop();
close();
const telegram = await measureTelegram();
console.log(
  JSON.stringify(
    {
      machine: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}`,
      how: 'workerd run directly, minified bundle, ASSETS a disk service, no stores, client on the same machine',
      questions: all.length,
      ...warm,
      cold_first_answer_ms: Math.max(...Object.values(cold)),
      cold_by_language_ms: cold,
      first_in_language_ms: first,
      bundle_gzip_kib: round(bundleKib()),
      ...telegram,
      ...measureCompile(),
    },
    null,
    2,
  ),
);
