/** `npm run content:feedback -- --place es/barcelona [--remote]`: the weekly counts of a place, from the local database or the deployed one. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Counted, countLines, countsOf } from './feedback.ts';

const { values } = parseArgs({ options: { place: { type: 'string' }, remote: { type: 'boolean', default: false } } });
const { place = '', remote } = values;
if (!/^[a-z]{2,3}(?:\/[a-z0-9-]+)?$/.test(place)) {
  console.error('Which place? npm run content:feedback -- --place es/barcelona [--remote]');
  process.exit(2);
}
const where = remote ? '--remote' : '--local';
const { status, stdout, stderr } = spawnSync('wrangler', ['d1', 'execute', 'DB', where, '--json', '--command', countsOf(place)], { encoding: 'utf8' });
if (status !== 0) {
  console.error(`The database cannot be read. Its tables: npx wrangler d1 migrations apply DB ${where}\n${stderr || stdout}`);
  process.exit(1);
}
const [found] = JSON.parse(stdout) as { readonly results: readonly Counted[] }[];
console.log(countLines(found?.results ?? [], place).join('\n'));
