/** Reads the folders. The only file of the core, with `cli.ts`, that touches the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path from the root, with forward slashes -> text. Sorted, so that the same files always give the same bytes. */
export type Files = ReadonlyMap<string, string>;

const folders = ['content', 'locales', 'tests/questions'];

export function readFolders(root: string): Files {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const path of list(join(root, folder)).sort()) {
      files.set(`${folder}/${path}`, readFileSync(join(root, folder, path), 'utf8').replaceAll('\r\n', '\n'));
    }
  }
  return files;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ya?ml|md|json)$/.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
  } catch {
    return [];
  }
}
