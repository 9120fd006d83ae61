/** What `dist/` was compiled from, so that nothing is compiled twice: a run of CI asks for it half a dozen times. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './read.ts';

/** Of the texts, of the code that reads and packs them, and of the libraries it uses. Hex. */
export function digestOf(files: Files, root: string): string {
  const hash = createHash('sha256');
  const add = (name: string, text: string): void => {
    hash.update(`${name}\0${text}\0`);
  };
  for (const [name, text] of files) add(name, text);
  const code = readdirSync(join(root, 'core'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const name of code.sort()) add(name, readFileSync(join(root, 'core', name), 'utf8'));
  add('package-lock.json', readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return hash.digest('hex');
}

/** Before anything is written: what is interrupted halfway is compiled again. */
export function clearStamp(dist: string): void {
  rmSync(stampIn(dist), { force: true });
}

export function writeStamp(dist: string, digest: string): void {
  writeFileSync(stampIn(dist), `${digest} ${shardsIn(dist)}\n`);
}

/** Whether everything in `dist/` stands as it was compiled from these files. */
export function isCurrent(dist: string, digest: string): boolean {
  try {
    return readFileSync(stampIn(dist), 'utf8') === `${digest} ${shardsIn(dist)}\n`;
  } catch {
    return false;
  }
}

function stampIn(dist: string): string {
  return join(dist, 'compiled.txt');
}

/** How many there are, and which bundle stands beside them. */
function shardsIn(dist: string): string {
  const shards = readdirSync(join(dist, 'assets/content'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return `${shards.length} ${createHash('sha256')
    .update(readFileSync(join(dist, 'bundled.json')))
    .digest('hex')}`;
}
