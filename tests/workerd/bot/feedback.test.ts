/** Weekly counts, in a real D1. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../bot/database.ts';
import { type Counted, countLines, countsOf, openFeedback, weekOf } from '../../../bot/feedback.ts';
import { askAtlantis } from '../atlantis.ts';

const wednesday = Date.parse('2026-11-18T23:59:00Z');
const place = 'xa/poseidonis';
let clock = wednesday;

const rows = async (sql: string): Promise<Counted[]> => (await env.DB.prepare(sql).all<Counted>()).results;
const all = () => rows('SELECT week, topic AS what, outcome, n FROM topic_counts');

beforeAll(() => applyD1Migrations(env.DB as never, migrations));
beforeEach(async () => {
  clock = wednesday;
  await env.DB.batch([env.DB.prepare('DELETE FROM topic_counts'), env.DB.prepare('DELETE FROM language_counts')]);
});

/** Each a minute after the other, so that none is a flood. */
async function many(times: number, work: () => Promise<void>): Promise<void> {
  for (let i = 0; i < times; i++) {
    await work();
    clock += 61_000;
  }
}

describe('counting', () => {
  it('counts taps by the Monday of their week, place and topic, and nothing else', async () => {
    const feedback = openFeedback(env.DB, () => clock);
    await feedback.tap(place, 'unpaid-pearls', 'clear');
    await feedback.tap(place, 'unpaid-pearls', 'clear');
    await feedback.tap(place, 'unpaid-pearls', 'wrong');
    clock = Date.parse('2026-11-23T00:00:00Z');
    await feedback.tap(place, 'unpaid-pearls', 'clear');
    expect(await all()).toEqual([
      { week: '2026-11-16', what: 'unpaid-pearls', outcome: 'clear', n: 2 },
      { week: '2026-11-16', what: 'unpaid-pearls', outcome: 'wrong', n: 1 },
      { week: '2026-11-23', what: 'unpaid-pearls', outcome: 'clear', n: 1 },
    ]);
    expect([weekOf(Date.parse('2026-11-22T23:59:59Z')), weekOf(Date.parse('2027-01-01T00:00:00Z'))]).toEqual(['2026-11-16', '2026-12-28']);
  });

  it('counts answers by topic and, apart from that, by language; the words of the question are in no row', async () => {
    const feedback = openFeedback(env.DB, () => clock);
    await feedback.answered(await askAtlantis('boss no pay me pearls'));
    await feedback.answered(await askAtlantis('quantum teapot xylophone'));
    expect(await all()).toEqual([
      { week: '2026-11-16', what: '', outcome: 'unknown', n: 1 },
      { week: '2026-11-16', what: 'unpaid-pearls', outcome: 'answered', n: 1 },
    ]);
    expect(await rows('SELECT * FROM language_counts')).toEqual([{ week: '2026-11-16', place, language: 'en', n: 2 }]);
    const tables = await Promise.all(['topic_counts', 'language_counts'].map((table) => rows(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(tables)).not.toMatch(/boss|teapot/);
  });

  it('forgets after a year', async () => {
    await openFeedback(env.DB, () => clock).tap(place, 'old', 'clear');
    clock += 380 * 24 * 60 * 60 * 1000;
    await openFeedback(env.DB, () => clock).tap(place, 'new', 'clear');
    expect((await all()).map(({ what }) => what)).toEqual(['new']);
  });

  it('of a flood only the beginning is counted', async () => {
    const feedback = openFeedback(env.DB, () => clock);
    await Promise.all(Array.from({ length: 500 }, () => feedback.tap(place, 'unpaid-pearls', 'wrong')));
    const [{ n } = { n: 0 }] = await all();
    expect(n).toBeLessThanOrEqual(60);
    clock += 60_000;
    await feedback.tap(place, 'unpaid-pearls', 'wrong');
    expect((await all())[0]?.n).toBe(n + 1);
  });

  it.each([
    ['fails', { prepare: env.DB.prepare.bind(env.DB), batch: () => Promise.reject(new Error('D1 is down')) }],
    ['hangs', { prepare: env.DB.prepare.bind(env.DB), batch: () => new Promise(() => undefined) }],
  ])('a database that %s is nobody’s trouble', async (_, db) => {
    await expect(openFeedback(db as unknown as Database, () => clock).tap(place, 'x', 'clear')).resolves.toBeUndefined();
  });
});

describe('npm run content:feedback', () => {
  it('shows no cell below ten: it does not leave the database', async () => {
    const feedback = openFeedback(env.DB, () => clock);
    await many(10, () => feedback.tap(place, 'unpaid-pearls', 'unclear'));
    await many(9, () => feedback.tap(place, 'coral-school', 'wrong'));
    await many(11, () => feedback.tap('xa', 'coral-school', 'wrong'));
    expect(await rows(countsOf(place))).toEqual([{ week: '2026-11-16', what: 'unpaid-pearls', outcome: 'unclear', n: 10 }]);
  });

  it('shows topics and languages a line each', async () => {
    const feedback = openFeedback(env.DB, () => clock);
    const answer = await askAtlantis('boss no pay me pearls');
    await many(12, () => feedback.answered(answer));
    expect(countLines(await rows(countsOf(place)), place).slice(1)).toEqual([
      '2026-11-16  answered   unpaid-pearls  12',
      '2026-11-16  language   en             12',
    ]);
    expect(countLines([], place)).toEqual([expect.stringContaining('Nothing to show for xa/poseidonis')]);
  });
});
