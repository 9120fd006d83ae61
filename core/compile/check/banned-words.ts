/** People are people: words that call somebody illegal are never shown. */
import { allProseFolders } from '../corpus.ts';
import { textIn } from '../prose.ts';
import type { Rule } from './index.ts';
import { stringsIn } from './strings.ts';

const banned: Readonly<Record<string, RegExp>> = {
  en: /\billegal\s+(?:im)?migrants?\b|\billegals\b|\billegal\s+aliens?\b/i,
  es: /\b(?:in)?migrantes?\s+ilegal(?:es)?\b|\b(?:los|las|sin)\s+ilegales\b/i,
  ar: /(?:مهاجر|لاجئ)\S{0,9}\s{1,9}(?:ال)?غير\s{1,9}(?:ال)?(?:شرعي|قانوني)/,
  uk: /нелегальн\S{0,9}\s{1,9}(?:мігрант|іммігрант)|нелегал(?:и|ів|ам|ами|ах)?(?![\p{L}])/iu,
};

export const bannedWords: Rule = function* (corpus) {
  const find = (text: string): string | undefined =>
    Object.values(banned)
      .map((pattern) => pattern.exec(text)?.[0])
      .find(Boolean);
  const fix = 'say "people without papers"';
  for (const folder of allProseFolders(corpus)) {
    for (const { file, data } of folder.texts.values()) {
      const text = [data.title ?? '', ...Object.values(data.deadlines), ...data.sections.map((section) => textIn(section.blocks))].join('\n');
      const word = find(text);
      if (word) yield { file, what: `"${word}"`, fix };
    }
  }
  for (const { file, data } of corpus.locales.values()) {
    const word = find(
      stringsIn(data)
        .map(([, text]) => text)
        .join('\n'),
    );
    if (word) yield { file, what: `"${word}"`, fix };
  }
};
