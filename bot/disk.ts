/** The core from disk, for what runs on an editor's or a developer's machine. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Bundled, type Core, openCore } from '../core/index.ts';

/** Opens what `npm run content` wrote to a folder. */
export function coreFrom(dist: string): Core {
  const bundled = JSON.parse(readFileSync(`${dist}/bundled.json`, 'utf8')) as Bundled;
  return openCore(bundled, async (name) => {
    const bytes = await readFile(`${dist}/assets/content/${name}.json`);
    return new Uint8Array(bytes).buffer;
  });
}
