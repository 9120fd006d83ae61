import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments, readBatchLine } from '../../bot/terminal/request.ts';
import { writeDist } from '../../core/compile/write.ts';
import { compileAtlantis } from '../fixtures/atlantis/index.ts';

const now = '2026-07-15T08:00:00.000Z';

describe('the command line', () => {
  it('takes place, language and reader', () => {
    const command = readArguments(['--place', 'xa', '--lang', 'ar', '--reader', 'staff', 'must', 'we'], now);
    expect(command).toMatchObject({
      batch: null,
      question: { text: 'must we', place: 'xa', locale: 'ar', reader: 'staff', askedAt: now, channel: 'terminal' },
    });
  });

  it('explains instead of answering', () => expect(readArguments(['--why', 'must', 'we'], now)).toMatchObject({ why: true, json: false }));

  it.each([[[]], [['--reader', 'king', 'x']], [['--colour', 'x']]])('says what is wrong with %j', (argv) =>
    expect(readArguments(argv, now)).toBeTypeOf('string'),
  );
});

describe('a line of a batch', () => {
  it.each([
    ['{', null],
    ['[]', null],
    ['"x"', null],
    ['{}', null],
    ['{"text":"x"}', null],
    ['{"id":"a"}', 'a'],
    ['{"id":"a","text":5}', 'a'],
    ['{"id":"a","text":"x","lang":5}', 'a'],
    ['{"id":"a","text":"x","reader":"king"}', 'a'],
    ['{"id":"a","text":"x","at":"yesterday"}', 'a'],
    ['{"id":"a","text":"x","at":"1"}', 'a'],
    ['{"id":"a","text":"x","at":"+275760-09-13T00:00:00.000Z"}', 'a'],
    ['{"id":"a","text":"x","at":"2026-01-02T10:00"}', 'a'],
    ['{"id":"a","text":"x","previous":5}', 'a'],
    ['{"id":"a","text":"x","place":["es"]}', 'a'],
  ])('%s is an error and never thrown', (line, id) => {
    const read = readBatchLine(line, now);
    expect(read).toMatchObject({ id, question: null });
    expect(read.error).toBeTypeOf('string');
  });

  it('takes a number as id, a day as moment, and null for what is not set', () => {
    expect(readBatchLine('{"id":7,"text":"x","at":"2026-01-02","lang":null,"previous":"coral-school"}', now)).toMatchObject({
      id: '7',
      question: { askedAt: '2026-01-02T00:00:00.000Z', previous: { topic: 'coral-school' } },
    });
  });
});

describe('npm run ask', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hereabouts-'));
  const { emitted } = compileAtlantis();
  if (!emitted) throw new Error('Atlantis does not compile');
  writeDist(join(folder, 'dist'), emitted);
  const run = (...argv: string[]): string =>
    execFileSync(process.execPath, [join(process.cwd(), 'bot/terminal/index.ts'), ...argv], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('answers in words and as JSON', () => {
    expect(run('--place', 'xa/poseidonis', 'my boss did not pay my pearls')).toContain('You are owed your pearls');
    expect(JSON.parse(run('--json', '--place', 'xa', 'my boss did not pay my pearls'))).toMatchObject({ outcome: 'answered' });
  });

  it('says in a line what is wrong, and fails, when a file is not there', () => {
    expect(() => run('--batch', join(folder, 'nothing.jsonl'))).toThrow(/ENOENT/);
  });

  it('answers a batch line by line, keeps the order, and goes on after what is not valid', () => {
    const file = join(folder, 'batch.jsonl');
    const lines = [
      '{"id":"one","text":"my boss did not pay my pearls","place":"xa/poseidonis","at":"2026-07-15T08:00:00Z"}',
      'not json',
      '{"id":"two","text":"المدرسة رفضت بنتي"}',
      '{"id":"three","text":""}',
      `{"id":"four","text":"${'x'.repeat(5000)}"}`,
      '',
      '{"id":"five","text":"quantum teapot xylophone"}',
      '{"id":"six","text":"help we are sinking","place":"xa"}',
    ];
    writeFileSync(file, lines.join('\n'));
    const out = run('--batch', file)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(out.map(({ id, outcome, error }) => [id, outcome ?? error])).toEqual([
      ['one', 'answered'],
      [null, 'not valid JSON'],
      ['two', 'answered'],
      ['three', 'empty'],
      ['four', 'too-long'],
      ['five', 'unknown'],
      ['six', 'answered'],
    ]);
    expect(Object.keys(out[0])).toEqual(['id', 'outcome', 'lang', 'answered_in', 'topics', 'services', 'urgent', 'ms']);
    expect(out[0]).toMatchObject({ lang: 'en', answered_in: 'en', services: ['pearl-desk', 'far-union'], urgent: null });
    expect(out[0].topics[0]).toEqual({ id: 'unpaid-pearls', score: expect.any(Number) });
    expect(out[2]).toMatchObject({ lang: 'ar', answered_in: 'ar' });
    expect(out[5].topics).toEqual(expect.any(Array));
    expect(out[6].urgent).toBe('sea-distress');
  });
});
