/** An index of documents alone: no titles word for word, no follow-ups, no wishes, nothing learnt. */
import { uncalibrated } from '../../core/compile/calibrate.ts';
import { openIndex, type SearchIndex } from '../../core/search.ts';
import type { CompactIndex, IndexedTopic } from '../../core/shard-types.ts';
import type { CutFor } from '../../core/text.ts';

export function openAlone(topics: readonly IndexedTopic[], cutFor: CutFor, stopWords: readonly string[], index: CompactIndex): SearchIndex {
  const nothing = { lines: { hashes: '', topics: '' }, followUps: [], wishes: {}, calibration: uncalibrated };
  return openIndex({ format: 0, ...cutFor, topics, stopWords, ...nothing, index });
}
