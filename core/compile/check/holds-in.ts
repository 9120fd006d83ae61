/** A law is cited only where it holds: an EU deadline never reaches York or New York. */

import { world } from '../../place.ts';
import { allTopicFolders } from '../corpus.ts';
import { chainOf } from '../resolve.ts';
import type { Rule } from './index.ts';

export const holdsIn: Rule = function* (corpus) {
  for (const { topic, place } of allTopicFolders(corpus)) {
    const chain = place === null ? [world] : chainOf(place, corpus);
    for (const source of Object.values(topic.data.sources)) {
      const law = 'law' in source ? corpus.laws.get(source.law)?.data : undefined;
      if (law && !chain.includes(law.holds_in)) {
        yield {
          file: topic.file,
          what: `${'law' in source ? source.law : ''} holds in ${law.holds_in}, not in ${place ?? 'every place'}`,
          fix: `move the fact to content/places/${law.holds_in}/topics/`,
        };
      }
    }
  }
};
