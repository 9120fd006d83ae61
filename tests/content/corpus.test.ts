/** The real content, as a whole. What it says about the law is not asserted here; that it hangs together is. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../core/compile/index.ts';
import { readFolders } from '../../core/compile/read.ts';
import { type Answer, ask, openCore, type Question, readers } from '../../core/index.ts';

const { corpus, emitted, problems } = compile(readFolders('.'));
if (!emitted) throw new Error(problems.map((problem) => `${problem.file}: ${problem.what}`).join('\n'));
const encoder = new TextEncoder();
const core = openCore(emitted.bundled, async (name) => encoder.encode(emitted.shards.get(name)).buffer as ArrayBuffer);
/** Languages with every text. Another one may grow text by text: it is added here when it is whole. */
const languages = ['ar', 'en', 'es', 'uk'];
const topics = [...corpus.topics.keys()];
const places = Object.keys(emitted.bundled.places);
const askedAt = '2026-11-24T10:00:00Z';

function put(text: string, more: Partial<Question> = {}): Promise<Answer> {
  return ask({ text, reader: 'resident', askedAt, channel: 'terminal', place: 'un', ...more }, core);
}

function titleOf(topic: string, language: string): string {
  return corpus.topics.get(topic)?.texts.get(language)?.data.title ?? '';
}

describe('the corpus', () => {
  it('has at least twenty topics in eight groups, each whole in every language', () => {
    expect(topics.length).toBeGreaterThanOrEqual(20);
    expect(new Set(topics.map((topic) => corpus.topics.get(topic)?.topic.data.group)).size).toBeGreaterThanOrEqual(8);
    for (const topic of topics) expect([...(corpus.topics.get(topic)?.texts.keys() ?? [])], topic).toEqual(expect.arrayContaining(languages));
  });

  it('has a door for most needs in each city', () => {
    for (const city of places.filter((place) => place.includes('/'))) expect(corpus.places.get(city)?.services.size, city).toBeGreaterThanOrEqual(20);
  });

  it.each(languages)('finds every topic by its own title in %s', async (language) => {
    for (const topic of topics) {
      const answer = await put(titleOf(topic, language), { locale: language });
      expect(answer.topics[0]?.id, titleOf(topic, language)).toBe(topic);
    }
  });

  it('answers every topic for every place, language and reader, in that language, with right, risk and a source', async () => {
    for (const topic of topics) {
      for (const place of places) {
        for (const language of languages) {
          for (const reader of readers) {
            const answer = await put(titleOf(topic, language), { locale: language, place, reader });
            const where = `${topic} ${place} ${language} ${reader}`;
            if (answer.outcome !== 'answered') throw new Error(`${where} is ${answer.outcome}`);
            expect(answer.topic.id, where).toBe(topic);
            expect(answer.fellBackFrom, where).toBeUndefined();
            for (const section of [...answer.sections, ...answer.deadlines]) expect(section.lang, where).toBe(language);
            expect(
              answer.sections.every((section) => section.blocks.length > 0),
              where,
            ).toBe(true);
            expect(answer.citations.length, where).toBeGreaterThan(0);
          }
        }
      }
    }
  });

  it('brings no law, text or number of Europe to a place outside it', async () => {
    for (const topic of topics) {
      const answer = await put(titleOf(topic, 'en'), { place: 'us/new-york' });
      expect(answer.place).toBe('un');
      if (answer.outcome !== 'answered') continue;
      expect(
        answer.citations.flatMap((citation) => (citation.type === 'law' ? citation.holdsIn : [])).filter((place) => place !== 'un'),
        topic,
      ).toEqual([]);
      expect(
        answer.sections.filter((section) => section.place !== null && section.place !== 'un'),
        topic,
      ).toEqual([]);
      expect(answer.lines, topic).toEqual([]);
    }
  });

  it('never leaves a country or city without its emergency and help lines', () => {
    for (const place of places.filter((id) => corpus.places.get(id)?.place.data.timezone || id.includes('/'))) {
      const kinds = emitted.bundled.places[place]?.lines.map(({ kind }) => kind);
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
