/** Writes an inverted index small: terms as sorted hashes, with what each gives each of its documents. */
import { packNumbers, packSorted, packWeights } from '../compact.ts';
import type { CompactIndex } from '../shard-types.ts';

/** `terms`: the number of each document, and a weight above nought. Terms that stand in as many documents look alike, and pack better side by side. */
export function pack(unordered: readonly (readonly [hash: number, postings: ReadonlyMap<number, number>])[]): CompactIndex {
  const terms = [...unordered].sort(([one, { size }], [other, { size: otherSize }]) => size - otherSize || one - other);
  const bySize = Map.groupBy(terms, ([, { size }]) => size);
  const hashes = Array.from({ length: terms.at(-1)?.[1].size ?? 0 }, (_, less) => (bySize.get(less + 1) ?? []).map(([hash]) => hash));
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
    terms: hashes.map(packSorted).join(''),
    counts: packNumbers(hashes.map(({ length }) => length)),
    documents: packNumbers(gaps),
    weights: packWeights(weights, top),
    top,
  };
}
