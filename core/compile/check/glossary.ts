/** One glossary: each term is said in English first, in one sentence, and no word means two things. */
import { fold } from '../../text.ts';
import { digit } from './digits.ts';
import type { Rule } from './index.ts';

export const glossary: Rule = function* (corpus) {
  const taken = new Map<string, string>();
  for (const [id, languages] of corpus.glossary) {
    const [first] = languages.values();
    if (!languages.has('en')) yield { file: first?.file ?? `content/glossary/${id}`, what: 'no English', fix: 'add en.yml' };
    for (const [lang, { file, data }] of languages) {
      if (digit.test(data.term + data.means)) yield { file, what: 'a digit', fix: 'explain the word, not a number' };
      for (const form of [data.term, ...data.forms]) {
        const key = `${lang} ${fold(form)}`;
        const other = taken.get(key);
        if (other !== undefined && other !== id) yield { file, what: `"${form}" is also a form of "${other}"`, fix: 'keep it in one place' };
        taken.set(key, id);
      }
    }
  }
};
