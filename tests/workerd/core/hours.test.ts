import { describe, expect, it } from 'vitest';
import { localTime, openAt } from '../../../core/hours.ts';

const weekly = { freq: 'WEEKLY' as const, byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '14:00' };
const at = (moment: string, schedules: Parameters<typeof openAt>[0]['schedules'], holidays: string[] = [], timezone: string | null = 'Europe/Madrid') =>
  openAt({ always_open: false, schedules }, { now: localTime(moment, timezone), holidays: new Set(holidays) });

describe('local time', () => {
  it.each([
    ['2026-01-15T23:30:00Z', 'Europe/Madrid', '2026-01-16', '00:30', 5],
    ['2026-07-15T22:30:00Z', 'Europe/Vienna', '2026-07-16', '00:30', 4],
    ['2026-03-29T00:59:00Z', 'Europe/Madrid', '2026-03-29', '01:59', 0],
    ['2026-03-29T01:00:00Z', 'Europe/Madrid', '2026-03-29', '03:00', 0],
    ['2026-10-25T00:59:00Z', 'Europe/Madrid', '2026-10-25', '02:59', 0],
    ['2026-10-25T01:00:00Z', 'Europe/Madrid', '2026-10-25', '02:00', 0],
    ['2026-07-15T12:00:00+05:45', 'Asia/Kathmandu', '2026-07-15', '12:00', 3],
    ['2026-07-15T23:59:00Z', null, '2026-07-15', '23:59', 3],
  ])('%s in %s is %s %s', (moment, timezone, day, time, weekday) => expect(localTime(moment, timezone)).toEqual({ day, time, weekday }));
});

describe('a door', () => {
  it('is open from the first minute to before the last', () => {
    expect(at('2026-11-23T07:59:00Z', [weekly])).toEqual({ state: 'closed', opens: { day: '2026-11-23', weekday: 1, ahead: 0, at: '09:00' } });
    expect(at('2026-11-23T08:00:00Z', [weekly])).toEqual({ state: 'open', until: '14:00' });
    expect(at('2026-11-23T13:00:00Z', [weekly])).toEqual({ state: 'closed', opens: { day: '2026-11-24', weekday: 2, ahead: 1, at: '09:00' } });
  });

  it('opens again after the weekend and after a holiday', () => {
    expect(at('2026-11-21T10:00:00Z', [weekly])).toMatchObject({ state: 'closed', opens: { weekday: 1, ahead: 2 } });
    expect(at('2026-11-20T15:00:00Z', [weekly], ['2026-11-23'])).toMatchObject({ state: 'closed', opens: { weekday: 2, ahead: 4 } });
  });

  it('is unknown on a holiday and without hours', () => {
    expect(at('2026-11-23T09:00:00Z', [weekly], ['2026-11-23'])).toEqual({ state: 'unknown' });
    expect(at('2026-11-23T09:00:00Z', [])).toEqual({ state: 'unknown' });
  });

  it('keeps afternoons, seasons, midnight and the second Tuesday of a month', () => {
    expect(at('2026-11-23T16:00:00Z', [weekly, { ...weekly, opens_at: '16:00', closes_at: '19:00' }])).toEqual({ state: 'open', until: '19:00' });
    expect(at('2026-11-23T09:00:00Z', [{ ...weekly, valid_from: '2026-12-01' }]).state).toBe('closed');
    expect(at('2026-11-23T22:30:00Z', [{ ...weekly, opens_at: '20:00', closes_at: '00:00' }])).toEqual({ state: 'open', until: '00:00' });
    const second = { freq: 'MONTHLY' as const, byday: '2TU', opens_at: '10:00', closes_at: '12:00' };
    expect(at('2026-11-10T10:00:00Z', [second]).state).toBe('open');
    expect(at('2026-11-17T10:00:00Z', [second])).toMatchObject({ state: 'closed', opens: { day: '2026-12-08', ahead: 21 } });
    const night = { ...weekly, opens_at: '20:00', closes_at: '06:00' };
    expect(at('2026-11-23T22:30:00Z', [night])).toEqual({ state: 'open', until: '06:00' });
    expect(at('2026-11-24T04:59:00Z', [night])).toEqual({ state: 'open', until: '06:00' });
    expect(at('2026-11-24T05:00:00Z', [night]).state).toBe('closed');
    expect(at('2026-11-23T04:00:00Z', [night]).state).toBe('closed');
  });

  it('is always open when a source says day and night', () => {
    expect(
      openAt({ always_open: true, schedules: [] }, { now: localTime('2026-12-25T03:00:00Z', 'Europe/Madrid'), holidays: new Set(['2026-12-25']) }),
    ).toEqual({ state: 'open', until: null });
  });
});
