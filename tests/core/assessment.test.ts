import { describe, expect, it } from 'vitest';
import { entriesOn } from '../../core/assessment.ts';
import { actionPlan, itemsDue, newRemarks, readAssessment, readEntry, sameEntry, standing, writeAssessment } from '../../core/index.ts';
import { assessmentFile } from '../../core/schema/index.ts';
import { weakSpot } from '../../core/scores.ts';
import { assessment, change, commitment, proven, remark } from './assessment.ts';

const typed = { choice: '2', notOurs: '', evidence: 'minutes', link: '', owner: '', due: '' };
const [food, housing, office] = [commitment('s-food'), commitment('s-housing'), commitment('i-office', 'institutional')];
const framework = [food, housing, office];

describe('an entry as typed', () => {
  it.each([
    ['a level', typed, { level: 2, evidence: 'minutes', notOurs: '' }],
    ['a level without proof: taken, and counted as nothing later', { ...typed, evidence: ' ' }, { level: 2, evidence: '' }],
    ['not ours, with its law', { ...typed, choice: 'not-ours', notOurs: ' Act 7 ' }, { level: null, notOurs: 'Act 7' }],
    ['a level forgets the law of "not ours"', { ...typed, notOurs: 'Act 7' }, { level: 2, notOurs: '' }],
  ])('%s', (_, fields, entry) => expect(readEntry(fields)).toMatchObject({ entry }));

  it.each([
    ['nothing chosen', { choice: '' }, { choice: 'choose' }],
    ['a level that does not exist', { choice: '4' }, { choice: 'choose' }],
    ['not ours without a law', { choice: 'not-ours' }, { notOurs: 'law-missing' }],
    ['a script for an address', { link: 'javascript:alert(1)' }, { link: 'link' }],
    ['an address with a bar, which would break a link', { link: 'https://a.example/x|y' }, { link: 'link' }],
    ['a day that does not exist', { due: '2026-02-30' }, { due: 'date' }],
    ['too long', { evidence: 'x'.repeat(2001), owner: 'y'.repeat(81) }, { evidence: 'too-long', owner: 'too-long' }],
  ])('refuses at the field: %s', (_, fields, problems) => expect(readEntry({ ...typed, ...fields })).toEqual({ problems }));
});

describe('the weak spot', () => {
  const at = (...levels: (0 | 1 | 2 | 3)[]) => weakSpot(levels.map((level, i) => ({ id: `c${i}`, level })));
  it('no section stands higher than its lowest item plus one, and says which', () => {
    expect(at(3, 3, 3, 0)).toEqual({ level: 1, mean: 2.25, heldBy: ['c3'] });
    expect(at(3, 3, 1, 3)).toMatchObject({ level: 2, heldBy: ['c2'] });
    expect(at(3, 3, 2, 2)).toMatchObject({ level: 2, heldBy: ['c2', 'c3'] });
    expect(at(3, 3, 3)).toEqual({ level: 3, mean: 3, heldBy: [] });
    expect(at(0, 1, 0)).toMatchObject({ level: 0, heldBy: ['c0', 'c2'] });
    expect(at(1, 1)).toMatchObject({ level: 1, heldBy: [] });
    expect(at()).toEqual({ level: null, mean: 0, heldBy: [] });
  });

  it('holds for every mixture: never above the mean, never above the lowest plus one', () => {
    for (let n = 0; n < 4 ** 5; n++) {
      const levels = Array.from({ length: 5 }, (_, i) => (Math.floor(n / 4 ** i) % 4) as 0 | 1 | 2 | 3);
      const { level, mean } = at(...levels);
      expect(level).not.toBeNull();
      expect(level ?? 9).toBeLessThanOrEqual(Math.min(mean, Math.min(...levels) + 1));
      expect(level ?? -9).toBeGreaterThan(Math.min(mean, Math.min(...levels) + 1) - 1);
    }
  });
});

