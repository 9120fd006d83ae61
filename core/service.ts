/** Which doors serve a topic, and whether they are open at this moment. */
import { dayOf } from './facts.ts';
import type { Position } from './question.ts';
import type { Schedule } from './schema/service.ts';
import type { CompiledService } from './shard-types.ts';
import { fold, words } from './text.ts';

export type OpenState =
  | { readonly state: 'open'; readonly until: string | null }
  | { readonly state: 'closed'; readonly opens: { readonly weekday: number; readonly at: string } | null }
  | { readonly state: 'unknown' };

export interface ServiceCard extends CompiledService {
  readonly open: OpenState;
  /** Metres as the crow flies, when the person gave a position and a source gives the coordinates. */
  readonly distance?: number;
}

export interface Clock {
  readonly askedAt: string;
  readonly timezone: string | null;
  readonly holidays: readonly string[];
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

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
    .sort((a, b) => compareCards(a, b, topic, categories));
}

/** Services whose name stands in the text, whole or up to a dash or bracket ("saier", "undok"). */
export function servicesNamed(text: string, services: readonly CompiledService[], clock: Clock): ServiceCard[] {
  const asked = ` ${words(fold(text)).join(' ')} `;
  const isNamed = (service: CompiledService): boolean =>
    [service.name, service.alternate_name ?? '']
      .flatMap((name) => [name, ...name.split(/\s[-–]\s|[()/:]/)])
      .map((name) => words(fold(name)).join(' '))
      .some((name) => name.length >= shortestName && asked.includes(` ${name} `));
  return services.filter(isNamed).map((service) => cardOf(service, clock));
}

/** Shorter names are ordinary words too often. */
const shortestName = 4;

/** A card as it may be shown: once its review is overdue, phones, hours and addresses are withheld. */
export function cardOf(service: CompiledService, clock: Clock, position?: Position): ServiceCard {
  if (dayOf(clock.askedAt, clock.timezone) > service.reviewDue) {
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

interface LocalTime {
  readonly day: string;
  readonly weekday: number;
  readonly dayOfMonth: number;
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(moment: number, timezone: string): LocalTime {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timezone, format);
  }
  const [day = '', time = ''] = format.format(new Date(moment)).split(', ');
  return { day, time, weekday: new Date(`${day}T00:00:00Z`).getUTCDay(), dayOfMonth: Number(day.slice(8)) };
}

const dayMilliseconds = 86_400_000;

/** Unknown when no hours were seen, and on public holidays, when hours often differ. */
export function openAt(service: CompiledService, clock: Clock): OpenState {
  if (service.always_open) return { state: 'open', until: null };
  if (service.schedules.length === 0 || !clock.timezone) return { state: 'unknown' };
  const asked = Date.parse(clock.askedAt);
  const now = localTime(asked, clock.timezone);
  if (clock.holidays.includes(now.day)) return { state: 'unknown' };
  const today = service.schedules.filter((schedule) => runsOn(schedule, now));
  const current = today.find((schedule) => schedule.opens_at <= now.time && now.time < closing(schedule));
  if (current) return { state: 'open', until: current.closes_at };
  return { state: 'closed', opens: nextOpening(service.schedules, asked, clock) };
}

function closing(schedule: Schedule): string {
  return schedule.closes_at === '00:00' ? '24:00' : schedule.closes_at;
}

function nextOpening(schedules: readonly Schedule[], asked: number, clock: Clock): { weekday: number; at: string } | null {
  const timezone = clock.timezone ?? 'UTC';
  const now = localTime(asked, timezone);
  for (let ahead = 0; ahead <= 31; ahead++) {
    const day = localTime(asked + ahead * dayMilliseconds, timezone);
    if (clock.holidays.includes(day.day)) continue;
    const at = schedules
      .filter((schedule) => runsOn(schedule, day) && (ahead > 0 || schedule.opens_at > now.time))
      .map((schedule) => schedule.opens_at)
      .sort()[0];
    if (at) return { weekday: day.weekday, at };
  }
  return null;
}

function runsOn(schedule: Schedule, day: LocalTime): boolean {
  if (schedule.valid_from && day.day < schedule.valid_from) return false;
  if (schedule.valid_to && day.day > schedule.valid_to) return false;
  const name = weekdays[day.weekday] ?? '';
  return schedule.byday.split(',').some((entry) => {
    if (!entry.endsWith(name)) return false;
    const nth = Number(entry.slice(0, -2) || 0);
    return schedule.freq === 'WEEKLY' || nth === 0 || nth === Math.ceil(day.dayOfMonth / 7);
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
