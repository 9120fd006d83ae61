/** What there is to choose from, for who would rather press a button than ask: topics, doors, places. */
import type { Core } from './core.ts';
import { localTime } from './hours.ts';
import { metresBetween } from './position.ts';
import type { Position, Question } from './question.ts';
import { cardOf, type OpenPlace, type ServiceCard, servicesFor } from './service.ts';
import type { Bundled, IndexedTopic } from './shard-types.ts';
import { readWords } from './text.ts';
import { loadIndex, loadPlace } from './texts.ts';

/** All topics with their titles in a listed language. Throws ShardError. */
export async function topicsIn(locale: string, core: Core): Promise<readonly IndexedTopic[]> {
  return (await loadIndex(core, locale)).topics;
}

/** The groups of some topics, those in which most is asked about first. Vocabulary: group. */
export function groupsOf(topics: readonly IndexedTopic[]): string[] {
  const sizes = [...Map.groupBy(topics, ({ group }) => group)].map(
    ([group, own]) => [group, own.filter(({ isMostAsked }) => isMostAsked).length, own.length] as const,
  );
  return sizes.sort(([, asked, all], [, less, few]) => less - asked || few - all).map(([group]) => group);
}

/** The kinds of doors a place has, by how many of each. Vocabulary: service_category. Throws ShardError. */
export async function doorKinds(place: string, core: Core): Promise<string[]> {
  const counts = new Map<string, number>();
  const { services } = await loadPlace(core, place);
  for (const kind of services.flatMap(({ categories }) => categories)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, fewer]) => fewer - many || (a < b ? -1 : 1)).map(([kind]) => kind);
}

/** The doors of one kind, best first, as they stand at that moment. Throws ShardError. */
export async function doorsOfKind(kind: string, place: string, askedAt: Question['askedAt'], core: Core): Promise<ServiceCard[]> {
  const shard = await loadPlace(core, place);
  return servicesFor({ topic: '', categories: [kind], wishes: [] }, shard.services, clockOf(shard, place, askedAt, core));
}

/** The doors whose coordinates a source gives, nearest first. Throws ShardError. */
export async function doorsNear(position: Position, place: string, askedAt: Question['askedAt'], core: Core): Promise<ServiceCard[]> {
  const shard = await loadPlace(core, place);
  const clock = clockOf(shard, place, askedAt, core);
  return shard.services
    .map((service) => cardOf(service, clock, position))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
}

/** The moment of asking on the clock of a place. */
export function clockOf(shard: OpenPlace, place: string, askedAt: string, { bundled }: Core) {
  return { now: localTime(askedAt, bundled.places[place]?.timezone ?? null), holidays: shard.closedOn };
}

/** Places of a level, by the name they have in a language. */
export function placesOf(level: 'city' | 'country', locale: string, { places, locales }: Bundled): string[] {
  const compare = new Intl.Collator(locales[locale]?.intl).compare;
  const name = (id: string): string => places[id]?.names[locale] ?? places[id]?.names.en ?? id;
  return Object.keys(places)
    .filter((id) => places[id]?.level === level)
    .sort((a, b) => compare(name(a), name(b)));
}

/**
 * Cities and countries one of whose names, in any language or spelling, begins with these words; cities first. Also by a name that is too
 * ordinary a word to mean the place in a question.
 */
export function findPlaces(text: string, { placeNames, bundled: { places } }: Core): string[] {
  const wanted = readWords(text).join(' ');
  if (!wanted) return [];
  const typed = text.trim().toLowerCase();
  const spoken = [...placeNames.values()].flat().filter(({ tokens }) => tokens.join(' ').startsWith(wanted));
  const written = Object.keys(places).filter((id) => Object.values(places[id]?.names ?? {}).some((name) => name.toLowerCase().startsWith(typed)));
  const levels = ['city', 'country'];
  const rank = (id: string): number => levels.indexOf(places[id]?.level ?? '');
  return [...new Set([...spoken.map(({ id }) => id), ...written])].filter((id) => rank(id) >= 0).sort((a, b) => rank(a) - rank(b));
}

/** Who is further from the middle of a city is not told to be in it. */
const cityReach = 40_000;

/** The listed city a position lies in or near, or null. */
export function cityAt(position: Position, { places }: Bundled): string | null {
  const near = Object.entries(places).flatMap(([id, { level, coordinates }]) =>
    level === 'city' && coordinates ? [{ id, metres: metresBetween(position, coordinates) }] : [],
  );
  const [nearest] = near.sort((a, b) => a.metres - b.metres);
  return nearest && nearest.metres <= cityReach ? nearest.id : null;
}
