/** The language of a question, on questions that were written to measure: none of them is in the corpus that the model learnt from. */
import { describe, expect, it } from 'vitest';
import { createDetector, detectLocale } from '../../core/detect.ts';
import { goldenOf } from '../bench/golden.ts';
import { bundled, corpus } from './corpus.ts';

const detector = createDetector(bundled);
const languages = [...corpus.languages.keys()];

function questionsIn(language: string): string[] {
  // English has ten times the questions of the others.
  return goldenOf(language)
    .slice(0, 100)
    .map(({ text }) => text);
}

function shareRight(asked: readonly (readonly [language: string, text: string])[]): number {
  return asked.filter(([language, text]) => detectLocale(text, detector, null).locale === language).length / asked.length;
}

describe('the language of a question', () => {
  const all = languages.flatMap((language) => questionsIn(language).map((text) => [language, text] as const));

  it('is right for 97 of 100 questions over all languages, romanised ones and mixed ones among them', () => {
    expect(all.length).toBeGreaterThan(1000);
    expect(shareRight(all)).toBeGreaterThanOrEqual(0.97);
  });

  it('is seldom wrong where it is sure', () => {
    const sure = all.filter(([, text]) => detectLocale(text, detector, null).sure);
    expect(sure.length / all.length).toBeGreaterThan(0.8);
    expect(shareRight(sure)).toBeGreaterThanOrEqual(0.99);
  });

  it.each([
    ['Cyrillic', ['bg', 'ru', 'uk']],
    ['Arabic', ['ar', 'fa', 'prs', 'ps', 'ur']],
    ['Ethiopic', ['am', 'ti']],
    ['Iberian', ['ca', 'es', 'pt']],
    ['Germanic', ['de', 'en', 'nl']],
  ])('is told from its neighbours: %s', (_, neighbours) => {
    const asked = all.filter(([language]) => neighbours.includes(language));
    expect(shareRight(asked)).toBeGreaterThanOrEqual(0.92);
  });

  it('is told in Latin letters where people type it so', () => {
    const typed = all.filter(([language, text]) => corpus.languages.get(language)?.data.script !== 'Latn' && /^[\x20-\x7e]+$/.test(text));
    expect(typed.length).toBeGreaterThan(60);
    expect(shareRight(typed)).toBeGreaterThanOrEqual(0.9);
  });

  it('gives way to the one that was set only where the text leaves room', () => {
    const locale = (text: string, prior: string) => detectLocale(text, detector, prior).locale;
    expect(locale('hotel', 'de')).toBe('de');
    expect(locale('mein chef zahlt mir seit zwei monaten keinen lohn', 'fr')).toBe('de');
  });
});
