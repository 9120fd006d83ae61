/** Places nest: a city lies in a country, a country in unions. Which one is a question about? */
import type { Bundled, BundledPlace } from './shard-types.ts';
import { readWords } from './text.ts';

export const world = 'un';

export type Places = Bundled['places'];

interface NamedPlace {
  readonly id: string;
  readonly tokens: readonly string[];
}

/** Names of all places in all languages by their first word, made once. */
export type PlaceNames = ReadonlyMap<string, readonly NamedPlace[]>;

export function createPlaceNames(places: Places): PlaceNames {
  const names = new Map<string, NamedPlace[]>();
  for (const [id, place] of Object.entries(places)) {
    if (place.level !== 'city' && place.level !== 'country' && place.level !== 'region') continue;
    for (const name of place.spoken) {
      const tokens = readWords(name);
      const [first] = tokens;
      if (!first) continue;
      const list = names.get(first) ?? [];
      list.push({ id, tokens });
      list.sort((a, b) => b.tokens.length - a.tokens.length);
      names.set(first, list);
    }
  }
  return names;
}

/** Arabic writes "in", "to", "and" onto the name; a name may begin with one of these letters itself. */
const arabicPrefixes = ['ب', 'ل', 'و', 'ف', 'وب', 'ول'];
const shortestPrefixed = 3;

/** The places a text names, cities before countries. */
export function placesInText(tokens: readonly string[], names: PlaceNames, places: Places): string[] {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const name = nameAt(tokens, at, names, places);
    if (!name) continue;
    found.add(name.id);
    at += name.tokens.length - 1;
  }
  const isCity = (id: string): number => (places[id]?.level === 'city' ? 0 : 1);
  return [...found].sort((a, b) => isCity(a) - isCity(b));
}

function nameAt(tokens: readonly string[], at: number, names: PlaceNames, places: Places): NamedPlace | undefined {
  const token = tokens[at] ?? '';
  const found = names.get(token) ?? prefixed(token, names) ?? inflected(token, names, places);
  return found?.find((name) => name.tokens.slice(1).every((part, i) => tokens[at + 1 + i] === part));
}

function prefixed(token: string, names: PlaceNames): readonly NamedPlace[] | undefined {
  for (const prefix of arabicPrefixes) {
    const found = token.startsWith(prefix) && token.length >= prefix.length + shortestPrefixed ? names.get(token.slice(prefix.length)) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Many languages write "in" and "from" behind the name ("Bécsben", "Viyana'dan"). Names of countries grow into peoples so ("Austrian"), and short ones into other words. */
const shortestInflected = 5;
const longestEnding = 4;

function inflected(token: string, names: PlaceNames, places: Places): NamedPlace[] | undefined {
  for (let length = token.length - 1; length >= Math.max(shortestInflected, token.length - longestEnding); length--) {
    const found = names.get(token.slice(0, length))?.filter(({ id, tokens }) => tokens.length === 1 && places[id]?.level === 'city');
    if (found && found.length > 0) return found;
  }
  return undefined;
}

export interface ResolvedPlace {
  readonly id: string;
  readonly place: BundledPlace;
  /** What was asked for, when it is not listed. */
  readonly notListed?: string;
}

/**
 * The place to answer for: the one the text names, else the one that was set, else the world. A text that also names the place that was
 * set, or what it lies in, keeps it. Of several other places it is what they share. A city that is not listed gets its country, a country
 * that is not listed its union, anything else unknown the world.
 */
export function resolvePlace(tokens: readonly string[], asked: string | undefined, names: PlaceNames, places: Places): ResolvedPlace {
  const set = listed(asked, places);
  const named = placesInText(tokens, names, places);
  const own = placeAt(set.id, places).chain;
  if (named.length === 0 || named.some((id) => own.includes(id))) return { ...set, place: placeAt(set.id, places) };
  const id = named.reduce((shared, other) => sharedBy(shared, other, places));
  return { id, place: placeAt(id, places) };
}

/** The nearer of the two when one lies in the other, else the nearest both lie in. */
function sharedBy(one: string, other: string, places: Places): string {
  const chain = placeAt(one, places).chain;
  if (placeAt(other, places).chain.includes(one)) return other;
  return chain.includes(other) ? one : (chain.find((id) => placeAt(other, places).chain.includes(id)) ?? world);
}

function listed(asked: string | undefined, places: Places): { id: string; notListed?: string } {
  if (!asked) return { id: world };
  const id = asked.toLowerCase();
  if (Object.hasOwn(places, id)) return { id };
  const country = id.split('/')[0] ?? '';
  if (Object.hasOwn(places, country)) return { id: country, notListed: asked };
  const unions = Object.keys(places).filter((union) => placeAt(union, places).members.includes(country));
  const nearest = unions.find((union) => unions.every((other) => placeAt(union, places).chain.includes(other)));
  return { id: nearest ?? world, notListed: asked };
}

function placeAt(id: string, places: Places): BundledPlace {
  const place = places[id];
  if (!place) throw new Error(`no place ${id}`);
  return place;
}
