import { describe, expect, it } from 'vitest';
import { step } from '../../core/compact.ts';
import { uncalibrated } from '../../core/compile/calibrate.ts';
import { buildIndex, type IndexDocument } from '../../core/compile/search-index.ts';
import { decide } from '../../core/decide.ts';
import { bm25, type SearchIndex, search } from '../../core/search.ts';
import { readWords } from '../../core/text.ts';
import { corpus } from '../content/corpus.ts';
import { sample } from '../proof/table.ts';
import { openAlone } from './open-index.ts';
import { searchWithMiniSearch } from './reference.ts';

/** Weights are rounded to steps: a sum of many is off by less than one. */
const packedStep = Math.log(step);
const stopWords = ['the', 'a', 'my'];

function documentsOf(language: string): IndexDocument[] {
  return [...corpus.topics.values()].map((folder, id) => {
    const { title = '', asked = [] } = folder.texts.get(language)?.data ?? {};
    return { id, title, asked: [title, ...asked].join('\n') };
  });
}

function cutFor(lang: string) {
  return { lang, script: corpus.languages.get(lang)?.data.script ?? '' };
}

function open(documents: readonly IndexDocument[], language: string): SearchIndex {
  const topics = documents.map(({ id, title }) => ({ id: String(id), title, group: '' }));
  const index = buildIndex(documents, cutFor(language), { b: bm25.b, isKept: () => true, room: Number.POSITIVE_INFINITY });
  return openAlone(topics, cutFor(language), stopWords, index);
}

describe('the index worked out at compile time', () => {
  const questions: Record<string, string[]> = {
    en: ['boss no pay me 2 month', 'can my child go to school without papers', 'police stopped me', 'the the the my house', 'x'],
    es: ['mi jefe no me paga', 'quiero empadronarme sin contrato', 'la policía me paró'],
    ar: ['صاحب العمل ما دفع لي', 'بدي اسجل ابني بالمدرسة'],
    uk: ['начальник не платить зарплату', 'де переночувати сьогодні'],
  };

  it.each(sample(Object.keys(questions), 2, 1))(
    'gives every topic the score that MiniSearch gives it, but for the steps of packed weights, in %s',
    (language) => {
      const documents = documentsOf(language);
      const index = open(documents, language);
      for (const text of questions[language] ?? []) {
        const reference = searchWithMiniSearch(text, documents, cutFor(language), index.stopWords);
        const hits = search(readWords(text), index, []);
        const given = hits.map(({ topic }) => reference.get(Number(topic.id)) ?? Number.NaN);
        const sum = given.reduce((one, other) => one + other, 0) / hits.reduce((all, { score }) => all + score, 0);
        // What is far behind the best is no hit.
        const near = [...reference].filter(([, score]) => score > Math.max(...reference.values()) / 4);
        expect(
          hits.map(({ topic }) => Number(topic.id)),
          text,
        ).toEqual(expect.arrayContaining(near.map(([id]) => id)));
        for (const { topic, score } of hits) {
          const ratio = (score * sum) / (reference.get(Number(topic.id)) ?? Number.NaN);
          expect(Math.abs(Math.log(ratio)), `${text}: ${topic.title} ${ratio}`).toBeLessThan(packedStep);
        }
      }
    },
  );
});

describe('a decision', () => {
  const index = { calibration: { ...uncalibrated, coveredFrom: 0.4, sureFrom: 0.6 } };
  const hits = (...scores: number[]) =>
    scores.map((score, i) => ({ score, support: score, fit: score, evidence: 2, mass: 1, beyond: 0, topic: { id: String(i), title: '', group: '' } }));
  it.each([
    [[], 'none'],
    [[0.39], 'none'],
    [[0.41, 0.1], 'several'],
    [[0.61, 0.1], 'one'],
    [[0.9, 0.85], 'several'],
    [[0.9, 0.74], 'one'],
    [[0.5], 'one'],
  ] as const)('%j is %s', (scores, decision) => expect(decide(hits(...scores), index)).toBe(decision));
});
