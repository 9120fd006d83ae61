/** How long the compiler takes for 30 languages x 200 topics x 6 cities, on generated content. */
import { compile } from '../../core/compile/index.ts';
import { atlantisFiles } from '../fixtures/atlantis/index.ts';

const size = { languages: 30, topics: 200, cities: 6, services: 40 };

/** Five letters after another, so that tags and words differ. */
function letters(n: number): string {
  return [0, 1, 2].map((i) => String.fromCharCode(97 + (Math.floor(n / 26 ** i) % 26))).join('');
}

/** One of four thousand words, the first ones far more often: as in a language. */
function word(seed: number): string {
  const chance = ((seed * 2654435761) % 4294967296) / 4294967296;
  const rank = Math.floor(4000 ** chance);
  return letters((rank * 7919) % 17576) + letters((rank * 104729) % 17576);
}

function sentence(seed: number, length: number): string {
  return Array.from({ length }, (_, i) => word(seed * 31 + i * i)).join(' ');
}

function prose(topic: number, language: number, isSource: boolean): string {
  const seed = topic * 1000 + language;
  const asked = Array.from({ length: 12 }, (_, i) => `  - ${sentence(seed + i * 17, 6)}`).join('\n');
  // English has to be plain: its words are half as long.
  const said = (at: number, length: number): string => (isSource ? sentence(at, length).replace(/\b(\w{3})\w+/g, '$1') : sentence(at, length));
  const section = (name: string, paragraphs: number): string =>
    `## ${name}\n\n${Array.from({ length: paragraphs }, (_, i) => `${said(seed + i, 20)}.`).join('\n\n')}\n`;
  const steps = `## Steps\n\n${Array.from({ length: 5 }, (_, i) => `${i + 1}. ${said(seed + i, 12)}.`).join('\n')}\n`;
  const head = `title: ${sentence(seed, 5)}\nedition: 1\ntranslation: ${isSource ? 'source' : 'machine'}\nasked:\n${asked}`;
  return `---\n${head}\n---\n${section('Answer', 1)}${section('Careful', 3)}${steps}${section('Refused', 2)}${section('Duty', 2)}${section('Buddy', 2)}`;
}

/** The interface words of a language that nobody speaks: those of English with a letter behind each, placeholders left alone. */
function invented({ $locale, ...words }: { $locale: object }): string {
  const text = JSON.stringify(words, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\{\{\w+\}\}|[a-z]+/gi, (part) => (part.startsWith('{') ? part : `${part}q`)) : value,
  );
  return JSON.stringify({ $locale, ...(JSON.parse(text) as object) });
}

function generate(): Map<string, string> {
  const files = atlantisFiles();
  const tags = ['en', ...Array.from({ length: size.languages - 1 }, (_, i) => `q${letters(i).slice(0, 2)}`)];
  const locale = JSON.parse(files.get('locales/en.json') ?? '{}') as { $locale: object };
  const service = files.get('content/places/xa/poseidonis/services/pearl-desk.yml') ?? '';
  for (const tag of tags) {
    files.set(`locales/${tag}.json`, tag === 'en' ? JSON.stringify(locale) : invented(locale));
    files.set(`content/languages/${tag}.yml`, files.get('content/languages/en.yml') ?? '');
  }
  for (let topic = 0; topic < size.topics; topic++) {
    files.set(`content/topics/t-${topic}/topic.yml`, files.get('content/topics/coral-school/topic.yml') ?? '');
    for (const [language, tag] of tags.entries()) files.set(`content/topics/t-${topic}/${tag}.md`, prose(topic, language, tag === 'en'));
  }
  for (let city = 0; city < size.cities; city++) {
    files.set(`content/places/xa/city-${city}/place.yml`, `level: city\nnames: { en: ${word(city)} }\nreview: { on: 2026-06-01, every_months: 12 }\n`);
    for (let i = 0; i < size.services; i++) files.set(`content/places/xa/city-${city}/services/s-${i}.yml`, service);
  }
  return files;
}

export function measureCompile(): Record<string, number> {
  const files = generate();
  const started = performance.now();
  const { emitted, problems } = compile(files);
  const took = (performance.now() - started) / 1000;
  if (!emitted)
    throw new Error(
      problems
        .slice(0, 3)
        .map((problem) => `${problem.file}: ${problem.what}`)
        .join('\n'),
    );
  return { compile_seconds: Math.round(took * 10) / 10, compile_files: files.size, compile_shards: emitted.shards.size };
}
