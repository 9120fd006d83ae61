import { describe, expect, it } from 'vitest';
import { countOut } from '../../core/deadline.ts';
import { type Answered, ask, countable, lastDay, openCore } from '../../core/index.ts';
import { compileAtlantis } from '../fixtures/atlantis/index.ts';

const today = '2026-11-22';
const holidays = new Set(['2026-12-08', '2026-12-25', '2027-01-01', '2027-01-06']);
const count = (value: number, unit: string, from: string, closed: ReadonlySet<string> = holidays) => countOut({ unit, value }, from, closed, today);

describe('a time limit is counted out twice: in time under any rule, and the last day in the calendar', () => {
  it.each([
    // From a Monday: the day itself as the first ends on a Sunday, so Friday is safe; the day after as the first ends on Monday.
    [14, 'days', '2026-11-02', '2026-11-13', '2026-11-16'],
    [2, 'weeks', '2026-11-02', '2026-11-13', '2026-11-16'],
    // Wednesday to Tuesday and Wednesday, no weekend near.
    [1, 'weeks', '2026-11-18', '2026-11-24', '2026-11-25'],
    // The end is a public holiday; the day before is a Thursday and open.
    [1, 'months', '2026-11-25', '2026-12-24', '2026-12-25'],
    // The cautious end is a public holiday (a Tuesday): back to Monday.
    [1, 'months', '2026-11-09', '2026-12-07', '2026-12-09'],
    // A month without that day ends on its last one.
    [1, 'months', '2027-01-31', '2027-02-26', '2027-02-28'],
    [1, 'years', '2024-02-29', '2025-02-27', '2025-02-28'],
    [18, 'months', '2026-08-31', '2028-02-28', '2028-02-29'],
    // Twenty working days from Thursday: without Saturdays and holidays to the Friday five weeks on; Saturdays counted, eight days sooner.
    [20, 'working-days', '2026-11-19', '2026-12-11', '2026-12-18'],
    // A letter of a Saturday with one day: there is no open day in between, so that day itself.
    [1, 'days', '2026-11-21', '2026-11-21', '2026-11-22'],
    [3, 'days', '2026-11-21', '2026-11-23', '2026-11-24'],
  ])('%i %s from %s: safe until %s, over on %s', (value, unit, from, safe, end) => {
    expect(count(value, unit, from)).toMatchObject({ safe, end });
  });

  it('for all days of two years and all units, safe is open or the only day there is, never after the end, never before the beginning', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
      const from = new Date(at).toISOString().slice(0, 10);
      for (const unit of ['days', 'weeks', 'months', 'years', 'working-days'])
        for (const value of [1, 2, 5, 10, 20, 30]) {
          const found = count(value, unit, from);
          if (!found) throw new Error(`${value} ${unit}`);
          const weekday = new Date(found.safe).getUTCDay();
          const isOpen = weekday % 6 !== 0 && !holidays.has(found.safe);
          expect(found.safe <= found.end && found.safe >= from && (isOpen || value < 5), `${value} ${unit} from ${from}: ${JSON.stringify(found)}`).toBe(true);
        }
    }
  });

  it('names the public holidays it knows and the years it does not', () => {
    expect(count(1, 'months', '2026-11-25')?.holidays).toEqual(['2026-12-25']);
    expect(count(1, 'weeks', '2026-11-18')?.holidays).toEqual([]);
    expect(count(20, 'working-days', '2026-11-19')?.holidays).toEqual(['2026-12-08']);
    expect(count(1, 'months', '2026-12-20')?.unknownYears).toEqual([]);
    expect(count(2, 'years', '2026-12-20')?.unknownYears).toEqual(['2028']);
    expect(count(1, 'weeks', '2026-11-18', new Set())?.unknownYears).toEqual(['2026']);
  });

  it('says when it is over', () => {
    expect(count(1, 'weeks', '2026-11-02')?.isOver).toBe(true);
    expect(count(1, 'weeks', '2026-11-18')?.isOver).toBe(false);
  });

  it.each([
    ['hours', 48],
    ['age', 27],
    ['percent', 10],
    ['days', 0],
    ['days', 1.5],
  ])('%s: %d is no length of whole days', (unit, value) => expect(count(value, unit, '2026-11-02')).toBeNull());
});

describe('the time limit of an answer', async () => {
  const { emitted } = compileAtlantis();
  if (!emitted) throw new Error('Atlantis does not compile');
  const core = openCore(emitted.bundled, async (name) => new TextEncoder().encode(emitted.shards.get(name)).buffer as ArrayBuffer);
  const now = '2026-07-15T08:00:00Z';
  const answer = (await ask({ text: 'boss no pay me pearls', place: 'xa/poseidonis', reader: 'resident', askedAt: now, channel: 'web' }, core)) as Answered;

  it('is counted with the value in force and the closing days of the place', async () => {
    expect(countable(answer).map(({ id, countedFrom }) => [id, countedFrom])).toEqual([['complaint', 'letter']]);
    // One month; the fifteenth of August is a public holiday and a Saturday: Friday is safe.
    expect(await lastDay(answer, 'complaint', '2026-07-15', now, core)).toMatchObject({ safe: '2026-08-14', end: '2026-08-15', unknownYears: [] });
  });

  it.each([
    ['a day to come', 'complaint', '2026-07-16'],
    ['no day', 'complaint', '2026-02-30'],
    ['words', 'complaint', 'yesterday'],
    ['a slip of the hand', 'complaint', '0026-07-01'],
    ['another time limit', 'fee', '2026-07-01'],
  ])('%s gives nothing', async (_, id, from) => expect(await lastDay(answer, id, from, now, core)).toBeNull());
});
