/** Corpus -> shards. The same content gives the same bytes: everything is in sorted order and nothing reads the clock. */
import { fallbackChain } from '../locale.ts';
import { world } from '../place.ts';
import type { Bundled, CompiledService, PlaceShard, TextShard, TopicText } from '../shard-types.ts';
import { shardFormat } from '../shard-types.ts';
import { bundle, localesOf } from './bundle.ts';
import type { Corpus, TopicFolder } from './corpus.ts';
import { commitmentsOf, emitCommitments } from './emit-commitments.ts';
import { emitCoverage } from './emit-coverage.ts';
import { emitDuties } from './emit-duties.ts';
import { emitIndexes, type Listed } from './emit-index.ts';
import { emitLaws } from './emit-laws.ts';
import { type Glossaries, glossariesOf, markTerms } from './mark-terms.ts';
import { askAtOf, chainOf, lawsCited, layersOf, resolveText, resolveTopic, reviewDue } from './resolve.ts';

export interface Emitted {
  /** Shard name -> JSON text. */
  readonly shards: ReadonlyMap<string, string>;
  readonly bundled: Bundled;
}

export function emit(corpus: Corpus): Emitted {
  const shards = new Map<string, string>();
  const write = (name: string, shard: object): void => {
    shards.set(name, JSON.stringify({ format: shardFormat, ...shard }));
  };
  const topics = indexedTopics(corpus);
  const glossaries = glossariesOf(corpus);
  emitIndexes(topics, corpus, write);
  for (const language of corpus.locales.keys()) {
    emitTexts(language, topics, glossaries, corpus, write);
    emitCommitments(language, fallbacks(language, corpus), corpus, write);
    emitWords(language, corpus, write);
  }
  emitDuties(topics, corpus, write);
  emitLaws(topics, corpus, write);
  emitCoverage(topics, corpus, write);
  write('networks', { networks: [...corpus.networks].map(([id, doc]) => ({ id, ...doc.data })) });
  for (const id of corpus.places.keys()) emitPlace(id, topics, glossaries, corpus, write);
  return { shards, bundled: bundle(corpus, shards) };
}

/** Words that only a city's desk and the rarer pages say; a phone does not load them before its first answer. */
const deskWords = ['slack', 'duty', 'thanks', 'deadline', 'assess', 'framework', 'site'];
const deskLabels = ['audience', 'source_kind', 'checked', 'trust', 'freshness', 'commitment_kind', 'commitment_element'];

function emitWords(language: string, corpus: Corpus, write: Write): void {
  const { $locale, essential, ...words }: Readonly<Record<string, unknown>> = corpus.locales.get(language)?.data ?? {};
  const { vocabulary, ...spaces } = words;
  const isDesk = (kind: string): boolean => deskLabels.includes(kind) || kind.startsWith('network_');
  const split = (entries: object | undefined, isRare: (key: string) => boolean) => {
    const { desk = [], ui = [] } = Object.groupBy(Object.entries(entries ?? {}), ([key]) => (isRare(key) ? 'desk' : 'ui'));
    return { desk: Object.fromEntries(desk), ui: Object.fromEntries(ui) };
  };
  const said = split(spaces, (space) => deskWords.includes(space));
  const labels = split(vocabulary as object | undefined, isDesk);
  for (const shard of ['ui', 'desk'] as const) write(`${shard}.${language}`, { words: { ...said[shard], vocabulary: labels[shard] } });
}

export type Write = (name: string, shard: object) => void;

/** Every topic once, general or of some places only. */
export function indexedTopics(corpus: Corpus): Listed[] {
  const local = [...corpus.places.values()].flatMap((place) => [...place.topics.values()]);
  const ids = [...new Set([...corpus.topics.keys(), ...local.map((folder) => folder.id)])].sort();
  return ids.map((id) => {
    const general = corpus.topics.get(id);
    const folders = [...(general ? [general] : []), ...local.filter((folder) => folder.id === id)];
    const group = folders.find((folder) => folder.topic.data.group)?.topic.data.group ?? '';
    return { id, group, folders, ...(general ? {} : { only: folders.flatMap((folder) => folder.place ?? []) }) };
  });
}

