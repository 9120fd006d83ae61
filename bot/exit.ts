/** Where somebody may have to leave a page at once. */
import type { Answer, Core, IndexedTopic } from '../core/index.ts';

/** Vocabulary: group. */
const groups = ['women-and-gender-violence', 'trafficking-and-exploitation'];

/** Kinds of danger that come from a person who may look at the same screen. */
const kinds = ['violence-now', 'sexual-violence', 'stalking', 'locked-in', 'forced-marriage', 'child-at-risk'];

/** Whether a topic, or the danger in a question, is about violence or exploitation. */
export function needsExit({ urgent, ...answer }: Answer, topics: readonly IndexedTopic[], { bundled }: Core): boolean {
  if (urgent && kinds.includes(urgent.kind)) return true;
  const id = 'topic' in answer ? answer.topic.id : undefined;
  const group = topics.find((topic) => topic.id === id)?.group;
  return groups.includes(group ?? '') || kinds.some((kind) => bundled.urgent[kind]?.topic === id);
}
