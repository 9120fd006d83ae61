/** MiniSearch counts the words of all topics in one language; what each gives each topic is written out. */
import MiniSearch, { type Options } from 'minisearch';
import { hashOf } from '../compact.ts';
import { searchText } from '../question.ts';
import { bm25, boosts, type Field, inverseFrequency, knownWordLetters, weightOf } from '../search.ts';
import type { CompactIndex } from '../shard-types.ts';
import { type CutFor, isGram, isPair, questionViews, readWords, type StopWords, type Views, views } from '../text.ts';
import { pack } from './compact-index.ts';

/** What is indexed of one topic in one language. */
export interface IndexDocument {
  readonly id: number;
  /** The title, and how people ask. */
  readonly asked: string;
  readonly title: string;
}

const fieldText: Readonly<Record<Field, keyof Omit<IndexDocument, 'id'>>> = {
  words: 'asked',
  grams: 'asked',
  pairs: 'asked',
  sounds: 'asked',
  title: 'title',
};

/** Cuts a text once for the three views of it that MiniSearch asks for one after another. */
function cutter(language: CutFor): (text: string, field: Field) => string[] {
  let last: { text: string; cut: Views } | undefined;
  return (text, field) => {
    if (last?.text !== text) last = { text, cut: viewsOfLines(text, language) };
    return last.cut[field === 'title' ? 'words' : field];
  };
}

/** Each line is a question of its own: its last word is no neighbour of the next line's first. */
function viewsOfLines(text: string, language: CutFor): Views {
  const lines = text.split('\n').map((line) => views(line, language));
  const all = (view: keyof Views): string[] => lines.flatMap((line) => line[view]);
  return { words: all('words'), grams: all('grams'), pairs: all('pairs'), sounds: all('sounds') };
}

/** What a term gives each document, by its number. */
type Weights = ReadonlyMap<number, number>;

/** What kind of documents an index is of. */
export interface Collection {
  /** How much their length counts against them. */
  readonly b: number;
  readonly isKept: (term: string, inDocuments: number, documents: number) => boolean;
  /** So many postings are worth the bytes a phone has to load; the weakest letters go first. */
  readonly mostPostings: number;
}

/** From this many topics on, terms that take room and decide nothing are left out. */
const manyTopics = 100;

/** Measured: without the neighbours that one topic alone has, the n-grams that a third of all have and the words that half of all have, as many questions find their topic. */
function earnsItsRoom(term: string, inTopics: number, topics: number): boolean {
  if (topics < manyTopics) return true;
  if (isGram(term)) return inTopics <= topics / 3;
  return isPair(term) ? inTopics > 1 : inTopics <= topics / 2;
}

/** Topics, as questions are asked of them. Measured in English, which has by far the most: with these postings recall is that of twice as many. */
export const topicCollection: Collection = { b: bm25.b, isKept: earnsItsRoom, mostPostings: 100_000 };

function options(language: CutFor): Options<IndexDocument> {
  const cut = cutter(language);
  return {
    fields: Object.keys(boosts),
    extractField: (document, name) => (name === 'id' ? document.id : document[fieldText[name as Field]]) as string,
    tokenize: (text, field) => cut(text, field as Field),
    processTerm: (term) => term,
  };
}

/** What MiniSearch writes out, as far as its scores depend on it. */
interface Written {
  readonly documentCount: number;
  readonly fieldIds: Readonly<Record<string, number>>;
  readonly fieldLength: Readonly<Record<string, readonly number[]>>;
  readonly averageFieldLength: readonly number[];
  readonly index: readonly (readonly [term: string, fields: Readonly<Record<string, Readonly<Record<string, number>>>>])[];
}

/**
 * Builds the index of one language: MiniSearch counts, and what each term gives each topic is worked out once. A question is then a sum,
 * which gives the scores of `searchWithMiniSearch` at a fraction of the cost. `collection`: what is indexed.
 */
