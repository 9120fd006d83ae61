/** What is made of the hits of a search: one answer, a choice, or "we do not know". */
import type { Hit, SearchIndex } from './search.ts';

export type Decision = 'one' | 'several' | 'none';

/** A first hit this much above the second stands alone: nearer, a choice costs one tap and a wrong answer costs more. */
const clearMargin = 1.18;

/** One rare word that a topic happens to hold proves little. */
const leastEvidence = 2;

/** One topic, a choice between near ones, or nothing we can answer. */
export function decide([first, second]: readonly Hit[], { calibration: { coveredFrom, sureFrom } }: Pick<SearchIndex, 'calibration'>): Decision {
  if (!first || first.support < coveredFrom) return 'none';
  const isClear = first.score >= (second?.score ?? 0) * clearMargin && first.evidence >= leastEvidence;
  return (isClear && first.support >= sureFrom) || !second ? 'one' : 'several';
}

export const mostChoices = 4;

/** Two to four topics within reach of the best. */
export function nearest(hits: readonly Hit[]): Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit, rank) => rank < 2 || hit.score >= best * withinReach).slice(0, mostChoices);
}

const withinReach = 0.5;

/** Whether a topic is within reach of the best. */
export function isNear(id: string, hits: readonly Hit[]): boolean {
  const score = hits.find(({ topic }) => topic.id === id)?.score ?? 0;
  return score >= (hits[0]?.score ?? 0) * withinReach;
}

/** Whether a text only makes sense after what was read before ("how much does it cost?"): it is one of the follow-ups, give or take a word. */
export function isFollowUp(words: readonly string[], index: SearchIndex): boolean {
  const plain = words.join(' ');
  return index.followUps.some(
    (phrase) => plain === phrase || (phrase.includes(' ') && plain.startsWith(`${phrase} `) && words.length <= phrase.split(' ').length + 1),
  );
}
