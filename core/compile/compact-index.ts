/** Writes an inverted index small: terms as sorted hashes, with what each gives each of its documents. */
import { packNumbers, packSorted, packWeights } from '../compact.ts';
import type { CompactIndex } from '../shard-types.ts';

/** `terms`: sorted by hash; the number of a document, and a weight above nought. */
export function pack(terms: readonly (readonly [hash: number, postings: ReadonlyMap<number, number>])[]): CompactIndex {
  const gaps: number[] = [];
  const weights: number[] = [];
  for (const [, postings] of terms) {
    let before = -1;
    for (const [topic, weight] of [...postings].sort(([one], [other]) => one - other)) {
      gaps.push(topic - before - 1);
      weights.push(weight);
      before = topic;
    }
  }
  const top = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return {
    terms: packSorted(terms.map(([hash]) => hash)),
    counts: packNumbers(terms.map(([, postings]) => postings.size)),
    documents: packNumbers(gaps),
    weights: packWeights(weights, top),
    top,
  };
}
