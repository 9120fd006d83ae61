/** Content of any size, of words that nobody speaks, on the laws and duties of Atlantis. */
import { parse } from 'yaml';
import { atlantisFiles } from '../fixtures/atlantis/index.ts';

export interface Size {
  readonly languages: number;
  readonly topics: number;
  readonly cities: number;
  /** Of each city. */
  readonly services: number;
}

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

/** English has to be plain: its words are half as long. */
function plain(text: string): string {
  return text.replace(/\b(\w{3})\w+/g, '$1');
}

const askedLines = 12;

/** How people ask about a topic, each with words of its own. */
function askedAbout(topic: number, language: number): string[] {
  return Array.from({ length: askedLines }, (_, i) => sentence(topic * 1000 + language + i * 17, 6));
}

/** Distinct questions about all topics in turn, in the first few languages or in one: what was written, without its last word. */
export function questionsOf({ topics, languages }: Size, count: number, language?: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const lines = askedAbout((i * 37) % topics, language ?? i % Math.min(languages, 3));
    return (lines[Math.floor(i / topics) % askedLines] ?? '').split(' ').slice(0, -1).join(' ');
  });
}

function prose(topic: number, language: number, isSource: boolean): string {
  const seed = topic * 1000 + language;
  const asked = askedAbout(topic, language)
    .map((line) => `  - ${line}`)
    .join('\n');
  const said = (at: number, length: number): string => (isSource ? plain(sentence(at, length)) : sentence(at, length));
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

/** In a city's own layer. */
const localTopics = 3;

export function generate(size: Size): Map<string, string> {
  const files = atlantisFiles();
  const tags = tagsOf(size);
  const locale = JSON.parse(files.get('locales/en.json') ?? '{}') as { $locale: object };
  for (const tag of tags) {
    files.set(`locales/${tag}.json`, tag === 'en' ? JSON.stringify(locale) : invented(locale));
    files.set(`content/languages/${tag}.yml`, files.get('content/languages/en.yml') ?? '');
  }
  const { group = {} } = parse(files.get('content/vocabulary.yml') ?? '') as { group?: object };
  const groups = Object.keys(group);
  const data = (topic: number): string =>
    (files.get('content/topics/coral-school/topic.yml') ?? '').replace(/^group: .*$/m, `group: ${groups[topic % groups.length]}`);
  for (let topic = 0; topic < size.topics; topic++) {
    files.set(`content/topics/t-${topic}/topic.yml`, data(topic));
    for (const [language, tag] of tags.entries()) files.set(`content/topics/t-${topic}/${tag}.md`, prose(topic, language, tag === 'en'));
  }
  for (let city = 0; city < size.cities; city++) addCity(city, size, data, files);
  return files;
}

/** English first. */
export function tagsOf({ languages }: Size): string[] {
  return ['en', ...Array.from({ length: languages - 1 }, (_, i) => `q${letters(i).slice(0, 2)}`)];
}

function addCity(city: number, { services }: Size, data: (topic: number) => string, files: Map<string, string>): void {
  const folder = `content/places/xa/city-${city}`;
  const service = files.get('content/places/xa/poseidonis/services/pearl-desk.yml') ?? '';
  files.set(`${folder}/place.yml`, `level: city\nnames: { en: ${word(city)} }\nreview: { on: 2026-06-01, every_months: 12 }\n`);
  for (let i = 0; i < services; i++) files.set(`${folder}/services/s-${i}.yml`, service);
  for (let topic = 0; topic < localTopics; topic++) {
    files.set(`${folder}/topics/t-${topic}/topic.yml`, data(topic));
    files.set(`${folder}/topics/t-${topic}/en.md`, `---\nedition: 1\ntranslation: source\n---\n## Careful\n\n${plain(sentence(city + topic, 12))}.\n`);
  }
}
