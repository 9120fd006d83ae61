/** Weekly counts in D1: what was answered, and whether it was clear. A count is never worth waiting for: nothing here throws or blocks an answer. */
import type { Answer } from '../core/index.ts';
import { Access, type Database, type Statement } from './database.ts';

/** What can be tapped below an answer. */
export const taps = ['clear', 'unclear', 'wrong'] as const;
export type Tap = (typeof taps)[number];

export interface Feedback {
  /** Was this clear, or is something wrong or missing? */
  tap(place: string, topic: string, tap: Tap): Promise<void>;
  /** An answer was given. */
  answered(answer: Answer): Promise<void>;
}

/** No cell below this is ever shown. */
export const smallestCell = 10;

/** Writes a minute and isolate; what comes faster is a flood and not counted, so that it cannot use up the database. */
const mostWrites = 60;
const minute = 60_000;
const kept = 53 * 7 * 24 * 60 * minute;

/** `now` in milliseconds. */
export function openFeedback(db: Database, now: () => number): Feedback {
  let [since, writes] = [0, 0];
  let isSwept = false;
  const write = async (statements: (week: string) => Statement[]): Promise<void> => {
    if (now() - since >= minute) [since, writes] = [now(), 0];
    if (++writes > mostWrites) return;
    const old = isSwept ? [] : ['topic_counts', 'language_counts'].map((table) => db.prepare(`DELETE FROM ${table} WHERE week < ?`).bind(weekOf(now() - kept)));
    try {
      await new Access(db).inTime((access) => access.batch([...statements(weekOf(now())), ...old]));
      isSwept = true;
    } catch {
      // Not counted.
    }
  };
  const topicCount = (week: string, place: string, topic: string, outcome: string): Statement =>
    db.prepare(addTo('topic_counts', 'topic, outcome')).bind(week, place, topic, outcome);
  return {
    tap: (place, topic, tap) => write((week) => [topicCount(week, place, topic, tap)]),
    answered: (answer) =>
      write((week) => [
        topicCount(week, answer.place, answer.outcome === 'answered' || answer.outcome === 'where' ? answer.topic.id : '', answer.outcome),
        db.prepare(addTo('language_counts', 'language')).bind(week, answer.place, answer.locale),
      ]),
  };
}

function addTo(table: string, cell: string): string {
  const marks = cell.replace(/\w+/g, '?');
  return `INSERT INTO ${table} (week, place, ${cell}, n) VALUES (?, ?, ${marks}, 1) ON CONFLICT (week, place, ${cell}) DO UPDATE SET n = n + 1`;
}

/** The Monday of the week, UTC, ISO 8601. */
export function weekOf(moment: number): string {
  const date = new Date(moment);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

export interface Counted {
  readonly week: string;
  readonly what: string;
  readonly outcome: string;
  readonly n: number;
}

/** The weeks of a place, newest first. What is too small to be shown does not leave the database. `place` is an id: no quote stands in one. */
export function countsOf(place: string): string {
  const from = (table: string, what: string, outcome: string): string =>
    `SELECT week, ${what} AS what, ${outcome} AS outcome, n FROM ${table} WHERE place = '${place}' AND n >= ${smallestCell}`;
  return `${from('topic_counts', 'topic', 'outcome')} UNION ALL ${from('language_counts', 'language', "'language'")} ORDER BY week DESC, outcome, n DESC`;
}

/** A line each, for a terminal. */
export function countLines(rows: readonly Counted[], place: string): string[] {
  const notice = `Cells below ${smallestCell} are not shown.`;
  if (rows.length === 0) return [`Nothing to show for ${place}. ${notice}`];
  const widest = Math.max(...rows.map(({ what }) => what.length));
  return [
    `${place}, by week (its Monday). ${notice}`,
    ...rows.map(({ week, what, outcome, n }) => `${week}  ${outcome.padEnd(9)}  ${(what || '-').padEnd(widest)}  ${n}`),
  ];
}
