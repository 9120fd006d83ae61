/** What we build on: known, whole, free to use, and as little of it as possible at run time. Signatures and advisories need the registry itself, which CI of a fork asks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, none } from './table.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const text = readFileSync('package-lock.json', 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
const all = Object.entries(packages).filter(([path]) => path !== '');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object; allowScripts: Record<string, boolean> };

/** What ships with us may be used by anybody for anything; tools may also ask for their own changes back. */
const free = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0'];
const tools = [...free, 'MPL-2.0', 'MPL-1.1', 'Python-2.0', 'LGPL-3.0-or-later', 'Zlib', 'BlueOak-1.0.0', 'CC-BY-4.0'];

/** Licences of packages that are on no list. */
function unfree(locked: readonly (readonly [string, Locked])[]): string[] {
  return locked.flatMap(([path, { license = 'none', dev, devOptional }]) => {
    const allowed = dev || devOptional ? tools : free;
    const either = license.replace(/[()]/g, '').split(' OR ');
    return either.some((terms) => terms.split(' AND ').every((term) => allowed.includes(term))) ? [] : [`${path}: ${license}`];
  });
}

/** Packages that nothing vouches for. */
function unsealed(locked: readonly (readonly [string, Locked])[]): string[] {
  return locked.filter(([, { integrity, link }]) => !link && !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path);
}

describe('packages', () => {
  it('have a licence that lets a city use them', ({ task }) => {
    none(task, 'S4', 'packages under a licence that is not on the list', unfree(all), all.length);
    expect(
      unfree([
        ['x', { license: 'AGPL-3.0' }],
        ['y', { license: 'MPL-2.0' }],
        ['z', {}],
        ['t', { license: 'MPL-2.0', dev: true }],
        ['b', { license: '(GPL-2.0 OR MIT)' }],
      ]),
    ).toHaveLength(3);
  });

  it('are each sealed by a hash', ({ task }) => {
    none(task, 'S1', 'packages without a SHA-512 in the lock file', unsealed(all), all.length);
    expect(
      unsealed([
        ['x', { integrity: 'sha1-abc' }],
        ['y', {}],
      ]),
    ).toHaveLength(2);
  });

  it('come from the registry of npm, over HTTPS, under their own names', { timeout: 60_000 }, ({ task }) => {
    const lint = (file: string) =>
      spawnSync(
        'node_modules/.bin/lockfile-lint',
        ['--path', file, '--type', 'npm', '--validate-https', '--validate-integrity', '--validate-package-names', '--allowed-hosts', 'npm'],
        { encoding: 'utf8' },
      );
    const found = lint('package-lock.json');
    measure(task, 'S1', 'lockfile-lint: hosts, HTTPS, integrity, names', { figure: `exit ${found.status}`, bar: 'exit 0', pass: found.status === 0 });
    const folder = mkdtempSync(join(tmpdir(), 'hereabouts-'));
    const [path = ''] = all.find(([, { integrity }]) => integrity) ?? [];
    const foreign = { ...JSON.parse(text), packages: { ...packages, [path]: { ...packages[path], resolved: 'http://evil.example/x.tgz' } } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(foreign));
    expect(lint(join(folder, 'package-lock.json')).status, 'the control').not.toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('that run when installed are known, and that ship are few', ({ task }) => {
    const scripts = all.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/.*node_modules\//, ''));
    expect([...new Set(scripts)].filter((name) => !(name in manifest.allowScripts) && name !== 'fsevents' && name !== 'sharp')).toEqual([]);
    const many = Object.keys(manifest.dependencies).length;
    measure(task, 'S4', 'packages we chose that ship with the Worker', { figure: many, bar: '≤ 7', pass: many <= 7 });
  });

  it('are listed in a CycloneDX bill of materials', { timeout: 60_000 }, ({ task }) => {
    const bill = JSON.parse(
      execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    ) as { bomFormat: string; components: { purl: string; name: string; version: string }[] };
    const listed = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl)));
    const missing = all
      .filter(
        ([path, { version, link }]) => !link && ![...listed].some((purl) => purl.startsWith(`pkg:npm/${path.replace(/.*node_modules\//, '')}@${version}`)),
      )
      .map(([path]) => path);
    expect(bill.bomFormat).toBe('CycloneDX');
    none(task, 'S4', 'packages of the lock file that the bill of materials lacks', missing, all.length);
  });
});

describe('what runs for us elsewhere', () => {
  it('is pinned by its hash', () => {
    const folder = '.github/workflows';
    const files = readdirSync('.github').includes('workflows') ? readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')) : [];
    expect(
      files.flatMap((file) => [...file.matchAll(/uses: *(\S+)/g)].map(([, action = '']) => action)).filter((action) => !/@[0-9a-f]{40}$/.test(action)),
    ).toEqual([]);
  });

  it('no secret stands in a file', ({ task }) => {
    const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.(?:ts|tsx|js|json|toml|md|yml|sh)$|^\.ci/.test(file) && !file.startsWith('content/'));
    const keys = /xox[abp]-\d{6,}-|-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\b\d{8,10}:AA[\w-]{33}\b|\bghp_\w{36}\b|\bnpm_\w{36}\b/;
    none(
      task,
      'S6',
      'files with something that looks like a key',
      files.filter((file) => keys.test(readFileSync(file, 'utf8'))),
      files.length,
    );
    expect(keys.test(`1234567890:AA${'x'.repeat(33)}`), 'the control').toBe(true);
  });
});
