/** The laws that topics cite -> `laws`, each with its articles and the topics that rest on them. */
import type { CompiledLaw, LawShard } from '../library-shards.ts';
import type { Corpus } from './corpus.ts';
import type { Write } from './emit.ts';
import type { Listed } from './emit-index.ts';

export function emitLaws(topics: readonly Listed[], corpus: Corpus, write: Write): void {
  const cited = new Map<string, CompiledLaw['cited'][number][]>();
  for (const { id, folders } of topics) {
    for (const { place, topic } of folders) {
      const sources = Object.values(topic.data.sources).flatMap((source) => ('law' in source ? [source] : []));
      for (const { law, article = null } of sources) cited.set(law, [...(cited.get(law) ?? []), { article, topic: id, place }]);
    }
  }
  const laws = [...cited].sort().flatMap(([id, where]) => {
    const law = corpus.laws.get(id)?.data;
    return law ? [[id, { ...law, cited: where }] as const] : [];
  });
  write('laws', { laws: Object.fromEntries(laws) } satisfies Omit<LawShard, 'format'>);
}