describe('where a city stands', () => {
  it('a level without proof counts as nothing and says so; a task that is not ours is out; what was not answered counts as nothing', () => {
    const bare = change('s-food', { level: 3, evidence: '' });
    const { items, ours, answered, own, kinds } = standing(assessment([bare, change('i-office', { level: null, notOurs: 'Act 7' })]), framework);
    expect(items.map(({ claimed, counted, unproven }) => [claimed, counted, unproven])).toEqual([
      [3, 0, true],
      [null, 0, false],
      [null, null, false],
    ]);
    expect([ours, answered, own.level]).toEqual([2, 2, 0]);
    expect(kinds.map(({ kind, own: { level } }) => [kind, level])).toEqual([
      ['substantive', 0],
      ['institutional', null],
    ]);
  });

  it('an address alone is proof', () => {
    expect(standing(assessment([change('s-food', { evidence: '', link: 'https://town.example/food' })]), [food]).own.level).toBe(2);
  });

  it('shows a past day as it was', () => {
    const changes = [change('s-food', { level: 1 }), change('s-food', { level: 3 }, { version: 2, at: '2026-05-02T23:59:59.000Z' })];
    const level = (day?: string) => standing(assessment(changes), [food], day).items[0]?.claimed;
    expect(['2026-02-28', '2026-03-01', '2026-05-01', '2026-05-02', undefined].map(level)).toEqual([null, 1, 1, 3, 3]);
    expect(entriesOn([...changes].reverse()).get('s-food')?.version).toBe(2);
  });

  it('review stands beside the own level, never above it, and only when all was looked at', () => {
    const changes = [change('s-food', { level: 3 }), change('s-housing', { level: 2 })];
    const one = standing(assessment(changes, [remark('s-food', 1)]), [food, housing]);
    expect([one.own.level, one.reviewed, one.looked]).toEqual([2, null, 1]);
    const both = standing(assessment(changes, [remark('s-food', 1), remark('s-housing', 3)]), [food, housing]);
    expect(both.items.map(({ claimed, reviewed }) => [claimed, reviewed])).toEqual([
      [3, 1],
      [2, 2],
    ]);
    expect(both.reviewed?.level).toBe(1);
  });

  it('a remark on what the entry said before is of the past, and a second remark of one reviewer takes the place of the first', () => {
    const changes = [change('s-food'), change('s-food', { level: 3 }, { version: 2 })];
    const [old] = standing(assessment(changes, [remark('s-food', 0)]), [food]).items;
    expect([old?.reviewed, old?.past.length]).toEqual([null, 1]);
    const twice = [remark('s-food', 0, { version: 2 }), remark('s-food', 3, { version: 2, at: '2026-04-02T10:00:00.000Z' })];
    expect(standing(assessment(changes, twice), [food]).items[0]).toMatchObject({ reviewed: 3, remarks: [{ level: 3 }] });
  });
});

describe('the plan', () => {
  const changes = [change('s-food', { level: 3 }), change('s-housing', { level: 1, due: '2026-09-01' }), change('i-office', { level: 1, due: '2026-08-01' })];
  const all = standing(assessment(changes), [...framework, commitment('p-new', 'process')]);

  it('the weakest first, then the nearest day; a small town begins with what costs little', () => {
    const steps = actionPlan(all, true).map(({ item, next, lowCost }) => [item.commitment.id, next, lowCost]);
    expect(steps).toEqual([
      ['p-new', 1, true],
      ['i-office', 2, false],
      ['s-housing', 2, false],
    ]);
    expect(actionPlan(all, false)[0]?.lowCost).toBe(false);
    expect(actionPlan(all, true, 1)).toHaveLength(1);
  });

  it('tells what is due until a day', () => {
    expect(itemsDue(all, '2026-08-31').map(({ commitment: { id } }) => id)).toEqual(['i-office']);
    expect(itemsDue(all, '2026-12-31').map(({ commitment: { id } }) => id)).toEqual(['i-office', 's-housing']);
  });
});

