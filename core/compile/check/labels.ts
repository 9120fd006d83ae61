/** Each time limit has a label in each text of its layer, and none is left over; only time limits in days or more are counted out. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

const countedUnits = ['days', 'working-days', 'weeks', 'months', 'years'];

export const labels: Rule = function* (corpus) {
  for (const { topic, texts } of allTopicFolders(corpus)) {
    const wanted = topic.data.deadlines;
    for (const id of wanted) {
      if (!Object.hasOwn(topic.data.facts, id))
        yield { file: topic.file, what: `deadline "${id}" is no fact of this file`, fix: 'add the fact, or remove the deadline' };
    }
    for (const [id, { counted_from, unit }] of Object.entries(topic.data.facts)) {
      if (counted_from !== undefined && !(wanted.includes(id) && countedUnits.includes(unit)))
        yield { file: topic.file, what: `fact "${id}" has counted_from`, fix: `only for a deadline in ${countedUnits.join(', ')}` };
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
