/** Each example triggers its kind, no look-alike triggers anything, and every pattern can be read. */

import { readWords } from '../../text.ts';
import { findUrgent, openUrgent, type UrgentSource } from '../../urgent.ts';
import { foldPattern, prepareUrgent } from '../urgent-patterns.ts';
import type { Rule } from './index.ts';

export const urgentLines: Rule = function* (corpus) {
  const sources: UrgentSource[] = [];
  for (const { kind, words } of corpus.urgent.values()) {
    for (const [lang, { file, data }] of words) {
      const broken = [...data.phrases, ...data.unless].flatMap((pattern) => complaint(pattern) ?? []);
      for (const what of broken) yield { file, what, fix: 'see "Danger" in content/README.md' };
      if (broken.length === 0) sources.push({ kind, lang, phrases: data.phrases, unless: data.unless });
    }
  }
  const patterns = openUrgent(
    prepareUrgent(sources),
    [...corpus.languages.values()].flatMap((doc) => doc.data.negation),
  );
  for (const { kind, words } of corpus.urgent.values()) {
    for (const { file, data } of words.values()) {
      for (const example of data.examples) {
        if (!findUrgent(readWords(example), patterns).some((match) => match.kind === kind))
          yield { file, what: `"${example}" is not seen`, fix: 'add or widen a phrase' };
      }
      for (const line of data.look_alikes) {
        const [match] = findUrgent(readWords(line), patterns);
        if (match) yield { file, what: `"${line}" is taken for ${match.kind} (${match.lang})`, fix: 'narrow the phrase, or add an "unless"' };
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
