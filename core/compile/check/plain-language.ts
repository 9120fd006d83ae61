/** English is written for a reading age of about eleven (design §3): short sentences, everyday words. */

import { allProseFolders } from '../corpus.ts';
import { readability } from '../readability.ts';
import type { Rule } from './index.ts';

const longestSentence = 30;
const longestAverage = 20;
const leastEase = 60;
/** Flesch measured samples of a hundred words; on fewer, one long word decides. */
const wordsMeasured = 100;

export const plainLanguage: Rule = function* (corpus) {
  for (const folder of allProseFolders(corpus)) {
    const text = folder.texts.get('en');
    if (!text) continue;
    const { file } = text;
    const { words, average, ease, sentences } = readability(text.data.sections);
    for (const sentence of sentences.filter((each) => each.words > longestSentence))
      yield { file, what: `a sentence of ${sentence.words} words: "${sentence.text}"`, fix: `at most ${longestSentence}` };
    if (average > longestAverage) yield { file, what: `${average.toFixed(1)} words in a sentence on average`, fix: `at most ${longestAverage}` };
    if (words >= wordsMeasured && ease < leastEase)
      yield {
        file,
        what: `reading ease ${ease.toFixed(0)}`,
        fix: `at least ${leastEase}: shorter sentences, everyday words (npm run content:report -- --plain lists the worst)`,
      };
  }
};
