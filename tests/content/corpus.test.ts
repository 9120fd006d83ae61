/** The real content, as a whole. What it says about the law is not asserted here; that it hangs together is. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allProseFolders } from '../../core/compile/corpus.ts';
import { type Line, readers } from '../../core/index.ts';
import { sample } from '../proof/table.ts';
import { bundled, corpus, places, put, titleOf, topics } from './corpus.ts';

/** English is whole; the other languages grow text by text. */
const languages = [...corpus.locales.keys()];

/** Those it has a title for: with a text, or as a stub. */
function topicsIn(language: string): string[] {
  return topics.filter((topic) => corpus.topics.get(topic)?.texts.has(language));
}

/** The languages in which one layer of a topic is written: a stub is not. */
function textsOf(topic: string, place: string | null): string[] {
  const folder = place === null ? corpus.topics.get(topic) : corpus.places.get(place)?.topics.get(topic);
  return [...(folder?.texts ?? [])].filter(([, { data }]) => data.sections.length > 0).map(([language]) => language);
}

/** The phone lines that stand in the sentences of an answer. */
function linesIn(value: unknown): Line[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'line' && 'line' in value) return [value.line as Line];
  return Object.values(value).flatMap(linesIn);
}

describe('the corpus', () => {
  it('has every topic in English', () => {
    for (const folder of allProseFolders(corpus)) expect([...folder.texts.keys()], folder.file).toContain('en');
  });

  it('has a door for most needs in each city', () => {
    for (const city of places.filter((place) => place.includes('/'))) expect(corpus.places.get(city)?.services.size, city).toBeGreaterThanOrEqual(20);
  });

  it.each(languages)('finds every topic by its own title in %s', async (language) => {
    for (const topic of topicsIn(language)) {
      const answer = await put(titleOf(topic, language), { locale: language });
      expect(answer.topics[0]?.id, titleOf(topic, language)).toBe(topic);
    }
  });

  it.each(languages)(
    'answers every topic for every place and reader in %s, with right and source, and says so where a text is in another language',
    async (language) => {
      // At the gate a third of the topics, others in each language; every one in the long run.
      for (const topic of sample(topicsIn(language), 3, languages.indexOf(language))) {
        // A stub is read in another language, whose readers are tried below their own.
        const isText = textsOf(topic, null).includes(language);
        for (const place of isText ? places : places.filter((id) => id.includes('/'))) {
          for (const reader of isText ? readers : readers.slice(0, 1)) {
            const answer = await put(titleOf(topic, language), { locale: language, place, reader });
            const where = `${topic} ${place} ${language} ${reader}`;
            if (answer.outcome !== 'answered') throw new Error(`${where} is ${answer.outcome}`);
            expect(answer.topic.id, where).toBe(topic);
            expect(answer.fellBackFrom === undefined, where).toBe(answer.answeredIn === language);
            for (const { lang, place: layer } of answer.sections) expect(lang === language || !textsOf(topic, layer).includes(language), where).toBe(true);
            expect(
              answer.sections.map(({ name }) => name),
              where,
            ).toContain('answer');
            expect(
              answer.sections.every((section) => section.blocks.length > 0),
              where,
            ).toBe(true);
            expect(answer.citations.length, where).toBeGreaterThan(0);
          }
        }
      }
    },
  );

  it.each(['gb', 'gb/york', 'us', 'us/new-york'].filter((place) => places.includes(place)))(
    'brings no law, text or number of the European Union to %s',
    async (place) => {
      const chain = bundled.places[place]?.chain ?? [];
      const known = chain.flatMap((id) => corpus.places.get(id)?.place.data.lines ?? []);
      expect(chain).not.toContain('eu');
      for (const topic of topics) {
        for (const reader of readers) {
          const answer = await put(titleOf(topic, 'en'), { place, reader });
          expect(answer.place).toBe(place);
          if (answer.outcome !== 'answered') throw new Error(`${topic} ${place} is ${answer.outcome}`);
          for (const citation of answer.citations) if (citation.type === 'law') expect(chain, `${topic} ${citation.law}`).toContain(citation.holdsIn);
          for (const section of answer.sections) expect([null, ...chain], topic).toContain(section.place);
          for (const line of [...answer.lines, ...linesIn(answer.sections)]) expect(known, `${topic} ${line.number}`).toContainEqual(line);
        }
      }
    },
  );

  it('brings no law of one place to a place that is not listed', async () => {
    for (const topic of topics) {
      const answer = await put(titleOf(topic, 'en'), { place: 'br/sao-paulo' });
      expect(answer.place).toBe('un');
      if (answer.outcome !== 'answered') continue;
      for (const citation of answer.citations) if (citation.type === 'law') expect(citation.holdsIn, topic).toBe('un');
      expect(answer.lines, topic).toEqual([]);
    }
  });

  it('keeps a first answer within five shards and 250 KB, in any language, place and group', () => {
    const size = new Map(Object.keys(bundled.shards).map((name) => [name, gzipSync(readFileSync(`dist/assets/content/${name}.json`)).length]));
    const sizeOf = (names: readonly string[]): number => names.map((name) => size.get(name)).find((bytes) => bytes !== undefined) ?? 0;
    const groups = new Set(topics.map((topic) => corpus.topics.get(topic)?.topic.data.group));
    for (const language of languages) {
      for (const place of places) {
        for (const group of groups) {
          const chain = bundled.places[place]?.chain ?? [];
          const loaded = [
            [`index.${language}`],
            [`ui.${language}`],
            [`place.${place}`],
            [`text.${language}.${group}`, `text.en.${group}`],
            chain.flatMap((id) => [`place.${id}.${language}.${group}`, `place.${id}.en.${group}`]),
          ];
          const bytes = loaded.map(sizeOf).reduce((sum, one) => sum + one, 0);
          expect(bytes, `${language} ${place} ${group}`).toBeLessThanOrEqual(250 * 1024);
        }
      }
    }
  });

  it('never leaves a country or city without its emergency and help lines', () => {
    for (const place of places.filter((id) => corpus.places.get(id)?.place.data.timezone || id.includes('/'))) {
      const kinds = bundled.places[place]?.lines.map(({ kind }) => kind);
      expect(kinds?.[0], place).toBe('emergency');
      expect(kinds, place).toEqual(expect.arrayContaining(['violence-women', 'child', 'suicide']));
    }
  });

  it('pretends no review: nobody has checked a text yet', () => {
    for (const folder of [...corpus.topics.values(), ...[...corpus.places.values()].flatMap((place) => [...place.topics.values()])]) {
      for (const { file, data } of folder.texts.values()) expect(data.reviewed_by, file).toEqual({});
    }
  });

  it('shows no shelter or anti-trafficking address', () => {
    for (const { services } of corpus.places.values()) {
      for (const { file, data } of services.values()) {
        if (data.categories[0] === 'trafficking-help' || (data.categories[0] === 'women-violence' && data.categories.includes('shelter')))
          expect(data.locations, file).toEqual([]);
      }
    }
  });
});
