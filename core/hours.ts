/** Opening hours on the clock of the place. */
import type { Schedule, Service } from './schema/service.ts';

export type OpenState =
  | { readonly state: 'open'; readonly until: string | null }
  /** `opens.ahead`: in how many days. */
  | { readonly state: 'closed'; readonly opens: { readonly day: string; readonly weekday: number; readonly ahead: number; readonly at: string } | null }
  | { readonly state: 'unknown' };

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

/** Sunday is nought. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const dayMilliseconds = 86_400_000;

/** Unknown when no hours were seen, and on public holidays, when hours often differ. */
export function openAt(service: Pick<Service, 'always_open' | 'schedules'>, { now, holidays }: Clock): OpenState {
  if (service.always_open) return { state: 'open', until: null };
  if (service.schedules.length === 0 || holidays.has(now.day)) return { state: 'unknown' };
  const yesterday = { day: shift(now.day, -1), weekday: (now.weekday + 6) % 7 };
  const current =
    service.schedules.find((schedule) => runsOn(schedule, now) && schedule.opens_at <= now.time && (isOvernight(schedule) || now.time < schedule.closes_at)) ??
    service.schedules.find((schedule) => isOvernight(schedule) && runsOn(schedule, yesterday) && now.time < schedule.closes_at);
  if (current) return { state: 'open', until: current.closes_at };
  return { state: 'closed', opens: nextOpening(service.schedules, now, holidays) };
}

/** Closes at midnight or after it. */
function isOvernight(schedule: Schedule): boolean {
  return schedule.closes_at <= schedule.opens_at;
}

type Day = Pick<LocalTime, 'day' | 'weekday'>;

/** So many days later, or earlier. */
export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

const longestAhead = 31;

function nextOpening(schedules: readonly Schedule[], now: LocalTime, holidays: ReadonlySet<string>): (OpenState & { state: 'closed' })['opens'] {
  for (let ahead = 0; ahead <= longestAhead; ahead++) {
    const day = { day: shift(now.day, ahead), weekday: (now.weekday + ahead) % 7 };
    if (holidays.has(day.day)) continue;
    const at = schedules
      .filter((schedule) => runsOn(schedule, day) && (ahead > 0 || schedule.opens_at > now.time))
      .map((schedule) => schedule.opens_at)
      .sort()[0];
    if (at) return { ...day, ahead, at };
  }
  return null;
}

function runsOn(schedule: Schedule, { day, weekday }: Day): boolean {
  if ((schedule.valid_from && day < schedule.valid_from) || (schedule.valid_to && day > schedule.valid_to)) return false;
  const name = weekdays[weekday] ?? '';
  return schedule.byday.split(',').some((entry) => {
    if (!entry.endsWith(name)) return false;
    const nth = Number(entry.slice(0, -2) || 0);
    return schedule.freq === 'WEEKLY' || nth === 0 || nth === Math.ceil(Number(day.slice(8)) / 7);
  });
}
