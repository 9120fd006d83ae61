/**
 * `npm run content:po -- export ti [folder]`: the texts of one language as PO files, one for each group of topics.
 * `npm run content:po -- import file.po [--human] [--reviewed-by "role, organisation" --on 2027-01-31]`: takes them back.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from './parse.ts';
import { readFolders } from './read.ts';
import { exportTexts, importTexts } from './translate/exchange.ts';

const options = { human: { type: 'boolean', default: false }, 'reviewed-by': { type: 'string' }, on: { type: 'string' } } as const;
const { positionals, values } = parseArgs({ allowPositionals: true, options });
const [what, subject, folder = 'dist/po'] = positionals;
const files = readFolders(process.cwd());

if (what === 'export' && subject) exportTo(join(folder, subject), subject);
else if (what === 'import' && subject) importFrom(subject);
else {
  console.error('npm run content:po -- export <language> [folder] | import <file.po> [--human] [--reviewed-by "role, organisation" --on <day>]');
  process.exit(1);
}

function exportTo(target: string, tag: string): void {
  mkdirSync(target, { recursive: true });
  const exported = exportTexts(tag, parse(files).corpus, files);
  for (const [group, text] of exported) writeFileSync(join(target, `${group}.po`), text);
  console.log(`${exported.size} files in ${target}`);
}

function importFrom(file: string): void {
  const { human, on = new Date().toISOString().slice(0, 10), 'reviewed-by': reviewer } = values;
  const { writes, refused } = importTexts(readFileSync(file, 'utf8'), files, { human, day: on, ...(reviewer ? { reviewer } : {}) });
  for (const [path, text] of writes) writeFileSync(path, text);
  for (const line of refused) console.error(line);
  console.log(`${writes.size} texts written, ${refused.length} refused. Now run: npm run -s content`);
}
