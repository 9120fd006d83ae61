/** MiniSearch counts the words of all topics in one language; what each gives each topic is written out. */
import MiniSearch, { type Options } from 'minisearch';
import { hashOf } from '../compact.ts';
import { bm25, boosts, type Field, inverseFrequency } from '../search.ts';
import type { CompactIndex } from '../shard-types.ts';
import { type CutFor, isGram, isPair, type Views, views } from '../text.ts';
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
export function viewsOfLines(text: string, language: CutFor): Views {
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
  /** So many bytes, compressed, are worth loading on a phone; the weakest letters go first. */
  readonly room: number;
}

/** From this many topics on, terms that take room and decide nothing are left out. */
const manyTopics = 100;

/**
 * Measured: without the neighbours that one topic alone has, and the n-grams that a third of all have, as many questions find their topic. Words that
 * half of all topics have stay: "asylum" alone is a question.
 */
function earnsItsRoom(term: string, inTopics: number, topics: number): boolean {
  if (topics < manyTopics) return true;
  return isGram(term) ? inTopics <= topics / 3 : inTopics > 1 || !isPair(term);
}

/** Topics, as questions are asked of them. Measured in English, which has by far the most to say: recall is nearly that of an index twice as large. A shard gives it what it has left (`roomBeside`). */
export const topicCollection: Collection = { b: bm25.b, isKept: earnsItsRoom, room: 162_000 };

/** What the shard of a language may take, compressed, so that its first answer stays within 250 KiB: measured in Arabic, which takes most. */
const shardRoom = 175_000;
/** JSON text, in bytes, is compressed to about this share. */
const compressedTo = 0.52;

/** The room for the index beside all else that is in its shard. */
export function roomBeside(rest: object): number {
  return shardRoom - compressedTo * Buffer.byteLength(JSON.stringify(rest));
}

/** How MiniSearch cuts and counts. */
export function miniSearchOptions(language: CutFor): Options<IndexDocument> {
  const cut = cutter(language);
  return {
    fields: Object.keys(boosts),
    extractField: (document, name) => (name === 'id' ? document.id : document[fieldText[name as Field]]) as string,
    tokenize: (text, field) => cut(text, field as Field),
    processTerm: (term) => term,
  };
}

/** What MiniSearch writes out, as far as we need it. */
interface Written {
  readonly fieldIds: Readonly<Record<string, number>>;
  readonly index: readonly (readonly [term: string, fields: Readonly<Record<string, Readonly<Record<string, number>>>>])[];
}

/** What MiniSearch counted: each document in two halves, of which the second is the lines that are held out. */
export interface Counted {
  readonly documents: readonly IndexDocument[];
  readonly written: Written;
}

const everyFifth = 5;

/** Whether a line is kept out of an index that is to be measured by it; the first is the title. */
export function isHeldOut(_: string, at: number): boolean {
  return at % everyFifth === 2;
}

export function count(documents: readonly IndexDocument[], language: CutFor): Counted {
  const mini = new MiniSearch<IndexDocument>(miniSearchOptions(language));
  const halves = documents.flatMap(({ asked, title }, at) => {
    const lines = asked.split('\n');
    const text = (heldOut: boolean): string => lines.filter((line, i) => isHeldOut(line, i) === heldOut).join('\n');
    return [
      { id: 2 * at, title, asked: text(false) },
      { id: 2 * at + 1, title: '', asked: text(true) },
    ];
  });
  mini.addAll(halves);
  return { documents, written: mini.toJSON() };
}

/** How often a term stands in each document, by field. */
type Frequencies = ReadonlyMap<Field, ReadonlyMap<number, number>>;

interface Tally {
  readonly terms: readonly (readonly [string, Frequencies])[];
  /** How many different terms each document has in a field, which is what MiniSearch takes for its length. */
  readonly lengths: ReadonlyMap<Field, Float64Array>;
}

/** The halves put together, or the first alone. */
function tally({ documents, written }: Counted, lines: 'all' | 'kept'): Tally {
  const lengths = new Map((Object.keys(boosts) as Field[]).map((field) => [field, new Float64Array(documents.length)]));
  const terms = written.index.map(([term, byField]) => {
    const frequencies = new Map<Field, ReadonlyMap<number, number>>();
    for (const [field, length] of lengths) {
      const found = new Map<number, number>();
      for (const [half, times] of Object.entries(byField[written.fieldIds[field] ?? 0] ?? {})) {
        const document = Number(half) >> 1;
        if (Number(half) % 2 === 1 && lines === 'kept') continue;
        if (!found.has(document)) length[document] = (length[document] ?? 0) + 1;
        found.set(document, (found.get(document) ?? 0) + times);
      }
      if (found.size > 0) frequencies.set(field, found);
    }
    return [term, frequencies] as const;
  });
  return { terms, lengths };
}

