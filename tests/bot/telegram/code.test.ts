/** What buttons and links carry, for every id of the corpus. */
import { beforeAll, describe, expect, it } from 'vitest';
import { coreFrom } from '../../../bot/disk.ts';
import { type Act, acts, codeOf, decodeTap, encodeTap, readStart, startOf, type Tap } from '../../../bot/telegram/code.ts';
import { doorKinds, type IndexedTopic, readers, topicsIn } from '../../../core/index.ts';
import { bytesOf } from '../../telegram/limits.ts';

const core = coreFrom('dist');
const { bundled } = core;
const places = Object.keys(bundled.places);
const locales = Object.keys(bundled.locales);
let topics: readonly IndexedTopic[];
let kinds: string[];

beforeAll(async () => {
  topics = await topicsIn('en', core);
  kinds = [...new Set((await Promise.all(places.map((place) => doorKinds(place, core)))).flat())];
});

describe('callback data', () => {
  it('comes back as it went in, within 64 bytes', () => {
    let longest = 0;
    for (const act of Object.keys(acts) as Act[])
      for (const locale of locales)
        for (const place of places) {
          const reader = readers[longest % readers.length] ?? 'resident';
          const tap: Tap = { act, locale, place, reader, item: codeOf(topics.at(-1)?.id ?? ''), also: codeOf(topics[0]?.id ?? ''), page: 12 };
          const data = encodeTap(tap);
          expect(decodeTap(data, bundled)).toEqual(tap);
          longest = Math.max(longest, bytesOf(data));
        }
    expect(longest).toBeLessThanOrEqual(64);
  });

  it('has a letter of its own for each act', () => expect(new Set(Object.values(acts)).size).toBe(Object.keys(acts).length));

  it('names no two things alike', () => {
    const groups = [...new Set(topics.map(({ group }) => group))];
    for (const ids of [topics.map(({ id }) => id), groups, kinds, places, locales]) expect(new Set(ids.map(codeOf)).size).toBe(ids.length);
  });
});

describe('links', () => {
  it('come back as they went in, within 64 letters that Telegram takes', () => {
    for (const locale of locales)
      for (const place of places)
        for (const { id: topic } of topics) {
          const start = startOf(place, locale, topic);
          if (!/^[\w-]{1,64}$/.test(start)) throw new Error(start);
          if (JSON.stringify(readStart(start, bundled)) !== JSON.stringify({ place, locale, topic })) throw new Error(start);
        }
  });

  it.each(['', 'es-barcelona', 'es-barcelona_xx', 'es-atlantis_ar', 'es-barcelona_ar_a_b', '__proto___en'])('"%s" is none', (start) =>
    expect(readStart(start, bundled)).toBeNull(),
  );
});
