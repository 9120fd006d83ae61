/** Which doors serve a topic, and whether they are open at this moment. */
import { type Clock, type OpenState, openAt } from './hours.ts';
import { metresBetween } from './position.ts';
import type { Position } from './question.ts';
import type { CompiledService, PlaceShard } from './shard-types.ts';
import { readWords } from './text.ts';
import { unmet, type Wish } from './wishes.ts';

export interface ServiceCard extends CompiledService {
  /** Its review is overdue: what could have changed is withheld. */
  readonly overdue: boolean;
  readonly open: OpenState;
  /** Metres as the crow flies, when the person gave a position and a source gives the coordinates. */
  readonly distance?: number;
}

/** More help nobody. */
const mostDoors = 6;

/** What a door is looked for with. */
interface Wanted {
  readonly topic: string;
  /** Of services, the most fitting first. */
  readonly categories: readonly string[];
  readonly wishes: readonly Wish[];
  readonly position?: Position | undefined;
}

/** The doors for a topic: those with all that was wished for first, then those named for it, then by the order of its categories, then open, then without papers. */
export function servicesFor(wanted: Wanted, services: readonly CompiledService[], clock: Clock): ServiceCard[] {
  return services
    .filter((service) => service.topics.includes(wanted.topic) || service.categories.some((category) => wanted.categories.includes(category)))
    .map((service) => cardOf(service, clock, wanted.position))
    .sort((a, b) => compareCards(a, b, wanted))
    .slice(0, mostDoors);
}

/** A service by the words of one of its names. */
export interface NamedService {
  readonly words: string;
  readonly service: CompiledService;
}

/** The names of services, whole or up to a dash or bracket ("saier", "undok"), made once for a place. */
function serviceNames(services: readonly CompiledService[]): NamedService[] {
  return services.flatMap((service) =>
    [service.name, service.alternate_name ?? '']
      .flatMap((name) => [name, ...name.split(/\s[-–]\s|[()/:]/)])
      .map((name) => readWords(name).join(' '))
      .filter((name) => name.length >= shortestName)
      .map((name) => ({ words: ` ${name} `, service })),
  );
}

/** A place ready to answer for. */
export interface OpenPlace extends PlaceShard {
  readonly names: readonly NamedService[];
  readonly closedOn: ReadonlySet<string>;
}

export function openPlace(shard: PlaceShard): OpenPlace {
  return { ...shard, names: serviceNames(shard.services), closedOn: new Set(shard.holidays) };
}

/** Services that the words of a text name. */
export function servicesNamed(tokens: readonly string[], names: readonly NamedService[], clock: Clock): ServiceCard[] {
  const asked = ` ${tokens.join(' ')} `;
  const named = names.filter(({ words }) => asked.includes(words)).map(({ service }) => service);
  return [...new Set(named)].map((service) => cardOf(service, clock));
}

/** Shorter names are ordinary words too often. */
const shortestName = 4;

/** A card as it may be shown: once its review is overdue, only name and website are left. */
export function cardOf(service: CompiledService, clock: Clock, position?: Position): ServiceCard {
  if (clock.now.day > service.reviewDue) return { ...withheld(service), overdue: true, open: { state: 'unknown' } };
  const distance = position ? distanceTo(service, position) : undefined;
  return { ...service, overdue: false, open: openAt(service, clock), ...(distance === undefined ? {} : { distance }) };
}

function withheld({ email: _, minimum_age: _min, maximum_age: _max, askAt, ...service }: CompiledService): CompiledService {
  const unknown = { fee: 'unknown', papers: 'unknown', data_shared: 'unknown', eligibility: ['other'], access: ['unknown'] };
  const named = askAt && { askAt: { name: askAt.name, ...(askAt.url ? { url: askAt.url } : {}) } };
  return { ...service, ...named, ...unknown, phones: [], schedules: [], locations: [], languages: [], always_open: false };
}

function compareCards(a: ServiceCard, b: ServiceCard, { topic, categories, wishes }: Wanted): number {
  const order = (card: ServiceCard): number[] => [
    unmet(wishes, card),
    card.topics.includes(topic) ? 0 : 1,
    card.distance ?? Number.MAX_SAFE_INTEGER,
    bestRank(card.categories, categories),
    specialty(card.categories, categories),
    card.trust === 'to-confirm' ? 1 : 0,
    card.open.state === 'closed' ? 1 : 0,
    card.papers === 'none' ? 0 : 1,
  ];
  const left = order(a);
  const right = order(b);
  for (const [i, value] of left.entries()) {
    const difference = value - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

function bestRank(own: readonly string[], wanted: readonly string[]): number {
  const ranks = own.map((category) => wanted.indexOf(category)).filter((rank) => rank >= 0);
  return ranks.length > 0 ? Math.min(...ranks) : wanted.length;
}

/** How far down its own list a service names what is wanted: its main work comes first. */
function specialty(own: readonly string[], wanted: readonly string[]): number {
  const at = own.findIndex((category) => wanted.includes(category));
  return at < 0 ? own.length : at;
}

function distanceTo(service: CompiledService, from: Position): number | undefined {
  const distances = service.locations.flatMap((location) =>
    location.latitude === undefined || location.longitude === undefined
      ? []
      : [metresBetween(from, { latitude: location.latitude, longitude: location.longitude })],
  );
  return distances.length > 0 ? Math.round(Math.min(...distances)) : undefined;
}
