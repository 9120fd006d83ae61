/** Which shard holds the text for a person: their language, else its fallbacks; their place, else the places above it. */
import type { Core } from './core.ts';
import { fallbackChain } from './locale.ts';
import type { TextShard, TopicText } from './shard-types.ts';

export interface Texts {
  /** What holds everywhere. */
  readonly general: TopicText | undefined;
  /** What holds in the place and above it, already nearest first, section by section. */
  readonly local: TopicText | undefined;
}

export async function loadTexts(core: Core, locale: string, chain: readonly string[], topic: string, group: string): Promise<Texts> {
  const languages = fallbackChain(locale, core.bundled.locales);
  const first = (names: readonly string[]): string | undefined => names.find((name) => core.shards.has(name));
  const generalName = first(languages.map((language) => `text.${language}.${group}`));
  const localName = first(chain.flatMap((place) => languages.map((language) => `place.${place}.${language}`)));
  const load = async (name: string | undefined): Promise<TopicText | undefined> => {
    if (!name) return undefined;
    const { topics } = await core.shards.get<TextShard>(name);
    return Object.hasOwn(topics, topic) ? topics[topic] : undefined;
  };
  const [general, local] = await Promise.all([load(generalName), load(localName)]);
  return { general, local };
}
