/** The framework holds together: each commitment names topics and duties that exist, says all its parts, and has four levels. */
import { commitmentSectionNames } from '../../schema/commitment.ts';
import { allTopicFolders } from '../corpus.ts';
import { inlinesIn } from '../prose.ts';
import type { Rule } from './index.ts';

const levels = 4;

export const commitments: Rule = function* (corpus) {
  const duties = new Map<string, Set<string>>();
  for (const { id, topic } of allTopicFolders(corpus)) {
    const known = duties.get(id) ?? new Set();
    for (const duty of topic.data.duties) known.add(duty.id);
    duties.set(id, known);
  }
  for (const { commitment, texts } of corpus.commitments.values()) {
    const { file, data } = commitment;
    for (const topic of data.topics) if (!duties.has(topic)) yield { file, what: `topic "${topic}" does not exist`, fix: 'remove it' };
    for (const path of data.duties) {
      const [topic = '', duty = ''] = path.split('/');
      if (!duties.get(topic)?.has(duty)) yield { file, what: `duty "${path}" does not exist`, fix: `use a duty of topics/${topic}/topic.yml` };
    }
    if (texts.size === 0) yield { file, what: 'has no text', fix: 'add en.md beside it' };
    for (const text of texts.values()) {
      for (const name of commitmentSectionNames)
        if (!text.data.sections.some((section) => section.name === name)) yield { file: text.file, what: `no "## ${name}"`, fix: 'write it' };
      const slots = inlinesIn(text.data.sections.flatMap(({ blocks }) => blocks)).filter((inline) => typeof inline === 'object' && 'slot' in inline);
      if (slots.length > 0) yield { file: text.file, what: 'a slot', fix: 'a commitment holds no facts: say it in words' };
      const items = text.data.sections
        .filter(({ name }) => name === 'levels')
        .flatMap(({ blocks }) => blocks.flatMap((block) => ('items' in block ? block.items : [])));
      if (items.length !== levels) yield { file: text.file, what: `${items.length} levels`, fix: 'a list of four: level nought to three' };
    }
  }
};
