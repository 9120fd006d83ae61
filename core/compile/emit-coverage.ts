/** What exists in which language and place, and who has checked it -> `coverage`. */
import type { Checked, CoverageShard } from '../library-shards.ts';
import { allTopicFolders, type Corpus, type TopicFolder } from './corpus.ts';
import type { Write } from './emit.ts';
import type { Listed } from './emit-index.ts';

export function emitCoverage(topics: readonly Listed[], corpus: Corpus, write: Write): void {
  const folders = allTopicFolders(corpus);
  const texts = folders.flatMap((folder) => languagesOf(folder).flatMap((lang) => folder.texts.get(lang)?.data ?? []));
  const by = (role: 'law' | 'language' | 'locality'): number => texts.filter(({ reviewed_by }) => reviewed_by[role] !== undefined).length;
  const checked: Checked = { texts: texts.length, law: by('law'), language: by('language'), locality: by('locality') };
  const sources = folders.flatMap(({ topic }) => Object.values(topic.data.sources));
  const pages = sources.flatMap((source) => ('law' in source ? [] : [source.url]));
  const laws = sources.flatMap((source) => ('law' in source ? [source.law] : []));
  write('coverage', {
    topics: Object.fromEntries(
      topics.map((topic) => [topic.id, topic.folders.map((folder) => ({ place: folder.place, languages: languagesOf(folder, 'answer') }))]),
    ),
    checked,
    languages: Object.fromEntries([...corpus.locales.keys()].map((lang) => [lang, languageOf(lang, folders)])),
    places: Object.fromEntries([...corpus.places].map(([id, { topics: own, services }]) => [id, { topics: own.size, services: services.size }])),
    laws: new Set(laws).size,
    pages: new Set(pages).size,
  } satisfies Omit<CoverageShard, 'format'>);
}

/** The languages in which a layer is written, or one section of it is. */
function languagesOf({ texts }: TopicFolder, section?: string): string[] {
  return [...texts].filter(([, { data }]) => data.sections.some(({ name }) => section === undefined || name === section)).map(([lang]) => lang);
}

function languageOf(lang: string, folders: readonly TopicFolder[]): CoverageShard['languages'][string] {
  const written = folders.filter((folder) => languagesOf(folder).includes(lang));
  return {
    topics: written.filter(({ place }) => place === null).length,
    texts: written.length,
    checked: written.filter(({ texts }) => texts.get(lang)?.data.reviewed_by.language !== undefined).length,
  };
}
