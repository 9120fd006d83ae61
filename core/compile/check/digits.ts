/** Numbers never stand in prose, in any script: they are facts, right in all languages at once. */
import { allProseFolders } from '../corpus.ts';
import { textIn } from '../prose.ts';
import type { Rule } from './index.ts';
import { stringsIn } from './strings.ts';

/** Of any script. */
export const digit = /\p{Nd}/u;
const fix = 'make it a fact of topic.yml and show it through a {slot}';

export const digits: Rule = function* (corpus) {
  for (const folder of allProseFolders(corpus)) {
    for (const { file, data } of folder.texts.values()) {
      const labelled: [string, string][] = [
        ['title', data.title ?? ''],
        ...Object.entries(data.deadlines),
        ...data.sections.map((section): [string, string] => [`## ${section.name}`, textIn(section.blocks)]),
      ];
      for (const [where, text] of labelled) if (digit.test(text)) yield { file, what: `a digit in ${where}: "${around(text)}"`, fix };
    }
  }
  for (const { file, data } of corpus.locales.values()) {
    const { $locale: _, ...words } = data;
    for (const [path, text] of stringsIn(words)) {
      if (digit.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) yield { file, what: `a digit in ${path}`, fix: 'pass it in as a {{placeholder}}' };
    }
  }
  for (const { words } of corpus.urgent.values()) {
    for (const { file, data } of words.values()) {
      if (digit.test(data.title + data.say)) yield { file, what: 'a digit in title or say', fix: 'the lines of the place are shown below it' };
    }
  }
};

function around(text: string): string {
  const at = text.search(digit);
  return text.slice(Math.max(0, at - 20), at + 20).trim();
}
