/** Every slot names a fact that can reach the text, or a kind of phone line. */
import { allTopicFolders } from '../corpus.ts';
import { inlinesIn, textIn } from '../prose.ts';
import { chainOf, layersOf } from '../resolve.ts';
import type { Rule } from './index.ts';

export const slots: Rule = function* (corpus) {
  for (const folder of allTopicFolders(corpus)) {
    const layers = folder.place === null ? [folder] : layersOf(folder.id, chainOf(folder.place, corpus), corpus);
    const facts = new Set(layers.flatMap((layer) => Object.keys(layer.topic.data.facts)));
    for (const { file, data } of folder.texts.values()) {
      for (const section of data.sections) {
        for (const inline of inlinesIn(section.blocks)) {
          if (typeof inline !== 'object' || !('slot' in inline)) continue;
          const [name = '', kind] = inline.slot.split('.');
          if (kind ? name !== 'line' || !Object.hasOwn(corpus.vocabulary.line ?? {}, kind) : !facts.has(name)) {
            yield {
              file,
              what: `slot {${inline.slot}} has no fact`,
              fix: `use one of ${[...facts].join(', ') || 'the facts of topic.yml (none yet)'} or {line.<kind>}`,
            };
          }
        }
        if (/[{}]/.test(textIn(section.blocks)))
          yield { file, what: `a brace that is no slot in ## ${section.name}`, fix: 'write {fact}, {fact:case} or {line.kind}' };
      }
    }
  }
};
