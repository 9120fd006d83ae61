/**
 * `npm run bench:retrieval -- --docs D.jsonl --questions Q.jsonl`: the product's own text and search code on documents that nobody here wrote, beside
 * other libraries in the same run. Documents: `{id, lang, title, text}`; questions: `{id, lang, text, gold: [document id]}`, no gold where no document
 * answers. Prints JSON; times are of this machine, with whatever else it does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { flexSearch, lunr, miniSearch, orama, ours, type Page, type System } from './systems.ts';

interface Asked {
  readonly text: string;
  readonly gold: readonly string[];
}

const { values } = parseArgs({ options: { docs: { type: 'string' }, questions: { type: 'string' } } });
if (!values.docs || !values.questions) {
  console.error('npm run bench:retrieval -- --docs D.jsonl --questions Q.jsonl');
  process.exit(1);
}
const pages = read<Page>(values.docs);
const questions = read<Asked>(values.questions);
const lang = pages[0]?.lang ?? 'en';

const builders: readonly (() => System | Promise<System>)[] = [
  () => ours(pages, lang, stopWordsOf(lang)),
  () => miniSearch(pages),
  () => orama(pages, lang),
  () => flexSearch(pages, lang),
  () => lunr(pages, lang),
];
const results: object[] = [];
for (const build of builders) {
  const started = performance.now();
  const system = await build();
  const buildMs = performance.now() - started;
  results.push({ ...(await measure(system)), build_ms: Math.round(buildMs) });
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
console.log(JSON.stringify({ lang, documents: pages.length, questions: questions.length, machine, results }, null, 2));

function read<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Those of the product. */
function stopWordsOf(language: string): string[] {
  const file = `content/languages/${language}.yml`;
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as { stop_words: string[] }).stop_words : [];
}

async function measure({ name, settings, stored, find }: System): Promise<object> {
  const times: number[] = [];
  const ranks: number[] = [];
  const [answerable, others]: [number[], number[]] = [[], []];
  for (const { text } of questions.slice(0, 50)) await find(text);
  for (const { text, gold } of questions) {
    const started = performance.now();
    const found = await find(text);
    times.push(performance.now() - started);
    (gold.length > 0 ? answerable : others).push(found[0]?.score ?? 0);
    if (gold.length > 0) ranks.push(1 + found.findIndex(({ id }) => gold.includes(id)));
  }
  const within = (rank: number): number => share(ranks.filter((found) => found > 0 && found <= rank).length, ranks.length);
  return {
    name,
    settings,
    'recall@1': within(1),
    'recall@3': within(3),
    'recall@10': within(10),
    'mrr@10': share(
      ranks.filter((rank) => rank > 0 && rank <= 10).reduce((sum, rank) => sum + 1 / rank, 0),
      ranks.length,
    ),
    auroc: auroc(answerable, others),
    index_bytes: Buffer.byteLength(stored),
    index_gzip: gzipSync(stored).byteLength,
    query_p50_ms: quantile(times, 0.5),
    query_p99_ms: quantile(times, 0.99),
  };
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 1000;
}

function quantile(times: readonly number[], at: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(1000 * (sorted[Math.floor(at * (sorted.length - 1))] ?? 0)) / 1000;
}

/** How often an answerable question scores above one that is not; a half is chance. */
function auroc(answerable: readonly number[], others: readonly number[]): number | null {
  if (answerable.length === 0 || others.length === 0) return null;
  let above = 0;
  for (const one of answerable) for (const other of others) above += one > other ? 1 : one === other ? 0.5 : 0;
  return share(above, answerable.length * others.length);
}
