/** `npm run test:answers`: every answer in every language, place and for every reader, through the stand-in for the Bot API. Fails when one is refused. */
import { coreFrom } from '../../bot/disk.ts';
import { readers, topicsIn } from '../../core/index.ts';
import { openSweep } from '../telegram/sweep.ts';

const core = coreFrom('dist');
const topics = (await topicsIn('en', core)).map(({ id }) => id);
const { swept, show } = openSweep(core, new Date().toISOString());
const started = performance.now();
// Place by place, so that its shards stay at hand.
for (const place of Object.keys(core.bundled.places))
  for (const locale of Object.keys(core.bundled.locales))
    for (const [i, topic] of topics.entries()) await show({ topic, locale, place, reader: readers[i % readers.length] ?? 'resident' });
const { refused, ...counts } = swept;
console.log(JSON.stringify({ ...counts, refused: refused.length, seconds: Math.round((performance.now() - started) / 1000) }, null, 2));
for (const { method, description } of refused.slice(0, 20)) console.log(`${method}: ${description}`);
if (refused.length > 0) process.exitCode = 1;
