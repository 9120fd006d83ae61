/** The small module inside the Worker: manifest, places with their lines, danger patterns, and the words that must be sayable when nothing loads. */
import { createHash } from 'node:crypto';
import type { Line, Place } from '../schema/place.ts';
import { type Bundled, type BundledPlace, type BundledUrgent, type LocaleInfo, shardFormat } from '../shard-types.ts';
import { digestBytes } from '../shards.ts';
import { readWords } from '../text.ts';
import type { Corpus } from './corpus.ts';
import { languageModel } from './language-model.ts';
import { chainOf } from './resolve.ts';
import { packUrgent, urgentSources } from './urgent-patterns.ts';

export function localesOf(corpus: Corpus): Record<string, LocaleInfo> {
  return Object.fromEntries(
    [...corpus.locales].map(([tag, { data }]) => {
      const { months, date, languages, ...info } = data.$locale;
      return [tag, { ...info, ...(months ? { months } : {}), ...(date ? { date } : {}), ...(languages ? { languages } : {}) }];
    }),
  );
}

export function bundle(corpus: Corpus, shards: ReadonlyMap<string, string>): Bundled {
  const digests = Object.fromEntries([...shards].map(([name, text]) => [name, sha256(text).slice(0, 2 * digestBytes)]));
  const each = <T, U>(map: ReadonlyMap<string, T>, make: (value: T, id: string) => U): Record<string, U> =>
    Object.fromEntries([...map].map(([id, value]) => [id, make(value, id)]));
  const everyday = new Set([...corpus.languages.values()].flatMap(({ data }) => data.stop_words.flatMap(readWords)));
  const content = {
    format: shardFormat,
    shards: digests,
    locales: localesOf(corpus),
    essential: each(corpus.locales, ({ data }) => data.essential),
    places: each(corpus.places, (_, id) => bundledPlace(id, everyday, corpus)),
    urgent: each(
      corpus.urgent,
      ({ urgent, words }): BundledUrgent => ({
        ...urgent.data,
        words: each(words, ({ data }) => ({ title: data.title, say: data.say })),
      }),
    ),
    danger: packUrgent(urgentSources(corpus)),
    languages: each(corpus.languages, ({ data }) => ({ script: data.script, negation: data.negation })),
    languageModel: languageModel(corpus),
  };
  return { ...content, version: sha256(JSON.stringify(content)).slice(0, 16) };
}

function bundledPlace(id: string, everyday: ReadonlySet<string>, corpus: Corpus): BundledPlace {
  const chain = chainOf(id, corpus);
  const places = chain.flatMap((place) => corpus.places.get(place)?.place.data ?? []);
  const first = <T>(pick: (place: (typeof places)[number]) => T | undefined): T | null => places.map(pick).find((value) => value !== undefined) ?? null;
  const lines = new Map<string, Line>();
  for (const line of places.flatMap((place) => place.lines)) {
    const key = `${line.kind} ${line.number.replaceAll(' ', '')}`;
    if (!lines.has(key)) lines.set(key, line);
  }
  const [own] = places;
  const editor = first(({ editor_contact: contact }) => (contact === 'operator' ? undefined : contact));
  return {
    level: own?.level ?? 'city',
    names: own?.names ?? {},
    spoken: own ? spokenNames(own, everyday) : [],
    chain,
    timezone: first((place) => place.timezone),
    ...(own?.coordinates ? { coordinates: { latitude: own.coordinates.latitude, longitude: own.coordinates.longitude } } : {}),
    languages: first((place) => (place.languages.length > 0 ? place.languages : undefined)) ?? [],
    members: own?.members ?? [],
    lines: emergencyFirst([...lines.values()]),
    ask: first((place) => place.ask),
    ...(editor ? { editor } : {}),
  };
}

/**
 * Names by which a text may mean the place. A name that is an everyday word of some language (the Persian Vienna is the Arabic "where") is none of them,
 * nor are three Latin letters without their accents (the Vietnamese Germany is the Romanian "I go"), unless an editor lists them as an alias.
 */
function spokenNames({ names, aliases }: Place, everyday: ReadonlySet<string>): string[] {
  const telling = Object.values(names).filter((name) => !/^[a-z]{1,3}$/.test(readWords(name).join(' ')));
  return [...new Set([...telling, ...aliases])].filter((name) => !everyday.has(readWords(name).join(' ')));
}

function emergencyFirst(lines: readonly Line[]): Line[] {
  return [...lines.filter((line) => line.kind === 'emergency'), ...lines.filter((line) => line.kind !== 'emergency')];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
