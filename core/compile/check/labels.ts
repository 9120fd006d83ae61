/** Each time limit has a label in each text of its layer, and none is left over. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

export const labels: Rule = function* (corpus) {
  for (const { topic, texts } of allTopicFolders(corpus)) {
    const wanted = topic.data.deadlines;
    for (const id of wanted) {
      if (!Object.hasOwn(topic.data.facts, id))
        yield { file: topic.file, what: `deadline "${id}" is no fact of this file`, fix: 'add the fact, or remove the deadline' };
    }
    for (const { file, data } of texts.values()) {
      if (data.sections.length === 0) continue;
      for (const id of wanted.filter((deadline) => !Object.hasOwn(data.deadlines, deadline)))
        yield { file, what: `no label for deadline "${id}"`, fix: 'add it under "deadlines" in the front matter' };
      for (const id of Object.keys(data.deadlines).filter((label) => !wanted.includes(label)))
        yield { file, what: `label "${id}" belongs to no deadline`, fix: 'list it under "deadlines" in topic.yml, or remove the label' };
    }
  }
};
