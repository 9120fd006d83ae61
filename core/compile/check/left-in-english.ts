/** No English stands inside a text of another language. Names of laws and offices may: they are few words, and hold few of the smallest. */
import { readWords } from '../../text.ts';
import { allProseFolders, type Corpus } from '../corpus.ts';
import { textIn } from '../prose.ts';
import type { Rule } from './index.ts';
import { stringsIn } from './strings.ts';

/** So many of so many words in a row are the small words that any English sentence is built with. */
const stretch = 8;
const most = 3;
const fix = 'translate it, or leave the name alone in its own language';

export const leftInEnglish: Rule = function* (corpus) {
  const smallIn = new Map([...corpus.locales.keys()].map((lang) => [lang, smallWords(lang, corpus)]));
  const small = (lang: string): ReadonlySet<string> => smallIn.get(lang) ?? smallWords(lang, corpus);
  for (const folder of allProseFolders(corpus)) {
    for (const [lang, { file, data }] of folder.texts) {
      if (lang === 'en') continue;
      const parts = [data.title ?? '', ...Object.values(data.deadlines), ...data.sections.map(({ blocks }) => textIn(blocks))];
      for (const left of parts.flatMap((part) => englishIn(part, small(lang)) ?? [])) yield { file, what: `English left: "${left}"`, fix };
    }
  }
  for (const { kind, words } of corpus.urgent.values()) {
    for (const [lang, { file, data }] of words) {
      const left = lang === 'en' ? null : englishIn(`${data.title} ${data.say}`, small(lang));
      if (left) yield { file, what: `English left in ${kind}: "${left}"`, fix };
    }
  }
  const english = new Map(wordsIn(corpus.locales.get('en')?.data ?? {}));
  for (const [lang, { file, data }] of corpus.locales) {
    if (lang === 'en') continue;
    for (const [path, text] of wordsIn(data)) {
      const isSentence = readWords(text).length > most;
      if (englishIn(text, small(lang)) || (isSentence && text === english.get(path))) yield { file, what: `English left in ${path}`, fix };
    }
  }
};

/** What people read; `$locale` is for programs. */
function wordsIn({ $locale: _, ...words }: Record<string, unknown>): [string, string][] {
  return stringsIn(words);
}

/** The English ones that the other language does not have. */
function smallWords(lang: string, { languages }: Corpus): ReadonlySet<string> {
  const own = languages.get(lang)?.data;
  const theirs = new Set([...(own?.stop_words ?? []), ...(own?.markers.words ?? [])].flatMap(readWords));
  const english = languages.get('en')?.data;
  const words = [...(english?.stop_words ?? []), ...(english?.markers.words ?? [])].flatMap(readWords);
  return new Set(words.filter((word) => !theirs.has(word)));
}

function englishIn(text: string, small: ReadonlySet<string>): string | null {
  const words = readWords(text);
  const isSmall = words.map((word) => small.has(word));
  for (let from = 0; from < words.length; from++) {
    if (isSmall.slice(from, from + stretch).filter(Boolean).length > most) return words.slice(from, from + stretch).join(' ');
  }
  return null;
}
