/** Which shards hold a topic for a person: their place, else the places above it; their language, else its fallbacks. */
import type { Core } from './core.ts';
import { fallbackChain } from './locale.ts';
import type { Law } from './schema/law.ts';
import { openIndex, type SearchIndex } from './search.ts';
import { type OpenPlace, openPlace } from './service.ts';
import type { IndexShard, PlaceShard, PlaceTopic, TextShard, TopicText } from './shard-types.ts';

export interface Texts {
  /** What holds everywhere. */
  readonly general: TopicText | undefined;
  /** What holds in the place and above it, already nearest first, section by section. */
  readonly local: TopicText | undefined;
  /** Facts, sources and duties along the chain of the place; undefined when nothing of the topic reaches it. */
  readonly topic: PlaceTopic | undefined;
  /** The laws its sources cite. */
  readonly laws: Readonly<Record<string, Law>>;
}

export async function loadTexts(core: Core, locale: string, chain: readonly string[], id: string, group: string): Promise<Texts> {
  const languages = fallbackChain(locale, core.bundled.locales);
  const load = async (names: readonly string[]): Promise<TextShard | undefined> => {
    const name = names.find((candidate) => core.shards.has(candidate));
    return name === undefined ? undefined : core.shards.get<TextShard>(name);
  };
  const [general, local] = await Promise.all([
    load(languages.map((language) => `text.${language}.${group}`)),
    load(chain.flatMap((place) => languages.map((language) => `place.${place}.${language}.${group}`))),
  ]);
  const own = <T>(records: Readonly<Record<string, T>> | undefined): T | undefined => (records && Object.hasOwn(records, id) ? records[id] : undefined);
  const from = own(local?.data) ? local : general;
  return { general: own(general?.topics), local: own(local?.topics), topic: own(from?.data), laws: from?.laws ?? {} };
}

/** The name of a shard that every language may have: the language's own, else that of its fallbacks, else the English one. */
export function shardIn(kind: string, locale: string, { bundled, shards }: Core): string {
  const names = fallbackChain(locale, bundled.locales).map((tag) => `${kind}.${tag}`);
  return names.find((name) => shards.has(name)) ?? `${kind}.en`;
}

export function loadIndex(core: Core, locale: string): Promise<SearchIndex> {
  return core.shards.get<IndexShard, SearchIndex>(shardIn('index', locale, core), openIndex);
}

export function loadPlace(core: Core, id: string): Promise<OpenPlace> {
  return core.shards.get<PlaceShard, OpenPlace>(`place.${id}`, openPlace);
}

/** What a topic is called in a language; null when there is no such topic. As a question it finds its topic. */
export async function topicTitle(id: string, locale: string, core: Core): Promise<string | null> {
  const { topics } = await loadIndex(core, locale);
  return topics.find((topic) => topic.id === id)?.title ?? null;
}