describe('the file', () => {
  const whole = assessment([change('s-food'), change('s-food', { level: null, notOurs: 'Act 7' }, { version: 2 })], [remark('s-food', 1)]);

  it('gives the same assessment back, and fits its published schema', () => {
    expect(readAssessment(writeAssessment(whole))).toEqual(whole);
    expect(assessmentFile.safeParse(JSON.parse(writeAssessment(whole))).error).toBeUndefined();
  });

  /** One change to the file each; the reader and the schema refuse the same. */
  const broken: [string, (file: Record<string, never>) => unknown][] = [
    ['id', (file) => ({ ...file, id: 'x' })],
    ['extra', (file) => ({ ...file, extra: 1 })],
    ['town.small', (file) => ({ ...file, town: { ...whole.town, small: 'yes' } })],
    ['town.place', (file) => ({ ...file, town: { ...whole.town, place: '../etc' } })],
    ['startedAt', (file) => ({ ...file, startedAt: 'yesterday' })],
    ['changes', (file) => ({ ...file, changes: null })],
    ['changes.0.version', (file) => ({ ...file, changes: [change('s-food', {}, { version: 0 })] })],
    ['changes.0.at', (file) => ({ ...file, changes: [change('s-food', {}, { at: '2026-99-99T10:00:00.000Z' })] })],
    ['changes.0.commitment', (file) => ({ ...file, changes: [change('<x>')] })],
    ['changes.0.entry.level', (file) => ({ ...file, changes: [change('s-food', { level: 4 as never })] })],
    ['changes.0.entry.level', (file) => ({ ...file, changes: [change('s-food', { level: null })] })],
    ['changes.0.entry.link', (file) => ({ ...file, changes: [change('s-food', { link: 'javascript:1' })] })],
    ['changes.0.entry.evidence', (file) => ({ ...file, changes: [change('s-food', { evidence: 'x'.repeat(2001) })] })],
    ['remarks.0.reviewer.name', (file) => ({ ...file, remarks: [remark('s-food', 1, { reviewer: { name: ' ', organisation: 'x', kind: 'city' } })] })],
    ['remarks.0.reviewer.kind', (file) => ({ ...file, remarks: [remark('s-food', 1, { reviewer: { name: 'x', organisation: 'x', kind: 'king' as never } })] })],
  ];
  it.each(broken)('refuses and says where: %s', (at, breakIt) => {
    const file = breakIt(JSON.parse(writeAssessment(whole)));
    expect(readAssessment(JSON.stringify(file))).toEqual({ problem: 'not-valid', at });
    expect(assessmentFile.safeParse(file).success).toBe(false);
  });

  it('refuses what is not JSON, not ours, or has a gap in its history', () => {
    expect(readAssessment('{')).toEqual({ problem: 'not-json', at: '' });
    expect(readAssessment('[]')).toEqual({ problem: 'other-format', at: 'format' });
    const gap = { ...JSON.parse(writeAssessment(whole)), changes: [change('s-food'), change('s-food', {}, { version: 3 })] };
    expect(readAssessment(JSON.stringify(gap))).toEqual({ problem: 'not-valid', at: 'changes.1.version' });
  });

  it('takes from a copy only remarks that are new and about something we have', () => {
    const [known, fresh, foreign] = [remark('s-food', 1), remark('s-food', 2, { version: 2 }), remark('s-gone', 2)];
    expect(newRemarks(whole, { ...whole, remarks: [known, fresh, foreign] })).toEqual([fresh]);
  });
});

it('two entries are the same when every field is', () => {
  expect(sameEntry(proven, { ...proven })).toBe(true);
  for (const field of Object.keys(proven)) expect(sameEntry(proven, { ...proven, [field]: 'other' })).toBe(false);
});
