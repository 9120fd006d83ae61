/** Each example triggers its kind, no look-alike triggers anything, every pattern can be read, and every kind but one has patterns. */

import { readWords } from '../../text.ts';
import { unsure } from '../../unsure.ts';
import { findUrgent } from '../../urgent.ts';
import { openUrgent } from '../../urgent-index.ts';
import { foldPattern, packUrgent, urgentSources } from '../urgent-patterns.ts';
import type { Rule } from './index.ts';

export const urgentLines: Rule = function* (corpus) {
  const broken = new Set<string>();
  for (const { kind, words } of corpus.urgent.values()) {
    for (const [lang, { file, data }] of words) {
      if (kind !== unsure && [data.phrases, data.examples, data.look_alikes].some(({ length }) => length === 0))
        yield { file, what: 'has no phrases, examples or look_alikes', fix: 'write some; see "Danger" in content/README.md' };
      for (const what of [...data.phrases, ...data.unless].flatMap((pattern) => complaint(pattern) ?? [])) {
        broken.add(`${kind} ${lang}`);
        yield { file, what, fix: 'see "Danger" in content/README.md' };
      }
    }
  }
  const whole = urgentSources(corpus).filter(({ kind, lang }) => !broken.has(`${kind} ${lang}`));
  const patterns = openUrgent(packUrgent(whole), Object.fromEntries([...corpus.languages].map(([lang, { data }]) => [lang, data.negation])));
  for (const { kind, words } of corpus.urgent.values()) {
    for (const { file, data } of words.values()) {
      for (const example of data.examples) {
        if (!findUrgent(readWords(example), patterns).some((match) => match.kind === kind))
          yield { file, what: `"${example}" is not seen`, fix: 'add or widen a phrase' };
      }
      for (const line of data.look_alikes) {
        const [match] = findUrgent(readWords(line), patterns);
        if (match) yield { file, what: `"${line}" is taken for ${match.kind} (${match.lang})`, fix: 'narrow the phrase, or add an "unless" of this kind' };
      }
    }
  }
};

function complaint(pattern: string): string | null {
  try {
    foldPattern(pattern);
    return null;
  } catch (error) {
    return `pattern "${pattern}": ${error instanceof Error ? error.message : 'cannot be read'}`;
  }
}
