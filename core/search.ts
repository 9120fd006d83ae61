/**
 * Finds topics. The one place to improve search: fields, weights, thresholds and the decision stand here; how text is cut stands in text.ts.
 * MiniSearch holds the index; the compiler builds it with the same options and writes it out.
 */
import MiniSearch, { type AsPlainObject, type Options, type SearchOptions } from 'minisearch';
import { searchText } from './question.ts';
import type { IndexedTopic, IndexShard } from './shard-types.ts';
import { fold, type StopWords, views, words } from './text.ts';

/** What is indexed of one topic in one language. */
export interface IndexDocument {
  readonly id: number;
  /** The title, and how people ask. */
  readonly asked: string;
  readonly title: string;
}

type Field = 'words' | 'grams' | 'pairs' | 'title';

/** Weights of the views, measured on public question sets: words, character n-grams, neighbours, and the title once more. */
const boosts: Readonly<Record<Field, number>> = { words: 1, grams: 0.5, pairs: 0.5, title: 0.5 };

/** A stop word weighs less; it is never deleted, because people also ask with "help", "work", "ill". */
const stopWordWeight = 0.3;

const bm25 = { k: 1.2, b: 0.75, d: 0 };

const fieldText: Readonly<Record<Field, keyof Omit<IndexDocument, 'id'>>> = {
  words: 'asked',
  grams: 'asked',
  pairs: 'asked',
  title: 'title',
};

function fieldTokens(text: string, field: Field, language: string): string[] {
  const cut = views(text, language);
  if (field === 'grams') return cut.grams;
  return field === 'pairs' ? cut.pairs : cut.words;
}

function options(language: string): Options<IndexDocument> {
  return {
    fields: Object.keys(boosts),
    extractField: (document, name) => (name === 'id' ? document.id : document[fieldText[name as Field]]) as string,
    tokenize: (text, field) => fieldTokens(text, field as Field, language),
    processTerm: (term) => term,
  };
}

/** Builds the index of one language. The compiler calls this. */
export function buildIndex(documents: readonly IndexDocument[], language: string): AsPlainObject {
  const index = new MiniSearch<IndexDocument>(options(language));
  index.addAll(documents);
  return index.toJSON();
}

/** An index ready to search. */
export interface SearchIndex {
  readonly lang: string;
  readonly topics: readonly IndexedTopic[];
  readonly stopWords: StopWords;
  readonly followUps: readonly string[];
  readonly mini: MiniSearch<IndexDocument>;
  /** In how many topics a term stands. */
  readonly frequency: ReadonlyMap<string, number>;
}

export function openIndex(shard: IndexShard): SearchIndex {
  const plain = shard.index as AsPlainObject & { index: [string, Record<string, Record<string, number>>][] };
  return {
    lang: shard.lang,
    topics: shard.topics,
    stopWords: new Set(shard.stopWords.flatMap((word) => views(word, shard.lang).words)),
    followUps: shard.followUps.map((phrase) => words(fold(phrase)).join(' ')),
    mini: MiniSearch.loadJS(plain, options(shard.lang)),
    frequency: new Map(plain.index.map(([term, fields]) => [term, new Set(Object.values(fields).flatMap(Object.keys)).size])),
  };
}

export interface Hit {
  readonly topic: IndexedTopic;
  /** Share of what the question could score at most: 0 to about 1. Comparable between questions and languages. */
  readonly score: number;
  /** Terms of the question that were found in the topic. */
  readonly terms: readonly string[];
}

/** Topics by how well they fit, best first. Only those that have a text for one of the places. */
export function search(text: string, index: SearchIndex, chain: readonly string[]): Hit[] {
  const query = views(searchText(text), index.lang);
  const tokens = [...query.words, ...query.grams, ...query.pairs];
  const best = mass(query, index);
  if (best === 0) return [];
  const results = index.mini.search(text, searchOptions(tokens, index.stopWords));
  const hits: Hit[] = [];
  for (const result of results) {
    const topic = index.topics[result.id as number];
    if (!topic) continue;
    // MiniSearch multiplies by the number of matched terms; undone, because it favours long questions over good ones.
    const score = result.score / (result.queryTerms.length || 1) / best;
    hits.push({ topic, score: reachable(topic, chain) ? score : score * localOnlyElsewhere, terms: result.queryTerms });
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** A topic that exists only in other places stays findable, so that we can say where, but rarely wins. */
const localOnlyElsewhere = 0.5;

function reachable(topic: IndexedTopic, chain: readonly string[]): boolean {
  return !topic.only || topic.only.some((place) => chain.includes(place));
}

function searchOptions(tokens: string[], stopWords: StopWords): SearchOptions {
  return {
    tokenize: () => tokens,
    boost: { ...boosts },
    bm25,
    combineWith: 'OR',
    boostTerm: (term) => (stopWords.has(term) ? stopWordWeight : 1),
  };
}

/** What a topic would score that holds each word of the question about once: the measure scores are divided by. */
function mass(query: { words: readonly string[]; grams: readonly string[] }, index: SearchIndex): number {
  const topics = index.topics.length;
  const idf = (term: string): number => {
    const frequency = index.frequency.get(term) ?? 0;
    return Math.log(1 + (topics - frequency + 0.5) / (frequency + 0.5));
  };
  let sum = 0;
  for (const word of query.words) sum += idf(word) * (index.stopWords.has(word) ? stopWordWeight : 1) * boosts.words;
  for (const gram of query.grams) sum += idf(gram) * boosts.grams;
  return sum;
}

export type Decision = 'one' | 'several' | 'none';

/** Below this share of its own weight a question is not covered. */
const coveredFrom = 0.4;
/** A first hit this much above the second stands alone. */
const clearMargin = 1.12;
/** A hit this good stands alone whatever comes second. */
const certainFrom = 0.75;

/** One topic, a choice between near ones, or nothing we can answer. */
export function decide(hits: readonly Hit[]): Decision {
  const [first, second] = hits;
  if (!first || first.score < coveredFrom) return 'none';
  if (!second || first.score >= certainFrom || first.score >= second.score * clearMargin) return 'one';
  return 'several';
}

/** Two to four topics within reach of the best. */
export function nearest(hits: readonly Hit[]): Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit, rank) => rank < 2 || hit.score >= best * withinReach).slice(0, 4);
}

const withinReach = 0.7;

/** Whether a text only makes sense after what was read before ("how much does it cost?"). */
export function isFollowUp(text: string, index: SearchIndex): boolean {
  const plain = words(fold(text)).join(' ');
  return index.followUps.some((phrase) => plain === phrase || (plain.startsWith(phrase) && plain.length < phrase.length + 12));
}
