/** What editors need to know about the corpus: what exists where, what is behind, unreviewed or due, and what was not read at first hand. */
import { allProseFolders, allTopicFolders, type Corpus, sourceText, type TopicFolder } from './corpus.ts';
import { type Readability, readability } from './readability.ts';
import { reviewDue } from './resolve.ts';

type Row = Readonly<Record<string, string | number>>;

export interface Report {
  /** Topics of each group. */
  readonly groups: readonly Row[];
  /** For each language: topics that a question finds, and texts by where they hold. */
  readonly languages: readonly Row[];
  /** What each place has of its own. */
  readonly places: readonly Row[];
  /** Translations older than their source. */
  readonly behind: readonly string[];
  /** Texts that nobody has checked, by role. */
  readonly unreviewed: Row;
  /** Files whose review is due on or before the day asked. */
  readonly due: readonly string[];
  /** Facts and duties whose law or page was not itself read: `file · fact · source`. */
  readonly secondHand: readonly string[];
  /** English texts, hardest first. */
  readonly hardest: readonly { readonly file: string; readonly measured: Readability }[];
}

/** `day`: ISO date against which reviews are due. */
export function report(corpus: Corpus, day: string): Report {
  return {
    groups: groupRows(corpus),
    languages: [...corpus.locales.keys()].map((lang) => languageRow(lang, corpus)),
    places: [...corpus.places.keys()].sort().map((id) => placeRow(id, corpus)),
    behind: behindIn(corpus),
    unreviewed: unreviewedIn(corpus),
    due: dueIn(corpus, day),
    secondHand: secondHandIn(corpus),
    hardest: hardestIn(corpus),
  };
}

function groupRows(corpus: Corpus): Row[] {
  const groups = Map.groupBy(corpus.topics.values(), ({ topic }) => topic.data.group ?? '');
  return [...groups].sort().map(([group, folders]) => ({
    group,
    topics: folders.length,
    core: folders.filter(({ topic }) => topic.data.tier === 'core').length,
  }));
}

function languageRow(lang: string, corpus: Corpus): Row {
  const general = [...corpus.topics.values()];
  const written = (folders: readonly TopicFolder[]): number => folders.filter(({ texts }) => texts.get(lang)?.data.sections.length).length;
  return {
    lang,
    found: general.filter(({ texts }) => texts.has(lang)).length,
    'ways of asking': general.reduce((sum, { texts }) => sum + (texts.get(lang)?.data.asked.length ?? 0), 0),
    'texts everywhere': written(general),
    ...Object.fromEntries(byLevel.map(([title, levels]) => [title, written(layersAt(levels, corpus))])),
    danger: [...corpus.urgent.values()].filter(({ words }) => words.has(lang)).length,
    'explained words': [...corpus.glossary.values()].filter((languages) => languages.has(lang)).length,
  };
}

const byLevel: readonly (readonly [title: string, levels: readonly string[]])[] = [
  ['in unions', ['organisation', 'union']],
  ['in countries', ['country', 'region']],
  ['in cities', ['city']],
];

function layersAt(levels: readonly string[], corpus: Corpus): TopicFolder[] {
  return [...corpus.places.values()].filter(({ place }) => levels.includes(place.data.level)).flatMap(({ topics }) => [...topics.values()]);
}

function placeRow(id: string, corpus: Corpus): Row {
  const folder = corpus.places.get(id);
  const topics = [...(folder?.topics.values() ?? [])];
  const services = [...(folder?.services.values() ?? [])].map(({ data }) => data);
  return {
    place: id,
    topics: topics.length,
    lines: folder?.place.data.lines.length ?? 0,
    services: services.length,
    'seen recently': services.filter(({ trust, freshness }) => trust === 'verified' && freshness === 'recent').length,
    'to confirm': services.filter(({ trust }) => trust === 'to-confirm').length,
    laws: [...corpus.laws.values()].filter(({ data }) => data.holds_in === id).length,
  };
}

function behindIn(corpus: Corpus): string[] {
  return allProseFolders(corpus).flatMap((folder) => {
    const edition = sourceText(folder)?.doc.data.edition ?? 0;
    const old = [...folder.texts.values()].filter(({ data }) => data.edition < edition);
    return old.map(({ file, data }) => `${file} · edition ${data.edition} of ${edition}`);
  });
}

function unreviewedIn(corpus: Corpus): Row {
  const texts = allProseFolders(corpus).flatMap((folder) => [...folder.texts.values()]);
  const without = (role: 'law' | 'language' | 'locality'): number => texts.filter(({ data }) => data.reviewed_by[role] === undefined).length;
  return { texts: texts.length, law: without('law'), language: without('language'), locality: without('locality') };
}

function dueIn(corpus: Corpus, day: string): string[] {
  const reviewed = [
    ...allTopicFolders(corpus).map(({ topic }) => topic),
    ...[...corpus.places.values()].map(({ place }) => place),
    ...[...corpus.commitments.values()].map(({ commitment }) => commitment),
    ...corpus.networks.values(),
  ];
  const dated = reviewed.map(({ file, data }) => ({ file, due: reviewDue(data.review) }));
  return dated.filter(({ due }) => due <= day).map(({ file, due }) => `${file} · due ${due}`);
}

function secondHandIn(corpus: Corpus): string[] {
  return allTopicFolders(corpus).flatMap(({ topic: { file, data } }) => {
    const used = [
      ...Object.entries(data.facts).flatMap(([id, fact]) => Object.values(fact.values).map(({ source }) => ({ id, source }))),
      ...data.duties.map(({ id, source }) => ({ id, source })),
    ];
    return used.flatMap(({ id, source: name }) => {
      const source = data.sources[name];
      return source && source.checked !== 'text' ? [`${file} · ${id} · ${'law' in source ? `${source.law} ${source.article ?? ''}`.trim() : source.url}`] : [];
    });
  });
}

function hardestIn(corpus: Corpus): Report['hardest'] {
  const english = allProseFolders(corpus).flatMap(({ texts }) => texts.get('en') ?? []);
  return english.map(({ file, data }) => ({ file, measured: readability(data.sections) })).sort((a, b) => a.measured.ease - b.measured.ease);
}
