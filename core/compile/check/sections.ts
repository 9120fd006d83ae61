/** Short enough to be read by somebody who is afraid: an answer of sixty words, six steps. */

import { words } from '../../text.ts';
import { allTopicFolders } from '../corpus.ts';
import { textIn } from '../prose.ts';
import type { Rule } from './index.ts';

const longestAnswer = 60;
const mostSteps = 6;

export const sections: Rule = function* (corpus) {
  for (const folder of allTopicFolders(corpus)) {
    for (const { file, data } of folder.texts.values()) {
      for (const section of data.sections) {
        const count = words(textIn(section.blocks)).length;
        if (data.translation === 'source' && section.name === 'answer' && count > longestAnswer)
          yield { file, what: `the answer has ${count} words`, fix: `at most ${longestAnswer}` };
        const items = section.blocks.flatMap((block) => ('items' in block ? block.items : []));
        if (section.name === 'steps' && items.length > mostSteps) yield { file, what: `${items.length} steps`, fix: `at most ${mostSteps}` };
        if (section.blocks.length === 0) yield { file, what: `## ${section.name} is empty`, fix: 'write it, or remove the heading' };
      }
      const general = folder.place === null && data.sections.length > 0;
      if (general && !data.sections.some((section) => section.name === 'answer' && section.status === null))
        yield { file, what: 'no ## Answer for everybody', fix: 'write one' };
    }
  }
};
