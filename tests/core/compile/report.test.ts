import { describe, expect, it } from 'vitest';
import { report } from '../../../core/compile/report.ts';
import { compileAtlantis } from '../../fixtures/atlantis/index.ts';

describe('the report for editors', () => {
  const found = report(compileAtlantis().corpus, '2026-11-22');

  it('counts topics, languages and places', () => {
    expect(found.groups).toContainEqual({ group: 'work-and-pay', topics: 1, core: 1 });
    expect(found.languages).toContainEqual(expect.objectContaining({ lang: 'ar', found: 2, danger: 1 }));
    expect(found.places).toContainEqual(expect.objectContaining({ place: 'xa', topics: 2, laws: 1 }));
    expect(found.places).toContainEqual(expect.objectContaining({ place: 'xa/poseidonis', services: 2 }));
  });

  it('names what is behind and what nobody has checked', () => {
    expect(found.behind).toEqual(['content/topics/unpaid-pearls/ar.md · edition 1 of 2']);
    expect(found.unreviewed).toMatchObject({ law: found.unreviewed.texts });
  });

  it('names what is due on the day asked, and nothing earlier', () => {
    const due = (day: string): readonly string[] => report(compileAtlantis().corpus, day).due;
    expect(due('2026-06-02')).toEqual([]);
    expect(due('2027-06-01')).toContain('content/topics/unpaid-pearls/topic.yml · due 2027-06-01');
  });

  it('lists what was not read at first hand, and the hardest texts first', () => {
    expect(found.secondHand.some((line) => line.endsWith('deep-pact 1'))).toBe(false);
    expect(found.secondHand).not.toEqual([]);
    const ease = found.hardest.map(({ measured }) => measured.ease);
    expect(ease).toEqual([...ease].sort((a, b) => a - b));
  });
});
