/** `npm run eval -- --ablate`: what each step of the search brings. Every row is the search without one step; means over the languages. */
import { calibrate, samplesOf, uncalibrated } from '../../core/compile/calibrate.ts';
import { indexedTopics } from '../../core/compile/emit.ts';
import { type Listing, listingsOf } from '../../core/compile/emit-index.ts';
import { parse } from '../../core/compile/parse.ts';
import { readFolders } from '../../core/compile/read.ts';
import { buildIndex, type Collection, count, topicCollection } from '../../core/compile/search-index.ts';
import { type Hit, openIndex, search } from '../../core/search.ts';
import { isGram, isPair, isSound, readWords } from '../../core/text.ts';
import { goldenOf } from './golden.ts';

/** The search without one step: what is indexed, and how. */
type Step = (listing: Listing) => { readonly listing: Listing; readonly collection?: Collection };

const everything = { ...topicCollection, room: Number.POSITIVE_INFINITY };

const without =
  (isLeftOut: (term: string) => boolean): Step =>
  (listing) => ({ listing, collection: { ...topicCollection, isKept: (term, ...counts) => !isLeftOut(term) && topicCollection.isKept(term, ...counts) } });

const onlyTitles = ({ documents, topics, ...listing }: Listing): Listing => ({
  ...listing,
  topics,
  documents: documents.map((document) => (document.id < topics.length ? { ...document, asked: document.title } : document)),
});

const steps: Readonly<Record<string, Step>> = {
  'all of it': (listing) => ({ listing }),
  'without stems': (listing) => ({ listing: { ...listing, lang: 'und' } }),
  'without letters (character n-grams)': without(isGram),
  'without neighbours (pairs of words)': without(isPair),
  'without sounds (romanised words)': without(isSound),
  'without soft stop words': (listing) => ({ listing: { ...listing, stopWords: [] } }),
  'without the title once more': (listing) => ({ listing: { ...listing, documents: listing.documents.map((document) => ({ ...document, title: '' })) } }),
  'with the usual weight of length (b .75)': (listing) => ({ listing, collection: { ...topicCollection, b: 0.75 } }),
  'with every posting kept': (listing) => ({ listing, collection: everything }),
  'without ways of asking (titles only)': (listing) => ({ listing: onlyTitles(listing) }),
  'without what is not ours': (listing) => ({ listing: { ...listing, documents: listing.documents.filter(({ id }) => id < listing.topics.length) } }),
};

const chain = ['es/barcelona', 'es', 'eu', 'coe', 'un'];

interface Row {
  readonly first: number;
  readonly three: number;
  readonly reciprocal: number;
  readonly told: number;
}

export function ablate(): Record<string, number | string>[] {
  const { corpus } = parse(readFolders('.'));
  const listings = listingsOf(indexedTopics(corpus), corpus);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return Object.entries(steps).map(([name, step]) => {
    const changed = listings.map(step);
    const calibrations = calibrate(
      new Map(changed.map(({ listing }, at) => [listings[at]?.lang ?? '', samplesOf(listing, count(listing.documents, listing))])),
    );
    const rows = changed.map(({ listing, collection }, at) =>
      measure(listings[at]?.lang ?? '', listing, collection, calibrations.get(listings[at]?.lang ?? '')),
    );
    const mean = (column: keyof Row): number => round(rows.reduce((sum, row) => sum + row[column], 0) / rows.length);
    return { search: name, 'recall@1': mean('first'), 'recall@3': mean('three'), MRR: mean('reciprocal'), AUROC: mean('told') };
  });
}

function measure(language: string, listing: Listing, collection: Collection | undefined, calibration = uncalibrated): Row {
  const index = openIndex({ ...listing, format: 0, calibration, index: buildIndex(listing.documents, listing, collection) });
  const found = goldenOf(language).map(({ text, topic }) => ({ topic, hits: search(readWords(text), index, chain) }));
  const answerable = found.filter(({ topic }) => topic !== null);
  const ranks = answerable.map(({ topic, hits }) => hits.findIndex((hit) => hit.topic.id === topic));
  const share = (isGood: (rank: number) => boolean): number => ranks.filter(isGood).length / ranks.length;
  return {
    first: share((rank) => rank === 0),
    three: share((rank) => rank >= 0 && rank < 3),
    reciprocal: ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length,
    told: toldApart(
      answerable,
      found.filter(({ topic }) => topic === null),
    ),
  };
}

interface Found {
  readonly hits: readonly Hit[];
}

/** Of all pairs of a question with an answer and one without, the share in which the first has more support. */
function toldApart(answerable: readonly Found[], others: readonly Found[]): number {
  const support = ({ hits }: Found): number => hits[0]?.support ?? Number.NEGATIVE_INFINITY;
  const wins = answerable.reduce(
    (sum, one) => sum + others.reduce((own, other) => own + (support(one) > support(other) ? 1 : support(one) === support(other) ? 0.5 : 0), 0),
    0,
  );
  return wins / (answerable.length * others.length);
}
