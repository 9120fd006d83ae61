/** Which doors serve a topic, and whether they are open at this moment. */
import type { Position } from './question.ts';
import type { Schedule } from './schema/service.ts';
import type { CompiledService, PlaceShard } from './shard-types.ts';
import { readWords } from './text.ts';

export type OpenState =
  | { readonly state: 'open'; readonly until: string | null }
  | { readonly state: 'closed'; readonly opens: { readonly weekday: number; readonly at: string } | null }
  | { readonly state: 'unknown' };

export interface ServiceCard extends CompiledService {
  readonly open: OpenState;
  /** Metres as the crow flies, when the person gave a position and a source gives the coordinates. */
  readonly distance?: number;
}

/** The moment of asking on the clock of the place, worked out once for an answer. */
export interface Clock {
  readonly now: LocalTime;
  readonly holidays: ReadonlySet<string>;
}

export interface LocalTime {
  readonly day: string;
  readonly weekday: number;
  readonly time: string;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** More help nobody. */
const mostDoors = 6;

/** The doors for a topic: named for it first, then by the order of its categories, then open, then without papers. */
export function servicesFor(
  topic: string,
  categories: readonly string[],
  services: readonly CompiledService[],
  clock: Clock,
  position?: Position,
): ServiceCard[] {
  return services
    .filter((service) => service.status === 'active')
    .filter((service) => service.topics.includes(topic) || service.categories.some((category) => categories.includes(category)))
    .map((service) => cardOf(service, clock, position))
    .sort((a, b) => compareCards(a, b, topic, categories))
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

/** A card as it may be shown: once its review is overdue, phones, hours and addresses are withheld. */
export function cardOf(service: CompiledService, clock: Clock, position?: Position): ServiceCard {
  if (clock.now.day > service.reviewDue) {
    return { ...service, phones: [], schedules: [], locations: [], open: { state: 'unknown' } };
  }
  const distance = position ? distanceTo(service, position) : undefined;
  return { ...service, open: openAt(service, clock), ...(distance === undefined ? {} : { distance }) };
}

function compareCards(a: ServiceCard, b: ServiceCard, topic: string, categories: readonly string[]): number {
  const order = (card: ServiceCard): number[] => [
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

/** Offsets from UTC change only at quarters of an hour: one is worked out per zone and quarter. */
const quarter = 900_000;
const offsets = new Map<string, { readonly quarter: number; readonly offset: number }>();

/** The day and time of a moment (ISO 8601) in a time zone; UTC where the place has none. */
export function localTime(moment: string, timezone: string | null): LocalTime {
  const epoch = Date.parse(moment);
  const local = new Date(epoch + (timezone ? offsetAt(epoch, timezone) : 0)).toISOString();
  const day = local.slice(0, 10);
  return { day, time: local.slice(11, 16), weekday: weekdayOf(day) };
}

function offsetAt(epoch: number, timeZone: string): number {
  const block = Math.floor(epoch / quarter);
  const known = offsets.get(timeZone);
  if (known?.quarter === block) return known.offset;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = Date.parse(`${format.format(block * quarter).replace(' ', 'T')}Z`) - block * quarter;
  offsets.set(timeZone, { quarter: block, offset });
  return offset;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const dayMilliseconds = 86_400_000;

/** Unknown when no hours were seen, and on public holidays, when hours often differ. */
export function openAt(service: Pick<CompiledService, 'always_open' | 'schedules'>, { now, holidays }: Clock): OpenState {
  if (service.always_open) return { state: 'open', until: null };
  if (service.schedules.length === 0 || holidays.has(now.day)) return { state: 'unknown' };
  const today = service.schedules.filter((schedule) => runsOn(schedule, now.day, now.weekday));
  const current = today.find((schedule) => schedule.opens_at <= now.time && now.time < closing(schedule));
  if (current) return { state: 'open', until: current.closes_at };
  return { state: 'closed', opens: nextOpening(service.schedules, now, holidays) };
}

function closing(schedule: Schedule): string {
  return schedule.closes_at === '00:00' ? '24:00' : schedule.closes_at;
}

const longestAhead = 31;

function nextOpening(schedules: readonly Schedule[], now: LocalTime, holidays: ReadonlySet<string>): { weekday: number; at: string } | null {
  const start = Date.parse(`${now.day}T00:00:00Z`);
  for (let ahead = 0; ahead <= longestAhead; ahead++) {
    const day = new Date(start + ahead * dayMilliseconds).toISOString().slice(0, 10);
    const weekday = (now.weekday + ahead) % 7;
    if (holidays.has(day)) continue;
    const at = schedules
      .filter((schedule) => runsOn(schedule, day, weekday) && (ahead > 0 || schedule.opens_at > now.time))
      .map((schedule) => schedule.opens_at)
      .sort()[0];
    if (at) return { weekday, at };
  }
  return null;
}

function runsOn(schedule: Schedule, day: string, weekday: number): boolean {
  if ((schedule.valid_from && day < schedule.valid_from) || (schedule.valid_to && day > schedule.valid_to)) return false;
  const name = weekdays[weekday] ?? '';
  return schedule.byday.split(',').some((entry) => {
    if (!entry.endsWith(name)) return false;
    const nth = Number(entry.slice(0, -2) || 0);
    return schedule.freq === 'WEEKLY' || nth === 0 || nth === Math.ceil(Number(day.slice(8)) / 7);
  });
}

const earthMetres = 6_371_000;

function distanceTo(service: CompiledService, from: Position): number | undefined {
  const distances = service.locations.flatMap((location) =>
    location.latitude === undefined || location.longitude === undefined
      ? []
      : [haversine(from, { latitude: location.latitude, longitude: location.longitude })],
  );
  return distances.length > 0 ? Math.round(Math.min(...distances)) : undefined;
}

function haversine(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const latitude = radians(b.latitude - a.latitude);
  const longitude = radians(b.longitude - a.longitude);
  const chord = Math.sin(latitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.sqrt(chord));
}
