/** Opens what the compiler wrote. One Core serves all questions of a process. */

import { createDetector, type Detector } from './detect.ts';
import { ConfigError } from './errors.ts';
import { createPlaceNames, type PlaceNames } from './place.ts';
import { type Bundled, shardFormat } from './shard-types.ts';
import { type ShardSource, Shards } from './shards.ts';
import { openUrgent, type UrgentPatterns } from './urgent-index.ts';

export interface Core {
  readonly bundled: Bundled;
  readonly shards: Shards;
  readonly detector: Detector;
  readonly placeNames: PlaceNames;
  readonly urgentPatterns: UrgentPatterns;
}

/** Throws ConfigError when the bundle was written by another version of the compiler. */
export function openCore(bundled: Bundled, source: ShardSource): Core {
  if (bundled.format !== shardFormat) throw new ConfigError(`bundle has format ${bundled.format}, expected ${shardFormat}`);
  return {
    bundled,
    shards: new Shards(source, bundled.shards),
    detector: createDetector(bundled),
    placeNames: createPlaceNames(bundled.places),
    urgentPatterns: openUrgent(bundled.danger, Object.fromEntries(Object.entries(bundled.languages).map(([lang, { negation }]) => [lang, negation]))),
  };
}
