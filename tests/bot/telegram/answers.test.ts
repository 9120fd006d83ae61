/** A sample of all answers through the stand-in for the Bot API; `npm run test:answers` shows every one. */
import { expect, it } from 'vitest';
import { coreFrom } from '../../../bot/disk.ts';
import { readers, topicsIn } from '../../../core/index.ts';
import { none } from '../../proof/table.ts';
import { openSweep } from '../../telegram/sweep.ts';

const core = coreFrom('dist');

it('every topic, each in three languages and places: none is refused', async ({ task }) => {
  const { swept, show } = openSweep(core, '2026-11-22T10:00:00Z');
  const locales = Object.keys(core.bundled.locales);
  const places = Object.keys(core.bundled.places);
  for (const [i, { id: topic }] of (await topicsIn('en', core)).entries())
    for (let n = 0; n < 3; n++) {
      const at = i * 3 + n;
      const [locale = 'en', place = 'un', reader = 'resident'] = [locales[at % locales.length], places[(at * 7) % places.length], readers[at % readers.length]];
      await show({ topic, locale, place, reader });
    }
  const refused = swept.refused.map(({ description }) => description);
  none(task, 'A9', 'messages of answers that a strict Bot API refuses', refused, swept.messages);
  expect(swept.answers).toBeGreaterThan(500);
  expect(swept.longestData).toBeLessThanOrEqual(64);
});
