/**
 * `npm run bench:growth`: what an answer costs, and what is held, as cities, topics and languages become more. Generated content, in workerd; about ten minutes.
 * Writes dist/growth/results.json and .github/growth.svg.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { writeDist } from '../../core/compile/write.ts';
import { timeCompile } from './compile.ts';
import { cpuMilliseconds, keptOpen } from './cost.ts';
import { questionsOf, type Size, tagsOf } from './generate.ts';
import { drawGrowth, type Point } from './growth-picture.ts';
import { type Running, start } from './workerd.ts';

const folder = 'dist/growth';
const worker = `${folder}/worker.js`;
const usual: Size = { languages: 3, topics: 100, cities: 6, services: 40 };
const byCities = [1, 10, 100, 300].map((cities) => ({ ...usual, cities }));
const byTopics = [100, 300, 1000].map((topics) => ({ ...usual, topics }));
const whole: Size = { languages: 30, topics: 1000, cities: 300, services: 40 };
const asked = 1000;
const rounds = 4;
const shownCities = 8;

/** Content of a size, compiled to where a Worker can serve it. */
interface Prepared {
  readonly size: Size;
  readonly assets: string;
  readonly seconds: number;
  readonly shards: number;
}

function prepare(size: Size): Prepared {
  const { languages, topics, cities } = size;
  console.error(`compiling ${topics} topics, ${languages} languages, ${cities} cities`);
  const site = `${folder}/${languages}-${topics}-${cities}`;
  rmSync(site, { recursive: true, force: true });
  mkdirSync(`${site}/assets/content`, { recursive: true });
  const { seconds, emitted } = timeCompile(size);
  writeDist(site, emitted);
  cpSync(`${site}/bundled.json`, `${site}/assets/bundled.json`);
  return { size, assets: `${site}/assets`, seconds, shards: emitted.shards.size };
}

/** CPU of the process for one answer, warm, less that of a bare hello that reads the same body, in milliseconds. */
async function costOf({ size, assets }: Prepared): Promise<number> {
  const running = await start(worker, { assets, v8Flags: [] });
  const bodies = questionsOf(size, asked).map((question, i) => JSON.stringify({ question, place: `xa/city-${i % Math.min(size.cities, shownCities)}` }));
  const { send, close } = keptOpen();
  const cpu = async (url: string): Promise<number> => {
    const before = cpuMilliseconds(running.pid);
    for (const body of bodies) await send(url, body);
    return (cpuMilliseconds(running.pid) - before) / bodies.length;
  };
  await cpu(running.ask);
  await cpu(running.hello);
  const cost = (await cpu(running.ask)) - (await cpu(running.hello));
  close();
  await running.stop();
  return cost;
}

/** Whether every language and every group is answered in one process with so much room for objects, and how much memory it took at most. */
async function holds(
  { size, assets }: Prepared,
  megabytes: number,
): Promise<{ readonly answered: number; readonly of: number; readonly peakMegabytes: number }> {
  const running = await start(worker, { assets, v8Flags: [`--max-old-space-size=${megabytes}`] });
  const bodies = tagsOf(size).flatMap((tag, language) =>
    questionsOf(size, 25, language).map((question, i) => JSON.stringify({ question, lang: tag, place: `xa/city-${(language * 25 + i) % size.cities}` })),
  );
  const { send, close } = keptOpen();
  let answered = 0;
  for (const body of bodies) {
    const outcome = await send(running.ask, body).then(outcomeOf, () => null);
    if (outcome === null) break;
    if (outcome !== 'failed') answered++;
  }
  const peakMegabytes = peakOf(running);
  close();
  await running.stop();
  return { answered, of: bodies.length, peakMegabytes };
}

function outcomeOf(text: string): string {
  return (JSON.parse(text) as { outcome: string }).outcome;
}

function peakOf({ pid }: Running): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return 0;
  }
}

/** One size after another, and again: the least of each, because other work on the machine only ever adds. */
async function curve(sizes: readonly Size[], by: 'cities' | 'topics'): Promise<Point[]> {
  const sites = sizes.map(prepare);
  const costs = sites.map((): number[] => []);
  for (let round = 0; round < rounds; round++) for (const [i, site] of sites.entries()) costs[i]?.push(await costOf(site));
  return sizes.map((size, i) => ({ at: size[by], cost: Math.round(Math.min(...(costs[i] ?? [])) * 1000) / 1000 }));
}

mkdirSync(folder, { recursive: true });
execFileSync('npx', ['esbuild', 'tests/bench/growth-worker.ts', '--bundle', '--minify', '--format=esm', `--outfile=${worker}`], { stdio: 'inherit' });
const cities = await curve(byCities, 'cities');
const topics = await curve(byTopics, 'topics');
const large = prepare(whole);
const results = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}`,
  how: 'generated content; CPU of workerd for one answer less that of a bare hello; stores absent',
  cost_ms_by_cities: cities,
  cost_ms_by_topics: topics,
  cities_300_to_1: ratio(cities, 300, 1),
  topics_1000_to_100: ratio(topics, 1000, 100),
  whole,
  compile_seconds: large.seconds,
  static_files: large.shards,
  with_100_megabytes: await holds(large, 100),
  /** So that the line above can fail. */
  control_with_20_megabytes: await holds(large, 20),
};
writeFileSync(`${folder}/results.json`, JSON.stringify(results, null, 2));
writeFileSync('.github/growth.svg', drawGrowth(cities, topics));
console.log(JSON.stringify(results, null, 2));

function ratio(points: readonly Point[], large: number, small: number): number {
  const costAt = (wanted: number): number => points.find(({ at }) => at === wanted)?.cost ?? 0;
  return Math.round((costAt(large) / costAt(small)) * 100) / 100;
}
