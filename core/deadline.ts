/**
 * When a time limit runs out. How a country counts (does the day of the letter count, does a Sunday move the end?) is no rule of the corpus, so
 * two days are told: one that is in time under any of these rules, and the last one where every rule is in the person's favour but weekends move nothing.
 */
import type { Answered, Deadline } from './answer.ts';
import { isDay } from './assessment.ts';
import type { Core } from './core.ts';
import type { FactValue } from './facts.ts';
import { localTime, shift, weekdayOf } from './hours.ts';
import { loadPlace } from './texts.ts';

export interface LastDay {
  /** A working day on which it is not too late under any way of counting: the day it began is the first, and nothing moves the end. */
  readonly safe: string;
  /** The last day where the day after it began is the first. */
  readonly end: string;
  /** Public holidays that moved one of the two days, oldest first. */
  readonly holidays: readonly string[];
  /** Years of which no public holiday is known here. */
  readonly unknownYears: readonly string[];
  /** The safe day is over. */
  readonly isOver: boolean;
}

/** Time limits that a person can count from a day they know. */
export type CountableDeadline = Deadline & Required<Pick<Deadline, 'countedFrom'>>;

export function countable({ deadlines }: Pick<Answered, 'deadlines'>): CountableDeadline[] {
  return deadlines.filter((deadline): deadline is CountableDeadline => deadline.countedFrom !== undefined && plainEnd('2000-01-01', deadline.fact) !== null);
}

/**
 * The last days of a time limit that began on a day (ISO 8601) in the place of the answer. Null when that is no day, lies after `now`, or the
 * limit cannot be counted. Throws ShardError when the closing days of the place cannot be had.
 */
export async function lastDay(answer: Pick<Answered, 'place' | 'deadlines'>, id: string, from: string, now: string, core: Core): Promise<LastDay | null> {
  const deadline = countable(answer).find((one) => one.id === id);
  const today = localTime(now, core.bundled.places[answer.place]?.timezone ?? null).day;
  if (!deadline || !isDay(from) || from > today || from < oldest(today)) return null;
  const { closedOn } = await loadPlace(core, answer.place);
  return countOut(deadline.fact, from, closedOn, today);
}

/** Older letters are a slip of the hand. */
function oldest(today: string): string {
  return shiftMonths(today, -12 * 100);
}

/** Pure: `closedOn` holds public holidays. Null for a unit that is no length of whole days. */
export function countOut(fact: Pick<FactValue, 'unit' | 'value'>, from: string, closedOn: ReadonlySet<string>, today: string): LastDay | null {
  const plain = plainEnd(from, fact);
  if (plain === null) return null;
  const isOpen = (day: string): boolean => !isWeekend(day) && !closedOn.has(day);
  const inWorkingDays = fact.unit === 'working-days';
  const end = inWorkingDays ? workingDay(shift(from, 1), Number(fact.value), isOpen) : plain;
  // Some offices work on Saturdays: counted so, working days are over sooner.
  const shortest = inWorkingDays ? workingDay(from, Number(fact.value), (day) => weekdayOf(day) !== 0 && !closedOn.has(day)) : shift(plain, -1);
  const safe = backTo(from, shortest, isOpen);
  const years = Array.from({ length: Number(end.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, i) => String(Number(from.slice(0, 4)) + i));
  const known = new Set([...closedOn].map((day) => day.slice(0, 4)));
  return {
    safe,
    end,
    holidays: [...closedOn].filter((day) => !isWeekend(day) && day <= end && day >= (inWorkingDays ? from : shift(safe, 1))).sort(),
    unknownYears: years.filter((year) => !known.has(year)),
    isOver: safe < today,
  };
}

/** The end in the calendar, the day it began not counted; for working days a stand-in that says only that they can be counted. */
function plainEnd(from: string, { unit, value }: Pick<FactValue, 'unit' | 'value'>): string | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return null;
  if (unit === 'days' || unit === 'working-days') return shift(from, value);
  if (unit === 'weeks') return shift(from, 7 * value);
  if (unit === 'months') return shiftMonths(from, value);
  return unit === 'years' ? shiftMonths(from, 12 * value) : null;
}

/** The day with the same number in a later month, or the last one of a shorter month. */
function shiftMonths(day: string, months: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(number, length));
  return first.toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** The nth day from a day on, itself included, that counts. */
function workingDay(from: string, nth: number, counts: (day: string) => boolean): string {
  let day = from;
  for (let left = counts(day) ? nth - 1 : nth; left > 0; ) {
    day = shift(day, 1);
    if (counts(day)) left--;
  }
  return day;
}

/** The last open day from `first` to `last`; where none lies between, `last` itself. */
function backTo(first: string, last: string, isOpen: (day: string) => boolean): string {
  for (let day = last; day >= first; day = shift(day, -1)) if (isOpen(day)) return day;
  return last;
}
