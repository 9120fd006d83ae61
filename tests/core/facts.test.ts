import { describe, expect, it } from 'vitest';
import { factOn } from '../../core/facts.ts';
import type { CompiledFact } from '../../core/shard-types.ts';

const fact: CompiledFact = {
  unit: 'months',
  reviewDue: '2027-06-30',
  values: [
    ['2020-01-01', 1, 0],
    ['2024-07-01', 2, 1],
    ['2026-01-01', null, 1],
    ['2026-03-01', 3, 2],
  ],
};

describe('the value of a fact', () => {
  it.each([
    ['2019-12-31', null],
    ['2020-01-01', 1],
    ['2024-06-30', 1],
    ['2024-07-01', 2],
    ['2025-12-31', 2],
    ['2026-01-01', null],
    ['2026-02-28', null],
    ['2026-03-01', 3],
    ['2027-06-30', 3],
    ['2027-07-01', null],
    ['2099-01-01', null],
  ])('on %s is %s', (day, value) => expect(factOn(fact, day)?.value ?? null).toBe(value));

  it('says since when, from which source, in what unit, and nothing it does not have', () => {
    expect(factOn(fact, '2024-08-01')).toStrictEqual({ unit: 'months', value: 2, since: '2024-07-01', source: 1 });
  });

  it('says its currency and what it is per', () => {
    const wage: CompiledFact = { unit: 'money', currency: 'EUR', per: 'hour', reviewDue: '2027-01-01', values: [['2026-01-01', 12.5, 0]] };
    expect(factOn(wage, '2026-05-05')).toStrictEqual({ unit: 'money', value: 12.5, currency: 'EUR', per: 'hour', since: '2026-01-01', source: 0 });
  });

  it('is none where there are no values', () => expect(factOn({ ...fact, values: [] }, '2026-05-05')).toBeNull());
});
