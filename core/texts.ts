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
  const { general: everywhere, local: nearest } = textShards(core, locale, chain, group);
  const load = async (name: string | undefined): Promise<TextShard | undefined> => (name === undefined ? undefined : core.shards.get<TextShard>(name));
  const [general, local] = await Promise.all([load(everywhere), load(nearest)]);
  const own = <T>(records: Readonly<Record<string, T>> | undefined): T | undefined => (records && Object.hasOwn(records, id) ? records[id] : undefined);
  const from = own(local?.data) ? local : general;
  return { general: own(general?.topics), local: own(local?.topics), topic: own(from?.data), laws: from?.laws ?? {} };
}

/** Where the texts of a group are for a place and a language: what holds everywhere, and in the nearest place that has some. */
function textShards(core: Core, locale: string, chain: readonly string[], group: string): { general: string | undefined; local: string | undefined } {
  const languages = fallbackChain(locale, core.bundled.locales);
  const first = (names: readonly string[]): string | undefined => names.find((candidate) => core.shards.has(candidate));
  return {
    general: first(languages.map((language) => `text.${language}.${group}`)),
    local: first(chain.flatMap((place) => languages.map((language) => `place.${place}.${language}.${group}`))),
  };
}

/**
 * The shards from which every question about a place is answered in a language, and in English: what a device keeps to do without a network. The first
 * are needed by every page. Empty when there is no such place or language.
 */
export function shardsToKeep(place: string, locale: string, core: Core): string[] {
  const { places, locales, shards } = core.bundled;
  const chain = Object.hasOwn(places, place) ? (places[place]?.chain ?? []) : [];
  if (chain.length === 0 || !Object.hasOwn(locales, locale)) return [];
  const groups = [...new Set(Object.keys(shards).flatMap((name) => /^(?:text|place\.[^.]+)\.[^.]+\.(.+)$/.exec(name)?.[1] ?? []))];
  const inLanguage = (tag: string): (string | undefined)[] => [
    ...['index', 'commitments'].map((kind) => shardIn(kind, tag, core)),
    ...groups.flatMap((group) => Object.values(textShards(core, tag, chain, group))),
  ];
  const words = fallbackChain(locale, locales).flatMap((tag) => [`ui.${tag}`, `desk.${tag}`]);
  const wanted = [...words, `place.${place}`, ...inLanguage(locale), ...inLanguage('en'), 'coverage', 'laws', 'duties', 'networks'];
  return [...new Set(wanted.filter((name) => name !== undefined && core.shards.has(name)))] as string[];
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
