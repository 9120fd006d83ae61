/** A translation names the edition of its source; exactly one text of a folder is the source. */
import { allProseFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

export const editions: Rule = function* (corpus) {
  for (const { file: about, texts } of allProseFolders(corpus)) {
    const sources = [...texts.values()].filter((doc) => doc.data.translation === 'source');
    const [source] = sources;
    if (texts.size > 0 && sources.length !== 1) {
      yield { file: about, what: `${sources.length} source texts`, fix: 'exactly one <tag>.md says "translation: source"' };
    }
    for (const { file, data } of texts.values()) {
      if (source && data.edition > source.data.edition) {
        yield { file, what: `edition ${data.edition} is ahead of its source (${source.data.edition})`, fix: 'a translation names the edition it translates' };
      }
      const reviewed = Object.keys(data.reviewed_by).length > 0;
      if (reviewed !== Boolean(data.reviewed_on)) yield { file, what: 'reviewed_by and reviewed_on do not go together', fix: 'give both, or neither' };
    }
  }
};
