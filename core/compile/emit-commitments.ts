/** The framework of commitments -> `commitments.<lang>`, and from each topic back to it. */

import type { CommitmentShard, CompiledCommitment } from '../framework-shards.ts';
import type { CommitmentSectionName } from '../schema/commitment.ts';
import type { CompiledBlock, TitledRef, TopicText } from '../shard-types.ts';
import type { CommitmentFolder, Corpus } from './corpus.ts';
import type { Write } from './emit.ts';
import { compileSource, lawsCited, textFor } from './resolve.ts';

export function emitCommitments(language: string, fallbacks: readonly string[], corpus: Corpus, write: Write): void {
  if (![...corpus.commitments.values()].some(({ texts }) => texts.has(language))) return;
  const commitments = [...corpus.commitments.values()].map((folder) => compiled(folder, fallbacks, corpus));
  write(`commitments.${language}`, { commitments, laws: lawsCited(commitments, corpus) } satisfies Omit<CommitmentShard, 'format'>);
}

/** Which commitments cover a topic, with their titles. */
export function commitmentsOf(topic: string, fallbacks: readonly string[], corpus: Corpus): Pick<TopicText, 'commitments'> {
  const covering = [...corpus.commitments.values()].filter(({ commitment }) => commitment.data.topics.includes(topic));
  const commitments = covering.map((folder): TitledRef => ({ id: folder.id, title: textFor(folder, fallbacks)?.doc.data.title ?? folder.id }));
  return commitments.length > 0 ? { commitments } : {};
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
