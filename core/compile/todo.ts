/** What people could do next for one language, most asked first. */
import { fold } from '../text.ts';
import { allProseFolders, allTopicFolders, type Corpus, type Doc, type Prose, sourceText } from './corpus.ts';
import { glossariesOf } from './mark-terms.ts';
import { textIn } from './prose.ts';

export interface Todo {
  /** Interface words, words of the language, danger, explained words: files that are not there at all. */
  readonly missingFiles: readonly string[];
  /** Topics that a question in this language cannot find. */
  readonly withoutStub: readonly string[];
  /** Texts that are read in another language. */
  readonly untranslated: readonly string[];
  /** Translations older than their source. */
  readonly behind: readonly string[];
  /** Texts whose language nobody has checked. */
  readonly unreviewed: readonly string[];
  /** Translations that do not use the word of the glossary where the source does. */
  readonly departing: readonly string[];
  /** What the translators were unsure of. */
  readonly doubts: readonly string[];
  /** Role and organisation -> how many texts of this language they checked, for law, language or locality. */
  readonly reviewers: ReadonlyMap<string, number>;
}

interface Pair {
  /** Where the text is, or would be. */
  readonly file: string;
  readonly source: Doc<Prose>;
  readonly own: Doc<Prose> | undefined;
}

export function todo(lang: string, corpus: Corpus): Todo {
  const pairs = pairsOf(lang, corpus);
  const written = pairs.flatMap((pair) => (pair.own && pair.own.data.sections.length > 0 ? [{ ...pair, own: pair.own }] : []));
  const stubs = [...corpus.topics.values()].filter(({ texts }) => !texts.has(lang)).map(({ id }) => id);
  return {
    missingFiles: missingFiles(lang, corpus),
    withoutStub: mostAskedFirst(stubs, (id) => id, corpus),
    untranslated: pairs.filter(({ own }) => !own || own.data.sections.length === 0).map(({ file }) => file),
    behind: written.filter(({ own, source }) => own.data.edition < source.data.edition).map(({ file }) => file),
    unreviewed: written.filter(({ own }) => own.data.reviewed_by.language === undefined).map(({ file }) => file),
    departing: departingIn(lang, written, corpus),
    doubts: corpus.languages.get(lang)?.data.doubts ?? [],
    reviewers: reviewersOf(lang, corpus),
  };
}

function pairsOf(lang: string, corpus: Corpus): Pair[] {
  const folders = mostAskedFirst(allTopicFolders(corpus), ({ id }) => id, corpus);
  const proses = [...folders, ...corpus.commitments.values()];
  return proses.flatMap((folder) => {
    const source = sourceText<string>(folder);
    if (!source || source.lang === lang || source.doc.data.sections.length === 0) return [];
    return [{ file: source.doc.file.replace(/(?<=\/)[^/]+$/, `${lang}.md`), source: source.doc, own: folder.texts.get(lang) }];
  });
}

/** The list of `content/most-asked.yml`, then core topics, then the others. */
function mostAskedFirst<T>(items: readonly T[], id: (item: T) => string, { mostAsked, topics }: Corpus): T[] {
  const rank = (item: T): number => {
    const at = mostAsked.indexOf(id(item));
    if (at >= 0) return at;
    return mostAsked.length + (topics.get(id(item))?.topic.data.tier === 'core' ? 0 : 1);
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}

function missingFiles(lang: string, corpus: Corpus): string[] {
  return [
    ...(corpus.locales.has(lang) ? [] : [`locales/${lang}.json`]),
    ...(corpus.languages.has(lang) ? [] : [`content/languages/${lang}.yml`]),
    ...[...corpus.urgent.values()].filter(({ words }) => !words.has(lang)).map(({ kind }) => `content/urgent/${kind}/${lang}.yml`),
    ...[...corpus.glossary].filter(([, languages]) => !languages.has(lang)).map(([term]) => `content/glossary/${term}/${lang}.yml`),
  ];
}

/** The glossary gives each word of law one translation; a section that has the English word has one of its forms. */
function departingIn(lang: string, written: readonly (Pair & { own: Doc<Prose> })[], corpus: Corpus): string[] {
  const { pattern, termOf } = glossariesOf(corpus)('en');
  if (!pattern) return [];
  return written.flatMap(({ own, source, file }) =>
    source.data.sections.flatMap((section) => {
      const translated = own.data.sections.find(({ name, status }) => name === section.name && status === section.status);
      if (!translated || own.data.edition < source.data.edition) return [];
      const text = fold(textIn(translated.blocks));
      const terms = new Set([...textIn(section.blocks).matchAll(pattern)].flatMap(([word]) => termOf.get(word.toLowerCase()) ?? []));
      return [...terms].flatMap((term) => {
        const words = corpus.glossary.get(term)?.get(lang)?.data;
        if (!words || [words.term, ...words.forms].some((form) => text.includes(fold(form)))) return [];
        return [`${file} · ## ${section.name} · ${term}: ${words.term}`];
      });
    }),
  );
}

function reviewersOf(lang: string, corpus: Corpus): Map<string, number> {
  const checked = allProseFolders(corpus)
    .flatMap(({ texts }) => Object.values(texts.get(lang)?.data.reviewed_by ?? {}))
    .filter((who) => who !== undefined);
  return new Map([...Map.groupBy(checked, (who) => who)].map(([who, texts]) => [who, texts.length]));
}
