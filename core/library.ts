/** What the answers rest on, to look up: a law with the topics that cite it, and what exists in which language. */
import type { TopicRef } from './answer.ts';
import { bindsIn } from './citations.ts';
import type { Core } from './core.ts';
import type { CompiledLaw, CompiledLayer, CoverageShard, LawShard } from './library-shards.ts';
import { world } from './place.ts';
import { loadIndex } from './texts.ts';

export interface LawSheet extends Omit<CompiledLaw, 'cited' | 'names'> {
  readonly id: string;
  /** The everyday name in the language asked for, where the corpus has one. */
  readonly gloss?: string;
  /** Articles in their order, with the topics of this place that rest on each; null for the law as a whole. */
  readonly cited: readonly { readonly article: string | null; readonly topics: readonly TopicRef[] }[];
  /** Whether it binds in the place. */
  readonly binds: boolean;
}

/** One law as seen from a place, or null when no topic cites it. Throws ShardError. */
export async function lawSheet(id: string, locale: string, place: string, core: Core): Promise<LawSheet | null> {
  const [{ laws }, { topics }] = await Promise.all([loadLaws(core), loadIndex(core, locale)]);
  const law = Object.hasOwn(laws, id) ? laws[id] : undefined;
  if (!law) return null;
  const { names, cited, ...own } = law;
  const chain = chainOf(place, core);
  const here = cited.filter((one) => one.place === null || chain.includes(one.place));
  const articles = [...Map.groupBy(here, ({ article }) => article)].sort(([one], [other]) => (one ?? '').localeCompare(other ?? '', 'en', { numeric: true }));
  const titled = (ids: readonly string[]): TopicRef[] =>
    topics.filter((topic) => ids.includes(topic.id)).map((topic) => ({ id: topic.id, title: topic.title }));
  const gloss = names?.[locale];
  return {
    ...own,
    id,
    ...(gloss ? { gloss } : {}),
    cited: articles.map(([article, where]) => ({ article, topics: titled(where.map(({ topic }) => topic)) })),
    binds: bindsIn(law, chain),
  };
}

/** The laws that bind a place and that its topics cite, nearest first, each with the place it holds in. Throws ShardError. */
export async function lawsOf(place: string, locale: string, core: Core): Promise<{ id: string; name: string; holdsIn: string }[]> {
  const { laws } = await loadLaws(core);
  const chain = chainOf(place, core);
  return Object.entries(laws)
    .filter(([, law]) => bindsIn(law, chain) && law.cited.some((one) => one.place === null || chain.includes(one.place)))
    .map(([id, law]) => ({ id, name: law.names?.[locale] ?? law.name, holdsIn: law.holds_in }))
    .sort((a, b) => chain.indexOf(a.holdsIn) - chain.indexOf(b.holdsIn) || a.name.localeCompare(b.name, locale));
}

export type Coverage = Omit<CoverageShard, 'format' | 'topics'>;

/** What exists, and who has checked it. Throws ShardError. */
export function coverage(core: Core): Promise<Coverage> {
  return loadCoverage(core);
}

/** The topics that are answered in a place, each with the languages its answer is written in. Throws ShardError. */
export async function editionsIn(place: string, core: Core): Promise<ReadonlyMap<string, readonly string[]>> {
  const { topics } = await loadCoverage(core);
  const chain = chainOf(place, core);
  return new Map(Object.entries(topics).flatMap(([id, layers]) => nearest(layers, chain).map(({ languages }) => [id, languages] as const)));
}

/** The nearest layer along the chain that has an answer; what holds everywhere comes last. */
function nearest(layers: readonly CompiledLayer[], chain: readonly string[]): CompiledLayer[] {
  const order = [...chain, null];
  const here = layers.filter(({ place, languages }) => order.includes(place) && languages.length > 0);
  return here.sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place)).slice(0, 1);
}

function chainOf(place: string, { bundled }: Core): readonly string[] {
  return bundled.places[place]?.chain ?? [world];
}

function loadLaws(core: Core): Promise<LawShard> {
  return core.shards.get<LawShard>('laws');
}

function loadCoverage(core: Core): Promise<CoverageShard> {
  return core.shards.get<CoverageShard>('coverage');
}