export function buildIndex(documents: readonly IndexDocument[], language: CutFor, collection = topicCollection): CompactIndex {
  const mini = new MiniSearch<IndexDocument>(options(language));
  mini.addAll(documents);
  const written: Written = mini.toJSON();
  const numbers = documents.map((document) => document.id);
  const weights = written.index.map(([term, fields]) => [term, weightsOf(fields, written, collection.b)] as const);
  const kept = withoutWeakest(
    weights.filter(([term, { size }]) => collection.isKept(term, size, documents.length)),
    collection.mostPostings,
    documents.length,
  );
  const terms = new Map<number, Map<number, number>>();
  for (const [term, given] of kept) {
    const postings = terms.get(hashOf(term)) ?? new Map<number, number>();
    for (const [short, weight] of given) postings.set(numbers[short] ?? 0, (postings.get(numbers[short] ?? 0) ?? 0) + weight);
    terms.set(hashOf(term), postings);
  }
  return pack([...terms]);
}

/** Letters that so few topics have tell them apart, however seldom they stand there. */
const fewTopics = 2;

/** Leaves out what n-grams give documents in which they stand seldom, until no more than `most` postings are left. */
function withoutWeakest(terms: readonly (readonly [string, Weights])[], most: number, documents: number): readonly (readonly [string, Weights])[] {
  const tooMany = terms.reduce((sum, [, weights]) => sum + weights.size, 0) - most;
  if (tooMany <= 0) return terms;
  const isLoose = ([term, { size }]: readonly [string, Weights]): boolean => isGram(term) && size > fewTopics;
  const rarity = ({ size }: Weights): number => inverseFrequency(size, documents);
  const strengths = terms.filter(isLoose).flatMap(([, weights]) => [...weights.values()].map((weight) => weight / rarity(weights)));
  const least = strengths.sort((one, other) => one - other)[tooMany] ?? Number.POSITIVE_INFINITY;
  return terms
    .map((entry) => {
      const [term, weights] = entry;
      return isLoose(entry) ? ([term, new Map([...weights].filter(([, weight]) => weight / rarity(weights) >= least))] as const) : entry;
    })
    .filter(([, { size }]) => size > 0);
}

/** BM25 as MiniSearch has it, its share of each field added up by document. */
function weightsOf(fields: Written['index'][number][1], written: Written, b: number): Map<number, number> {
  const weights = new Map<number, number>();
  for (const name of Object.keys(boosts) as Field[]) {
    const field = written.fieldIds[name] ?? 0;
    const frequencies = fields[field];
    if (!frequencies) continue;
    const documents = Object.keys(frequencies);
    const most = boosts[name] * inverseFrequency(documents.length, written.documentCount);
    const average = written.averageFieldLength[field] ?? 1;
    for (const short of documents) {
      const frequency = frequencies[short] ?? 0;
      const length = written.fieldLength[short]?.[field] ?? 0;
      const share = (frequency * (bm25.k + 1)) / (frequency + bm25.k * (1 - b + (b * length) / average));
      weights.set(Number(short), (weights.get(Number(short)) ?? 0) + most * (bm25.d + share));
    }
  }
  return weights;
}

/** The reference: what MiniSearch itself finds. Tests hold `search` against it. */
export function searchWithMiniSearch(text: string, documents: readonly IndexDocument[], language: CutFor, stopWords: StopWords): Map<number, number> {
  const mini = new MiniSearch<IndexDocument>(options(language));
  mini.addAll(documents);
  const query = questionViews(readWords(searchText(text)), language);
  const known = new Set(documents.flatMap(({ asked }) => viewsOfLines(asked, language).words));
  const letters = query.grams.flatMap((own, at) => own.map((gram) => [gram, known.has(query.words[at] ?? '') ? knownWordLetters : 1] as const));
  const tokens = [...[...query.words, ...query.pairs, ...query.sounds].map((term) => [term, 1] as const), ...letters];
  const results = mini.search(text, {
    tokenize: () => tokens.map(([term]) => term),
    boost: { ...boosts },
    bm25,
    combineWith: 'OR',
    boostTerm: (term, at) => weightOf(term, stopWords) * (tokens[at]?.[1] ?? 1),
  });
  // MiniSearch multiplies by the number of matched terms; undone, because it favours long questions over good ones.
  return new Map(results.map((result) => [result.id as number, result.score / (result.queryTerms.length || 1)]));
}
