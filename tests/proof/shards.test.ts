/** Content that is damaged, old, half there or cut: found every time, and never answered from. */
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { coreFrom } from '../../bot/disk.ts';
import { localeKeys } from '../../core/compile/check/locale-keys.ts';
import { type Answer, ask, type Core, openCore, type Question, ShardError } from '../../core/index.ts';
import { Shards } from '../../core/shards.ts';
import { bundled, corpus } from '../content/corpus.ts';
import { chance, measure, none, tries } from './table.ts';

const names = Object.keys(bundled.shards);
const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`dist/assets/content/${name}.json`));

/** The content with something done to its shards; null takes one away. */
function coreWith(alter: (name: string, bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null): Core {
  return openCore(bundled, async (name) => alter(name, bytesOf(name))?.buffer ?? null);
}

const asked: readonly Partial<Question>[] = [
  { text: 'my boss does not pay me', place: 'at/vienna' },
  { text: 'mi jefe no me paga', place: 'es/barcelona' },
  { text: 'صاحب العمل ما دفع لي راتبي', place: 'de/nuremberg' },
  { text: 'can my child go to school without papers', place: 'gb/york' },
  { text: 'my husband is beating me now', place: 'nl/utrecht' },
];
const put = (question: Partial<Question>, core: Core): Promise<Answer> =>
  ask({ text: '', reader: 'resident', askedAt: '2026-11-24T10:00:00Z', channel: 'web', ...question }, core);

/** Answers that are neither what they should be, nor an honest failure with numbers to call. */
async function wrongWith(core: Core): Promise<string[]> {
  const whole = coreFrom('dist');
  const pairs = await Promise.all(asked.map(async (question) => [question.text, await put(question, whole), await put(question, core)] as const));
  return pairs.flatMap(([text, right, given]) => {
    const isHonest = given.outcome === 'failed' && given.lines.length > 0 && given.urgent?.kind === right.urgent?.kind;
    return isHonest || JSON.stringify(given) === JSON.stringify(right) ? [] : [`${text}: ${given.outcome}`];
  });
}

describe('a shard', () => {
  it('with one bit turned is refused, every time', { timeout: 600_000 }, async ({ task }) => {
    const draw = chance();
    const missed: string[] = [];
    const many = tries(1000, 5000);
    const untouched: string[] = [];
    let turn = true;
    const source = async (name: string) => {
      const bytes = bytesOf(name);
      const at = draw(bytes.length);
      if (turn) bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
      return bytes.buffer;
    };
    for (let n = 0; n < many; n++) {
      const name = names[draw(names.length)] ?? '';
      const refused = await new Shards(source, bundled.shards).get(name).then(
        () => false,
        (error: unknown) => error instanceof ShardError && error.shard === name,
      );
      if (!refused) missed.push(name);
      // The control: the same shard as it is.
      turn = false;
      if (n % 100 === 0) await new Shards(source, bundled.shards).get(name).catch(() => untouched.push(name));
      turn = true;
    }
    expect(untouched).toEqual([]);
    none(task, 'B11', `turned bits in shards that nobody noticed, seed ${inject('seed')}`, missed, many);
  });

  const cuts: readonly (readonly [string, (name: string, bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null])[] = [
    ['cut in half', (_, bytes) => bytes.slice(0, bytes.length / 2)],
    ['without its last byte', (_, bytes) => bytes.slice(0, -1)],
    ['empty', () => new Uint8Array()],
    ['gone', () => null],
    ['an error page', () => new Uint8Array(Buffer.from('<!doctype html><title>Not found</title>'))],
    ['null', () => new Uint8Array(Buffer.from('null'))],
    [
      'of another deployment',
      (_, bytes) =>
        new Uint8Array(
          Buffer.from(
            Buffer.from(bytes)
              .toString()
              .replace(/"[^"]*"/, (first) => `${first.slice(0, -1)} "`),
          ),
        ),
    ],
    ['the shard of another place or language', (name) => bytesOf(names[(names.indexOf(name) + 1) % names.length] ?? '')],
    ['with a byte order mark', (_, bytes) => new Uint8Array(Buffer.concat([Buffer.from('\uFEFF'), bytes]))],
    ['half of them of another deployment', (name, bytes) => (name.length % 2 ? bytes : bytes.slice(1))],
    ['without the words of the interface', (name, bytes) => (name.startsWith('ui.') ? null : bytes)],
    ['without the place', (name, bytes) => (name.startsWith('place.') ? null : bytes)],
    ['without texts', (name, bytes) => (name.startsWith('text.') ? null : bytes)],
  ];

  it.for(cuts)('that is %s: nobody is answered wrongly', async ([what, alter], { task }) => {
    none(task, what.includes('deployment') ? 'B13' : 'B11', `shards ${what}: answers that are wrong`, await wrongWith(coreWith(alter)), asked.length);
  });

  it('an answer that differs is seen', async () => {
    const other = openCore(
      { ...bundled, shards: { ...bundled.shards, 'place.at/vienna': bundled.shards['place.es/barcelona'] ?? '' } },
      async (name) => bytesOf(name === 'place.at/vienna' ? 'place.es/barcelona' : name).buffer,
    );
    expect(await wrongWith(other)).not.toEqual([]);
  });

  it('with another manifest is refused at once', () => {
    expect(() => openCore({ ...bundled, format: bundled.format - 1 }, async () => null)).toThrow(/format/);
    expect(() => openCore({ ...bundled, format: bundled.format + 1 }, async () => null)).toThrow(/format/);
  });
});

describe('a word of the interface', () => {
  it('that a language lacks is found before anything is shipped', async ({ task }) => {
    const draw = chance();
    const tags = [...corpus.locales.keys()].filter((tag) => tag !== 'en');
    const missed: string[] = [];
    const many = tries(100, 400);
    for (let n = 0; n < many; n++) {
      const tag = tags[draw(tags.length)] ?? '';
      const doc = corpus.locales.get(tag);
      if (!doc) continue;
      const data = structuredClone(doc.data) as Record<string, unknown>;
      const path = without(data, draw);
      const problems = [...localeKeys({ ...corpus, locales: new Map(corpus.locales).set(tag, { ...doc, data: data as typeof doc.data }) })];
      if (!problems.some(({ file }) => file.includes(tag))) missed.push(`${tag} ${path}`);
    }
    none(task, 'B12', 'words taken out of a language that the compiler did not miss', missed, many);
    measure(task, 'B12', 'problems of the languages as they are', {
      figure: [...localeKeys(corpus)].length,
      bar: '0',
      pass: [...localeKeys(corpus)].length === 0,
    });
  });
});

/** Takes out one word, drawn by chance; its path. Forms of a plural are left to their own test. */
function without(data: Record<string, unknown>, draw: (below: number) => number): string {
  const leaves: (readonly [parent: Record<string, unknown>, key: string, path: string])[] = [];
  const walk = (node: Record<string, unknown>, path: string): void => {
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('$')) continue;
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>, `${path}${key}.`);
      else if (!/_(?:nom|gen|dat|acc|ins|loc|zero|one|two|few|many|other)$/.test(key)) leaves.push([node, key, path + key]);
    }
  };
  walk(data, '');
  const [parent, key, path] = leaves[draw(leaves.length)] ?? [{}, '', ''];
  Reflect.deleteProperty(parent, key);
  return path;
}
