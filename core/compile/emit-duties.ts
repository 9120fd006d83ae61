/** Duties of all topics and places -> `duties`. */
import type { CompiledDutyTopic, DutyShard } from '../framework-shards.ts';
import type { Corpus } from './corpus.ts';
import type { Write } from './emit.ts';
import type { Listed } from './emit-index.ts';

export function emitDuties(topics: readonly Listed[], corpus: Corpus, write: Write): void {
  const listed = topics.map(compiled).filter(({ duties }) => duties.length > 0);
  const cited = new Set(listed.flatMap(({ duties }) => duties.flatMap(({ law }) => law ?? [])));
  const laws = [...corpus.laws].filter(([id]) => cited.has(id)).map(([id, { data }]) => [id, { holds_in: data.holds_in, except: data.except }]);
  write('duties', { topics: listed, laws: Object.fromEntries(laws) } satisfies Omit<DutyShard, 'format'>);
}

/** The general layer comes first: whom a topic is about is said there. */
function compiled({ id, group, folders }: Listed): CompiledDutyTopic {
  const duties = folders.flatMap(({ place, topic }) =>
    topic.data.duties.map((duty) => {
      const source = topic.data.sources[duty.source];
      return { id: duty.id, bearer: duty.bearer, place, ...(source && 'law' in source ? { law: source.law } : {}) };
    }),
  );
  return { id, group, statuses: folders.find(({ topic }) => topic.data.statuses)?.topic.data.statuses ?? [], duties };
}
