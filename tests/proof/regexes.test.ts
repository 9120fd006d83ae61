/** No regular expression of ours can be made to take for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { none } from './table.ts';

interface Found {
  readonly where: string;
  readonly pattern: string;
  readonly flags: string;
}

const sources = ['bot', 'core'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file)),
);

/** Every regular expression that stands in a source, and every place where one is put together. */
function expressionsIn(file: string, source = readFileSync(file, 'utf8')): { literals: Found[]; built: string[] } {
  const literals: Found[] = [];
  const built: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, regex, callee } = node as { type?: string; regex?: { pattern: string; flags: string }; callee?: { name?: string } };
    if (type === 'Literal' && regex) literals.push({ where: file, ...regex });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built.push(file);
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }));
  return { literals, built };
}

async function vulnerable({ where, pattern, flags }: Found): Promise<string[]> {
  const found = await check(pattern, flags.replace('v', 'u'), { timeout: 20_000 });
  // "unknown" is a check that gave up: as bad as a yes.
  return found.status === 'safe' ? [] : [`${where}: /${pattern}/${flags} is ${found.status}`];
}

describe('regular expressions', () => {
  it('take time in line with the text, every one of them', { timeout: 300_000 }, async ({ task }) => {
    const literals = sources.flatMap((file) => expressionsIn(file).literals);
    const unlike = [...new Map(literals.map((one) => [`/${one.pattern}/${one.flags}`, one])).values()];
    const bad: string[] = [];
    for (const one of unlike) bad.push(...(await vulnerable(one)));
    none(task, 'B4', 'regular expressions of bot/ and core/ that recheck finds vulnerable', bad, unlike.length);
  });

  it('are put together only where it is known, from our own words', () => {
    const built = sources.flatMap((file) => expressionsIn(file).built);
    expect(built.sort()).toEqual([
      'bot/telegram/request.ts',
      'bot/web/languages.tsx',
      'core/compile/mark-terms.ts',
      'core/compile/parse.ts',
      'core/compile/parse.ts',
      'core/text.ts',
    ]);
  });

  it('one that can be blown up is found', async () => {
    const { literals, built } = expressionsIn('control.tsx', 'const a = <p>{/^(a+)+$/u.test(b)}</p>; new RegExp(c);');
    expect(built).toHaveLength(1);
    expect(await vulnerable(literals[0] ?? { where: '', pattern: '', flags: '' })).toHaveLength(1);
    // The one of another public service, which takes two minutes for eighty-three letters.
    expect(await vulnerable({ where: '', pattern: '^(?:[A-Z]{2}\\s*)(?:\\d\\s*)*(?:\\d\\s*)*[A-D]$', flags: '' })).toHaveLength(1);
  });
});