function fallbacks(language: string, corpus: Corpus): string[] {
  return fallbackChain(language, localesOf(corpus));
}

function emitTexts(language: string, topics: readonly Listed[], glossaries: Glossaries, corpus: Corpus, write: Write): void {
  const byGroup = Map.groupBy(topics, (topic) => topic.group);
  for (const [group, listed] of byGroup) {
    const folders = listed.flatMap((topic) => corpus.topics.get(topic.id) ?? []);
    // A stub finds its topic; the text is that of the fallback.
    if (!folders.some((folder) => folder.texts.get(language)?.data.sections.length)) continue;
    const tags = fallbacks(language, corpus);
    const layers = new Map(folders.map((folder) => [folder.id, [folder]]));
    const withCommitments = Object.entries(textsOf(layers, tags, glossaries)).map(([id, text]) => [id, { ...text, ...commitmentsOf(id, tags, corpus) }]);
    write(`text.${language}.${group}`, { topics: Object.fromEntries(withCommitments), ...dataOf(layers, [world], corpus) });
  }
}

type Layers = ReadonlyMap<string, readonly TopicFolder[]>;

/** The texts of some topics, their layers nearest first. */
function textsOf(topics: Layers, languages: readonly string[], glossaries: Glossaries): Record<string, TopicText> {
  const texts: Record<string, TopicText> = {};
  for (const [id, layers] of topics) {
    const text = resolveText(layers, languages);
    if (text) texts[id] = markTerms(text, glossaries);
  }
  return texts;
}

/** What the same topics have that has no language. */
function dataOf(topics: Layers, chain: readonly string[], corpus: Corpus): Pick<TextShard, 'data' | 'laws'> {
  const data = Object.fromEntries([...topics].map(([id, layers]) => [id, resolveTopic(layers, chain, corpus)]));
  return { data, laws: lawsCited(Object.values(data), corpus) };
}

/** Texts only for the groups in which a place has a layer of its own; the others are served by the nearest place above that has one. */
function emitPlace(id: string, topics: readonly Listed[], glossaries: Glossaries, corpus: Corpus, write: Write): void {
  const chain = chainOf(id, corpus);
  const shard: Omit<PlaceShard, 'format'> = {
    id,
    services: chain.flatMap((place) => servicesOf(place, corpus)),
    holidays: [...new Set(chain.flatMap((place) => corpus.places.get(place)?.holidays ?? []))].sort(),
  };
  write(`place.${id}`, shard);
  const own = corpus.places.get(id)?.topics;
  for (const [group, listed] of Map.groupBy(topics, (topic) => topic.group)) {
    if (!listed.some((topic) => own?.has(topic.id))) continue;
    const layers = new Map(listed.map((topic) => [topic.id, layersOf(topic.id, chain, corpus)] as const).filter(([, found]) => found.length > 0));
    const data = dataOf(layers, chain, corpus);
    const local = new Map([...layers].map(([topic, found]) => [topic, found.filter((folder) => folder.place !== null)] as const));
    const written = new Set([...local.values()].flatMap((found) => found.flatMap((folder) => [...folder.texts.keys()])));
    for (const language of [...corpus.locales.keys()].filter((tag) => tag === 'en' || written.has(tag))) {
      write(`place.${id}.${language}.${group}`, { topics: textsOf(local, fallbacks(language, corpus), glossaries), ...data });
    }
  }
}

function servicesOf(place: string, corpus: Corpus): CompiledService[] {
  const folder = corpus.places.get(place);
  if (!folder) return [];
  const due = reviewDue(folder.place.data.review);
  const active = [...folder.services].filter(([, doc]) => doc.data.status === 'active');
  return active.map(([id, { data }]) => {
    const { ask_at: asked, ...service } = data;
    const askAt = asked === undefined ? undefined : askAtOf(asked, place, corpus);
    return { ...service, ...(askAt ? { askAt } : {}), id, place, reviewDue: due };
  });
}