/**
 * The index of one language: MiniSearch counts, and what each term gives each topic is worked out once. A question is then a sum, which gives the scores of
 * `searchWithMiniSearch` at a fraction of the cost. `lines`: all, or without those that are held out.
 */
export function indexOf(counted: Counted, lines: 'all' | 'kept' = 'all', collection = topicCollection): CompactIndex {
  const { documents } = counted;
  const tallied = tally(counted, lines);
  const averages = new Map([...tallied.lengths].map(([field, lengths]) => [field, lengths.reduce((sum, length) => sum + length, 0) / lengths.length]));
  const weights = tallied.terms.map(([term, found]) => [term, weightsOf(found, tallied.lengths, averages, collection.b)] as const);
  const kept = withoutWeakest(
    weights.filter(([term, { size }]) => size > 0 && collection.isKept(term, size, documents.length)),
    collection.room,
    documents.length,
  );
  const terms = new Map<number, Map<number, number>>();
  for (const [term, given] of kept) {
    const postings = terms.get(hashOf(term)) ?? new Map<number, number>();
    for (const [at, weight] of given) postings.set(documents[at]?.id ?? 0, (postings.get(documents[at]?.id ?? 0) ?? 0) + weight);
    terms.set(hashOf(term), postings);
  }
  return pack([...terms]);
}

export function buildIndex(documents: readonly IndexDocument[], language: CutFor, collection = topicCollection): CompactIndex {
  return indexOf(count(documents, language), 'all', collection);
}

/** What a term and a posting take, packed and compressed, in bytes: measured. */
const termBytes = 1.75;
const postingBytes = 1.15;
/** Letters that so few topics have tell them apart, also where they stand seldom. */
const fewTopics = 2;
const fewFactor = 1.3;

/** Leaves out what n-grams give documents in which they stand seldom, until an index fits into so many bytes. */
function withoutWeakest(terms: readonly (readonly [string, Weights])[], room: number, documents: number): readonly (readonly [string, Weights])[] {
  const strengthIn = ({ size }: Weights): number => (size <= fewTopics ? fewFactor : 1) / inverseFrequency(size, documents);
  const cut = (least: number): (readonly [string, Weights])[] =>
    terms.flatMap(([term, weights]) => {
      const kept = isGram(term) ? new Map([...weights].filter(([, weight]) => weight * strengthIn(weights) >= least)) : weights;
      return kept.size > 0 ? [[term, kept] as const] : [];
    });
  const bytesOf = (some: readonly (readonly [string, Weights])[]): number => some.reduce((sum, [, { size }]) => sum + termBytes + postingBytes * size, 0);
  if (bytesOf(terms) <= room) return terms;
  const strengths = terms.filter(([term]) => isGram(term)).flatMap(([, weights]) => [...weights.values()].map((weight) => weight * strengthIn(weights)));
  strengths.sort((one, other) => one - other);
  let [tooMany, enough] = [0, strengths.length];
  while (enough - tooMany > 1) {
    const middle = (tooMany + enough) >> 1;
    if (bytesOf(cut(strengths[middle] ?? 0)) > room) tooMany = middle;
    else enough = middle;
  }
  return cut(strengths[enough] ?? Number.POSITIVE_INFINITY);
}

/** BM25 as MiniSearch has it, its share of each field added up by document. */
function weightsOf(frequencies: Frequencies, lengths: Tally['lengths'], averages: ReadonlyMap<Field, number>, b: number): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [field, found] of frequencies) {
    const own = lengths.get(field);
    const most = boosts[field] * inverseFrequency(found.size, own?.length ?? 0);
    const average = averages.get(field) ?? 1;
    for (const [document, frequency] of found) {
      const share = (frequency * (bm25.k + 1)) / (frequency + bm25.k * (1 - b + (b * (own?.[document] ?? 0)) / average));
      weights.set(document, (weights.get(document) ?? 0) + most * (bm25.d + share));
    }
  }
  return weights;
}
