import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clearStamp, digestOf, isCurrent, writeStamp } from '../../../core/compile/stamp.ts';

const root = mkdtempSync(join(tmpdir(), 'hereabouts-'));
const dist = join(root, 'dist');
mkdirSync(join(root, 'core'), { recursive: true });
mkdirSync(join(dist, 'assets/content'), { recursive: true });
cpSync('core/core.ts', join(root, 'core/core.ts'));
writeFileSync(join(root, 'package-lock.json'), '{}');
writeFileSync(join(dist, 'bundled.json'), '{}');
writeFileSync(join(dist, 'assets/content/one.json'), '{}');

describe('what is compiled already', () => {
  afterAll(() => rmSync(root, { recursive: true }));
  const files = new Map([['content/a.yml', 'a: b']]);

  it('is known by its texts, its code and its libraries', () => {
    const digest = digestOf(files, root);
    expect(digestOf(new Map([['content/a.yml', 'a: c']]), root)).not.toBe(digest);
    expect(digestOf(new Map([['content/b.yml', 'a: b']]), root)).not.toBe(digest);
    writeFileSync(join(root, 'core/more.ts'), 'export {};');
    expect(digestOf(files, root)).not.toBe(digest);
    rmSync(join(root, 'core/more.ts'));
    expect(digestOf(files, root)).toBe(digest);
  });

  it('is compiled again when it was not finished, or when something is missing', () => {
    expect(isCurrent(dist, 'x')).toBe(false);
    writeStamp(dist, 'x');
    expect(isCurrent(dist, 'x')).toBe(true);
    expect(isCurrent(dist, 'y')).toBe(false);
    rmSync(join(dist, 'assets/content/one.json'));
    expect(isCurrent(dist, 'x')).toBe(false);
    writeStamp(dist, 'x');
    writeFileSync(join(dist, 'bundled.json'), '{ }');
    expect(isCurrent(dist, 'x')).toBe(false);
    writeStamp(dist, 'x');
    clearStamp(dist);
    expect(isCurrent(dist, 'x')).toBe(false);
  });
});
