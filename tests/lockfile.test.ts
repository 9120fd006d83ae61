import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };

/** Where Node would look for a package that another one needs: beside it, then in each folder above. */
function isLocked(name: string, from: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
}

describe('the lock file', () => {
  it('holds the optional packages of every platform, so that npm ci works on each', () => {
    const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(name, from))
        .map((name) => `${from} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('would notice one that is missing', () => expect(isLocked('@cloudflare/workerd-amiga-64', 'node_modules/workerd')).toBe(false));

  it('holds one version of workerd and of wrangler', () => {
    for (const name of ['workerd', 'wrangler', 'miniflare'])
      expect(Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))).toHaveLength(1);
  });

  it('names no registry', () => expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/));
});

describe('package.json', () => {
  it('pins every version exactly', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('keeps the packages the project is built on', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const name of ['grammy', '@slack/bolt', 'i18next', 'minisearch', 'hono', 'vitest']) expect(all, name).toHaveProperty([name]);
  });
});
