/** Enough ways of asking, none of them twice. */
import { allTopicFolders } from '../corpus.ts';
import { foldQuestion } from '../parse.ts';
import type { Rule } from './index.ts';

const minimum = { source: 12, text: 8, stub: 6 };

export const asked: Rule = function* (corpus) {
  for (const folder of allTopicFolders(corpus)) {
    for (const { file, data } of folder.texts.values()) {
      const seen = new Set<string>();
      for (const line of data.asked) {
        const folded = foldQuestion(line);
        if (seen.has(folded)) yield { file, what: `asked line "${line}" stands twice`, fix: 'remove one' };
        seen.add(folded);
      }
      if (folder.place !== null && corpus.topics.has(folder.id)) continue;
      const wanted = data.translation === 'source' ? minimum.source : data.sections.length > 0 ? minimum.text : minimum.stub;
      if (seen.size < wanted) yield { file, what: `${seen.size} asked lines`, fix: `at least ${wanted}: how people really ask` };
      if (!data.title) yield { file, what: 'no title', fix: 'add one' };
    }
  }
};
