import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Printed {
  readonly documents: number;
  readonly results: readonly { readonly name: string; readonly 'recall@1': number; readonly auroc: number }[];
}

function bench(docs: readonly object[], questions: readonly object[]): Printed {
  const folder = mkdtempSync(join(tmpdir(), 'retrieval-'));
  const write = (name: string, lines: readonly object[]): string => {
    writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return join(folder, name);
  };
  const args = ['tests/bench/retrieval/index.ts', '--docs', write('d.jsonl', docs), '--questions', write('q.jsonl', questions)];
  return JSON.parse(execFileSync('node_modules/.bin/node', args, { encoding: 'utf8' })) as Printed;
}

describe('the bench on documents that nobody here wrote', () => {
  const docs = [
    { id: 'reef', lang: 'en', title: 'The reef', text: 'Fish live in the coral.\nDivers watch them.' },
    { id: 'pearl', lang: 'en', title: 'Pearls', text: 'An oyster makes a pearl.' },
    { id: 'tide', lang: 'en', title: 'Tides', text: 'The moon moves the sea.' },
  ];

  it('finds what is there with every system, and tells it from what is not', () => {
    const questions = [
      { id: '1', lang: 'en', text: 'who makes pearls', gold: ['pearl'] },
      { id: '2', lang: 'en', text: 'fish in coral', gold: ['reef'] },
      { id: '3', lang: 'en', text: 'train tickets', gold: [] },
    ];
    const { documents, results } = bench(docs, questions);
    expect(documents).toBe(3);
    expect(results.map(({ name }) => name)).toEqual(['hereabouts', 'minisearch', 'orama', 'flexsearch', 'lunr']);
    for (const result of results) expect(result['recall@1'], result.name).toBe(1);
    expect(results[0]?.auroc).toBe(1);
  });

  it('counts a miss as a miss', () => {
    const { results } = bench(docs, [{ id: '1', lang: 'en', text: 'moon and sea', gold: ['reef'] }]);
    for (const result of results) expect(result['recall@1'], result.name).toBe(0);
  });
});
