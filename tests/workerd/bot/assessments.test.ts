/** The store of assessments, in a real D1. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Assessments, type Saved } from '../../../bot/assessments.ts';
import { Access, type Database, StoreError } from '../../../bot/database.ts';
import { newRemarks } from '../../../core/index.ts';
import { assessment, proven, remark } from '../../core/assessment.ts';

const store = new Assessments(new Access(env.DB));
const town = { name: 'Lower Kelp', place: 'xa', small: true };
const at = '2026-03-01T10:00:00.000Z';
const entry = (evidence: string) => ({ commitment: 's-food', at, by: 'U1', entry: { ...proven, evidence } });

beforeAll(() => applyD1Migrations(env.DB as never, migrations));
beforeEach(async () => {
  await store.delete('T1');
  await store.delete('T2');
  await store.start('T1', town, at);
});

describe('saving', () => {
  it('keeps every version, oldest first, and what is said about the town', async () => {
    expect(await store.save('T1', 0, entry('one'))).toMatchObject({ saved: { version: 1 } });
    expect(await store.save('T1', 1, { ...entry('two'), by: 'U2' })).toMatchObject({ saved: { version: 2 } });
    await store.start('T1', { ...town, name: 'Upper Kelp' }, '2027-01-01T00:00:00.000Z');
    const loaded = await store.load('T1');
    expect(loaded).toMatchObject({ town: { name: 'Upper Kelp', small: true }, startedAt: at });
    expect(loaded?.changes.map(({ version, by, entry: { evidence } }) => [version, by, evidence])).toEqual([
      [1, 'U1', 'one'],
      [2, 'U2', 'two'],
    ]);
  });

  it('of two who saw the same version one is told what the other wrote, and nothing is overwritten', async () => {
    await store.save('T1', 0, entry('hers'));
    expect(await store.save('T1', 0, { ...entry('his'), by: 'U2' })).toMatchObject({ conflict: { version: 1, by: 'U1', entry: { evidence: 'hers' } } });
    expect((await store.load('T1'))?.changes).toHaveLength(1);
  });

  it('the same words of the same person twice are one change: a repeated request is no conflict', async () => {
    await store.save('T1', 0, entry('same'));
    expect(await store.save('T1', 0, entry('same'))).toMatchObject({ saved: { version: 1 } });
    expect((await store.load('T1'))?.changes).toHaveLength(1);
  });

  it('a version that nobody has seen is none to write over', async () => {
    await store.save('T1', 0, entry('one'));
    expect(await store.save('T1', 7, entry('eight'))).toHaveProperty('conflict');
  });

  it('fifty people at once: each is told, tries again, and none is lost', async () => {
    const edit = async (n: number): Promise<void> => {
      let result: Saved = await store.save('T1', 0, { ...entry(`edit ${n}`), by: `U${n}` });
      for (let tries = 0; 'conflict' in result && tries < 200; tries++) {
        result = await store.save('T1', result.conflict.version, { ...entry(`edit ${n}`), by: `U${n}` });
      }
      expect(result).toHaveProperty('saved');
    };
    await Promise.all(Array.from({ length: 50 }, (_, n) => edit(n)));
    const changes = (await store.load('T1'))?.changes ?? [];
    expect(changes.map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(new Set(changes.map(({ by }) => by)).size).toBe(50);
  });
});

describe('tenants', () => {
  it('see nothing of one another, and one deleting leaves the other', async () => {
    await store.start('T2', town, at);
    await store.save('T2', 0, entry('theirs'));
    expect((await store.load('T1'))?.changes).toEqual([]);
    await store.delete('T1');
    expect(await store.load('T1')).toBeNull();
    expect((await store.load('T2'))?.changes).toHaveLength(1);
  });

  it('deleting takes answers, remarks and history; what is saved afterwards goes nowhere', async () => {
    await store.save('T1', 0, entry('one'));
    await store.remark('T1', remark('s-food', 2));
    await store.delete('T1');
    expect(await store.save('T1', 1, entry('two'))).toEqual({ gone: true });
    expect(await store.remark('T1', remark('s-food', 2))).toBe(false);
    for (const table of ['assessments', 'changes', 'remarks']) {
      expect(await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant = 'T1'`).first()).toEqual({ n: 0 });
    }
  });
});

describe('files', () => {
  const file = assessment([{ ...entry('one'), version: 1 }], [remark('s-food', 1)]);
  const take = (tenant: string, copy: typeof file) => store.take(tenant, copy, (own) => newRemarks(own, copy));

  it('an empty desk takes the whole, and gives the same back', async () => {
    expect(await take('T2', file)).toEqual({ imported: true });
    expect(await store.load('T2')).toEqual(file);
  });

  it('the same assessment takes only what reviewers added, once', async () => {
    await take('T2', file);
    const copy = { ...file, remarks: [...file.remarks, remark('s-food', 3, { at: '2026-05-01T10:00:00.000Z' })] };
    expect(await take('T2', copy)).toEqual({ merged: 1 });
    expect(await take('T2', copy)).toEqual({ merged: 0 });
    expect((await store.load('T2'))?.remarks).toHaveLength(2);
  });

  it('another assessment is refused, and nothing is written', async () => {
    const before = await store.load('T1');
    expect(await take('T1', file)).toEqual({ other: true });
    expect(await store.load('T1')).toEqual(before);
  });
});

describe('a store that is down', () => {
  const failing = (how: () => Promise<never>): Database => ({
    prepare: () => ({ bind: () => failing(how).prepare(''), first: how, all: how, run: how }),
    batch: how,
  });
  it.each([
    ['throws', () => Promise.reject(new Error('D1_ERROR: near "secret evidence"'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('that %s is a StoreError without a word of what was bound', async (_, how) => {
    const down = new Assessments(new Access(failing(how)));
    for (const work of [down.load('T1'), down.start('T1', town, at), down.save('T1', 0, entry('x')), down.delete('T1')]) {
      const error = await work.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).not.toContain('secret');
      expect((error as Error).cause).toBeUndefined();
    }
  });
});
