/** The index of each language: what its topics are called and how people ask about them. */
import { longHashOf, packNumbers, packSorted } from '../compact.ts';
import { scriptOf } from '../detect.ts';
import { fallbackChain } from '../locale.ts';
import type { IndexedTopic, IndexShard } from '../shard-types.ts';
import { readWords, views } from '../text.ts';
import { localesOf } from './bundle.ts';
import { calibrate, samplesOf, uncalibrated } from './calibrate.ts';
import { type Corpus, sourceText, type TopicFolder } from './corpus.ts';
import type { Write } from './emit.ts';
import { learnDanger, messagesIn } from './learn-danger.ts';
import { count, type IndexDocument, indexOf, roomBeside, topicCollection } from './search-index.ts';

/** A topic, general or of some places only. */
export interface Listed {
  readonly id: string;
  readonly group: string;
  /** The general one first, if there is one. */
  readonly folders: readonly TopicFolder[];
  readonly only?: readonly string[];
}

/** All that is indexed in one language. */
export interface Listing extends Omit<IndexShard, 'format' | 'calibration' | 'danger' | 'index'> {
  /** The topics that have words in this language, by their number, and after them what nobody here answers. */
  readonly documents: readonly IndexDocument[];
}

/** What is indexed in each language that has anything. */
export function listingsOf(topics: readonly Listed[], corpus: Corpus): Listing[] {
  return [...corpus.locales.keys()].map((language) => listingOf(language, topics, corpus)).filter(({ documents }) => documents.length > 0);
}

export function emitIndexes(topics: readonly Listed[], corpus: Corpus, write: Write): void {
  const built = listingsOf(topics, corpus).map((listing) => {
    const counted = count(listing.documents, listing);
    const danger = learnDanger(messagesIn(listing.lang, topics, corpus), listing);
    const { documents: _, ...words } = listing;
    const own = { ...words, ...(danger ? { danger } : {}) };
    return { own, index: indexOf(counted, 'all', { ...topicCollection, room: roomBeside(own) }), samples: samplesOf(listing, counted) };
  });
  const calibrations = calibrate(new Map(built.map(({ own, samples }) => [own.lang, samples])));
  for (const { own, index } of built) {
    const shard: Omit<IndexShard, 'format'> = { ...own, calibration: calibrations.get(own.lang) ?? uncalibrated, index };
    write(`index.${own.lang}`, shard);
  }
}

function listingOf(language: string, topics: readonly Listed[], corpus: Corpus): Listing {
  const documents: IndexDocument[] = [];
  const indexed = topics.map((topic, id): IndexedTopic => {
    const texts = topic.folders.flatMap((folder) => folder.texts.get(language) ?? []).map((doc) => doc.data);
    const asked = texts.flatMap((text) => text.asked);
    const title = texts.map((text) => text.title).find((known) => known !== undefined);
    if (title !== undefined || asked.length > 0) {
      documents.push({ id, title: title ?? '', asked: [title ?? '', ...asked].join('\n') });
    }
    const flags = { ...(topic.only ? { only: topic.only } : {}), ...(corpus.mostAsked.includes(topic.id) ? { isMostAsked: true as const } : {}) };
    return { id: topic.id, title: title ?? titleOf(topic, language, corpus), group: topic.group, ...flags };
  });
  const words = corpus.languages.get(language)?.data;
  if (documents.length > 0 && words?.beyond.length) documents.push({ id: topics.length, title: '', asked: words.beyond.join('\n') });
  const cutFor = { lang: language, script: words?.script ?? '' };
  return {
    ...cutFor,
    topics: indexed,
    lines: linesOf(topics, language),
    // A place says where, not what: it weighs as little as "the".
    stopWords: [...new Set([...(words?.stop_words ?? []), ...placeNames(corpus, cutFor.script)].flatMap((word) => views(word, cutFor).words))],
    followUps: (words?.follow_ups ?? []).map(folded),
    wishes: Object.fromEntries(Object.entries(words?.intents ?? {}).map(([wish, phrases]) => [wish, [...new Set(phrases.map(folded))]])),
    documents,
  };
}

function folded(phrase: string): string {
  return readWords(phrase).join(' ');
}

/** In a longer text nobody hits upon the same words. */
const mostWordsOfLine = 6;

/** Of what holds everywhere, by hash: every title, for who presses a button asks with it, and every short way of asking that is no other topic's. */
function linesOf(topics: readonly Listed[], language: string): IndexShard['lines'] {
  const texts = topics.map(({ folders }) => folders[0]?.texts.get(language)?.data);
  const titles = new Map(texts.flatMap((text, id) => (text?.title ? [[hashOfWords(readWords(text.title)), id] as const] : [])));
  const topicOf = new Map<number, number | null>(titles);
  for (const [id, text] of texts.entries()) {
    const short = (text?.asked ?? []).map(readWords).filter(({ length }) => length <= mostWordsOfLine);
    for (const line of new Set(short.map(hashOfWords))) if (!titles.has(line)) topicOf.set(line, topicOf.has(line) ? null : id);
  }
  const known = [...topicOf].flatMap(([line, topic]) => (topic === null ? [] : [[line, topic] as const])).sort(([one], [other]) => one - other);
  return { hashes: packSorted(known.map(([line]) => line)), topics: packNumbers(known.map(([, topic]) => topic)) };
}

function hashOfWords(words: readonly string[]): number {
  return longHashOf(words.join(' '));
}

/** As they are typed in a script, or in Latin letters. */
function placeNames(corpus: Corpus, script: string): string[] {
  const names = [...corpus.places.values()].flatMap(({ place }) => [...Object.values(place.data.names), ...place.data.aliases]);
  return [...new Set(names)].filter((name) => ['Latn', script].includes(scriptOf(name) ?? '')).sort();
}

function titleOf(topic: Listed, language: string, corpus: Corpus): string {
  for (const tag of fallbackChain(language, localesOf(corpus))) {
    const title = topic.folders.map((folder) => folder.texts.get(tag)?.data.title).find((known) => known !== undefined);
    if (title) return title;
  }
  return topic.folders.map((folder) => sourceText(folder)?.doc.data.title).find((known) => known !== undefined) ?? topic.id;
}
