/** The searches that `npm run bench:retrieval` measures in one run: ours, and four others at their best documented settings. */
import { createRequire } from 'node:module';
import { create, insertMultiple, type Language, save, search as searchOrama } from '@orama/orama';
import { Charset, Encoder, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { buildIndex, type Collection } from '../../../core/compile/search-index.ts';
import { search } from '../../../core/search.ts';
import { readWords } from '../../../core/text.ts';
import { openAlone } from '../../core/open-index.ts';

export interface Page {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
}

export interface Found {
  readonly id: string;
  readonly score: number;
}

/** A search over one set of pages in one language. */
export interface System {
  readonly name: string;
  readonly settings: string;
  /** The index as it would be stored. */
  readonly stored: string;
  find(question: string): readonly Found[] | Promise<readonly Found[]>;
}

const most = 10;
const scripts: Readonly<Record<string, string>> = { ar: 'Arab', fa: 'Arab', ur: 'Arab', ru: 'Cyrl', uk: 'Cyrl', bg: 'Cyrl', el: 'Grek', hi: 'Deva' };

/** Among pages of prose a long one says many things; no phone has to load their index. */
const prose: Collection = { b: 0.75, isKept: () => true, room: Number.POSITIVE_INFINITY };

/** The text and search code of the product, with the ranking that answers questions. */
export function ours(pages: readonly Page[], lang: string, stopWords: readonly string[]): System {
  const cutFor = { lang, script: scripts[lang] ?? 'Latn' };
  const documents = pages.map(({ title, text }, id) => ({ id, title, asked: `${title}\n${text}` }));
  const topics = pages.map(({ id, title }) => ({ id, title, group: '' }));
  const built = buildIndex(documents, cutFor, prose);
  const index = openAlone(topics, cutFor, stopWords, built);
  return {
    name: 'hereabouts',
    settings:
      'core/text.ts, core/sound.ts and core/search.ts as they answer questions, with b 0.75 and every term kept, as for prose; stop words of content/languages',
    stored: JSON.stringify(built),
    // What decides whether a question is answered at all, not the share of the best possible score, tells answerable questions from others.
    find: (question) =>
      search(readWords(question), index, [])
        .slice(0, most)
        .map(({ topic, support }) => ({ id: topic.id, score: support })),
  };
}

export function miniSearch(pages: readonly Page[]): System {
  const mini = new MiniSearch<Page>({ fields: ['title', 'text'] });
  mini.addAll(pages);
  const find = (question: string): Found[] => mini.search(question).map(({ id, score }) => ({ id: id as string, score }));
  return { name: 'minisearch', settings: 'defaults (OR)', stored: JSON.stringify(mini), find };
}

const oramaLanguages: Readonly<Record<string, readonly [language: string, stemmer: string]>> = {
  ar: ['arabic', 'arabic'],
  de: ['german', 'german'],
  en: ['english', 'english'],
  fr: ['french', 'french'],
  uk: ['ukrainian', 'ukrainian'],
};

export async function orama(pages: readonly Page[], lang: string): Promise<System> {
  const [language = 'english', name = 'english'] = oramaLanguages[lang] ?? [];
  const { stemmer } = (await import(`@orama/stemmers/${name}`)) as { stemmer: (word: string) => string };
  const { stopwords } = (await import(`@orama/stopwords/${name}`)) as { stopwords: string[] };
  const tokenizer = { language: language as Language, stemming: true, stemmer, stopWords: stopwords };
  const db = create({ schema: { id: 'string', title: 'string', text: 'string' } as const, components: { tokenizer } });
  await insertMultiple(db, [...pages]);
  return {
    name: 'orama',
    settings: `tokenizer ${language} with its stemmer and stop words, threshold 1 (OR), title twice`,
    stored: JSON.stringify(save(db)),
    find: async (question) => {
      const { hits } = await searchOrama(db, { term: question, properties: ['title', 'text'], boost: { title: 2 }, threshold: 1, limit: most });
      return hits.map(({ document, score }) => ({ id: document.id, score }));
    },
  };
}

/** FlexSearch ranks by position, not by a score: the rank is its score. */
export async function flexSearch(pages: readonly Page[], lang: string): Promise<System> {
  const preset = ['de', 'en', 'fr'].includes(lang) ? ((await import(`flexsearch/lang/${lang}`)) as { default: object }).default : undefined;
  const encoder = new Encoder({ ...(preset ? Charset.LatinBalance : Charset.Default), ...preset });
  const index = new Index({ tokenize: 'forward', encoder, resolution: 9 });
  for (const [number, { title, text }] of pages.entries()) index.add(number, `${title}\n${text}`);
  const parts: string[] = [];
  await index.export((_, data) => {
    parts.push(String(data));
  });
  return {
    name: 'flexsearch',
    settings: `Index, tokenize forward, ${preset ? `LatinBalance with the ${lang} preset (stemmer, stop words)` : 'default charset'}, suggest (OR)`,
    stored: parts.join('\n'),
    find: (question) =>
      (index.search(question, { suggest: true, limit: most }) as number[]).map((number, rank) => ({ id: pages[number]?.id ?? '', score: 1 / (1 + rank) })),
  };
}

interface Lunr {
  (build: (this: LunrBuilder) => void): { search(question: string): { ref: string; score: number }[]; toJSON(): object };
  readonly tokenizer: { (text: string): { toString(): string }[]; separator: RegExp };
  [language: string]: unknown;
}
interface LunrBuilder {
  ref(name: string): void;
  field(name: string, options?: { boost: number }): void;
  use(plugin: unknown): void;
  add(page: Page): void;
  readonly pipeline: { reset(): void };
  readonly searchPipeline: { reset(): void };
}

export function lunr(pages: readonly Page[], lang: string): System {
  const require = createRequire(import.meta.url);
  const make = require('lunr') as Lunr;
  require('lunr-languages/lunr.stemmer.support')(make);
  const isKnown = ['ar', 'de', 'fr'].includes(lang);
  if (isKnown) require(`lunr-languages/lunr.${lang}`)(make);
  const index = make(function () {
    if (isKnown) this.use(make[lang]);
    else if (lang !== 'en') {
      // Its trimmer knows Latin letters only.
      this.pipeline.reset();
      this.searchPipeline.reset();
    }
    this.ref('id');
    this.field('title', { boost: 2 });
    this.field('text');
    for (const page of pages) this.add(page);
  });
  return {
    name: 'lunr',
    settings: `${isKnown ? `lunr-languages ${lang}` : lang === 'en' ? 'its English pipeline' : 'no stemmer: lunr-languages has none'}, OR, title twice`,
    stored: JSON.stringify(index),
    // Its query language gives signs a meaning; a person's question has none.
    find: (question) =>
      index
        .search(question.replace(/[-+~^*:]/g, ' '))
        .slice(0, most)
        .map(({ ref, score }) => ({ id: ref, score })),
  };
}
