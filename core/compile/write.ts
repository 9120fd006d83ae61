/** Writes what was compiled: shards among the static assets, the bundle beside them for the Worker to import. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Emitted } from './emit.ts';

/** `dist/assets/content/<shard>.json` and `dist/bundled.json`. Files that no longer belong are removed. */
export function writeDist(dist: string, { shards, bundled }: Emitted): void {
  const folder = join(dist, 'assets/content');
  const wanted = new Set<string>();
  for (const [name, text] of shards) {
    const path = join(folder, `${name}.json`);
    wanted.add(path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(path)) rmSync(path);
  }
  writeFileSync(join(dist, 'bundled.json'), JSON.stringify(bundled));
}
