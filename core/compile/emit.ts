/** Corpus -> shards. The same content gives the same bytes: everything is in sorted order and nothing reads the clock. */
import { longHashOf, packNumbers, packSorted } from '../compact.ts';
import { fallbackChain } from '../locale.ts';
import { world } from '../place.ts';
import type { Bundled, CompiledService, IndexedTopic, IndexShard, PlaceShard, TextShard, TopicText } from '../shard-types.ts';
import { shardFormat } from '../shard-types.ts';
import { readWords, views } from '../text.ts';
import { bundle, localesOf } from './bundle.ts';
import { type Corpus, sourceText, type TopicFolder } from './corpus.ts';
import { commitmentsOf, emitCommitments } from './emit-commitments.ts';
import { type Glossaries, glossariesOf, markTerms } from './mark-terms.ts';
import { askAtOf, chainOf, lawsCited, layersOf, resolveText, resolveTopic, reviewDue } from './resolve.ts';
import { buildIndex, type IndexDocument } from './search-index.ts';

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
  for (const language of corpus.locales.keys()) {
    emitIndex(language, topics, corpus, write);
    emitTexts(language, topics, glossaries, corpus, write);
    emitCommitments(language, fallbacks(language, corpus), corpus, write);
    const { $locale, essential, ...ui } = corpus.locales.get(language)?.data ?? {};
    write(`ui.${language}`, { words: ui });
  }
  write('networks', { networks: [...corpus.networks].map(([id, doc]) => ({ id, ...doc.data })) });
  for (const id of corpus.places.keys()) emitPlace(id, topics, glossaries, corpus, write);
  return { shards, bundled: bundle(corpus, shards) };
}

export type Write = (name: string, shard: object) => void;

interface Listed {
  readonly id: string;
  readonly group: string;
  readonly folders: readonly TopicFolder[];
  readonly only?: readonly string[];
}

/** Every topic once, general or of some places only. */
function indexedTopics(corpus: Corpus): Listed[] {
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

function emitIndex(language: string, topics: readonly Listed[], corpus: Corpus, write: Write): void {
  const documents: IndexDocument[] = [];
  const indexed = topics.map((topic, id): IndexedTopic => {
    const texts = topic.folders.flatMap((folder) => folder.texts.get(language) ?? []).map((doc) => doc.data);
    const asked = texts.flatMap((text) => text.asked);
    const title = texts.map((text) => text.title).find((known) => known !== undefined);
    if (title !== undefined || asked.length > 0) {
      documents.push({ id, title: title ?? '', asked: [title ?? '', ...asked].join('\n') });
    }
    return { id: topic.id, title: title ?? titleOf(topic, language, corpus), group: topic.group, ...(topic.only ? { only: topic.only } : {}) };
  });
  if (documents.length === 0) return;
  const words = corpus.languages.get(language)?.data;
  const cutFor = { lang: language, script: words?.script ?? '' };
  const shard: Omit<IndexShard, 'format'> = {
    ...cutFor,
    topics: indexed,
    lines: linesOf(documents),
    // A place says where, not what: it weighs as little as "the".
    stopWords: [...new Set([...(words?.stop_words ?? []), ...placeNames(corpus)].flatMap((word) => views(word, cutFor).words))],
    followUps: (words?.follow_ups ?? []).map((phrase) => readWords(phrase).join(' ')),
    coveredFrom: words?.covered_from ?? 1,
    index: buildIndex(documents, cutFor),
  };
  write(`index.${language}`, shard);
}

/** Every title, and every way of asking that is no other topic's: by hash. */
function linesOf(documents: readonly IndexDocument[]): IndexShard['lines'] {
  const hash = (text: string): number => longHashOf(readWords(text).join(' '));
  const titles = new Map(documents.map(({ id, title }) => [hash(title), id]));
  const topicOf = new Map<number, number | null>(titles);
  for (const { id, asked } of documents) {
    for (const line of new Set(asked.split('\n').map(hash))) if (!titles.has(line)) topicOf.set(line, topicOf.has(line) ? null : id);
  }
  const known = [...topicOf].flatMap(([line, topic]) => (topic === null ? [] : [[line, topic] as const])).sort(([one], [other]) => one - other);
  return { hashes: packSorted(known.map(([line]) => line)), topics: packNumbers(known.map(([, topic]) => topic)) };
}

function placeNames(corpus: Corpus): string[] {
  return [...new Set([...corpus.places.values()].flatMap(({ place }) => [...Object.values(place.data.names), ...place.data.aliases]))].sort();
}

function titleOf(topic: Listed, language: string, corpus: Corpus): string {
  for (const tag of fallbacks(language, corpus)) {
    const title = topic.folders.map((folder) => folder.texts.get(tag)?.data.title).find((known) => known !== undefined);
    if (title) return title;
  }
  return topic.folders.map((folder) => sourceText(folder)?.doc.data.title).find((known) => known !== undefined) ?? topic.id;
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
