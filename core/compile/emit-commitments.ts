/** The framework of commitments -> `commitments.<lang>`, and from each topic back to it. */

import type { CommitmentShard, CompiledCommitment } from '../framework-shards.ts';
import type { CommitmentSectionName } from '../schema/commitment.ts';
import type { CompiledBlock, TitledRef, TopicText } from '../shard-types.ts';
import { type CommitmentFolder, type Corpus, type Doc, type Prose, sourceText } from './corpus.ts';
import type { Write } from './emit.ts';
import { compileSource } from './resolve.ts';

export function emitCommitments(language: string, fallbacks: readonly string[], corpus: Corpus, write: Write): void {
  if (![...corpus.commitments.values()].some(({ texts }) => texts.has(language))) return;
  const commitments = [...corpus.commitments.values()].map((folder) => compiled(folder, fallbacks, corpus));
  const cited = new Set(commitments.flatMap(({ sources }) => sources.flatMap(({ law }) => law ?? [])));
  const laws = Object.fromEntries([...corpus.laws].filter(([id]) => cited.has(id)).map(([id, { data }]) => [id, data]));
  write(`commitments.${language}`, { commitments, laws } satisfies Omit<CommitmentShard, 'format'>);
}

/** Which commitments cover a topic, with their titles. */
export function commitmentsOf(topic: string, fallbacks: readonly string[], corpus: Corpus): Pick<TopicText, 'commitments'> {
  const covering = [...corpus.commitments.values()].filter(({ commitment }) => commitment.data.topics.includes(topic));
  const commitments = covering.map((folder): TitledRef => ({ id: folder.id, title: textFor(folder, fallbacks)?.doc.data.title ?? folder.id }));
  return commitments.length > 0 ? { commitments } : {};
}

type Text = Doc<Prose<CommitmentSectionName>>;

function textFor(folder: CommitmentFolder, fallbacks: readonly string[]): { lang: string; doc: Text } | undefined {
  const lang = fallbacks.find((tag) => folder.texts.has(tag));
  const doc = lang === undefined ? undefined : folder.texts.get(lang);
  return lang !== undefined && doc ? { lang, doc } : sourceText(folder);
}

function compiled(folder: CommitmentFolder, fallbacks: readonly string[], corpus: Corpus): CompiledCommitment {
  const { data } = folder.commitment;
  const text = textFor(folder, fallbacks);
  const blocks = (name: CommitmentSectionName): readonly CompiledBlock[] => text?.doc.data.sections.find((section) => section.name === name)?.blocks ?? [];
  return {
    id: folder.id,
    title: text?.doc.data.title ?? folder.id,
    lang: text?.lang ?? 'en',
    kind: data.kind,
    element: data.element,
    topics: data.topics,
    duties: data.duties.map((path) => {
      const [topic = '', duty = ''] = path.split('/');
      return { topic, duty };
    }),
    sdgTargets: data.sdg_targets,
    sources: Object.values(data.sources).map((source) => compileSource(source, corpus)),
    commitment: blocks('commitment'),
    question: blocks('question'),
    levels: blocks('levels').flatMap((block) => ('items' in block ? block.items : [])),
    lowCost: blocks('low-cost'),
  };
}
