import { describe, expect, it } from 'vitest';
import { createDetector, detectLocale } from '../../../core/detect.ts';
import { fallbackChain, knownLocale, preferredLocale } from '../../../core/locale.ts';
import { createPlaceNames, placesInText, resolvePlace } from '../../../core/place.ts';
import { readWords } from '../../../core/text.ts';
import { bundled } from '../atlantis.ts';

const { locales, places } = bundled;
const detector = createDetector(bundled);
const names = createPlaceNames(places);
const detect = (text: string, prior: string | null = null) => detectLocale(text, detector, prior).locale;

describe('a language tag', () => {
  it.each([
    ['en', 'en'],
    ['EN_us', 'en'],
    ['ar-MA', 'ar'],
    ['tlh', null],
    ['', null],
    [undefined, null],
    ['__proto__', null],
    ['../../x', null],
  ])('%s is %s', (tag, known) => expect(knownLocale(tag, locales)).toBe(known));
  it('is taken from a header by its quality', () => {
    expect(preferredLocale('fr, en;q=0.3, ar;q=0.8', locales)).toBe('ar');
    expect(preferredLocale('*;;;q=,', locales)).toBeNull();
    expect(preferredLocale(undefined, locales)).toBeNull();
  });
  it('falls back to English in the end', () => expect(fallbackChain('ar', locales)).toEqual(['ar', 'en']));
});

describe('the language of a question', () => {
  it.each([
    ['where is my school', 'ar', 'en'],
    ['كيف', 'en', 'ar'],
    ['Pearl', 'ar', 'en'],
    ['Pearl', null, 'en'],
    ['123 🙏', 'ar', null],
  ])('%s, set to %s, is %s', (text, prior, found) => expect(detect(text, prior)).toBe(found));
});

describe('the place of a question', () => {
  const named = (text: string) => placesInText(readWords(text), names, places);
  it.each([
    ['school in Poseidonis please', ['xa/poseidonis']],
    ['I am in POS CITY now', ['xa/poseidonis']],
    ['المدرسة في بوسيدونيس', ['xa/poseidonis']],
    ['مدرسة ببوسيدونيس', ['xa/poseidonis']],
    ['we live in Poseidonisben', ['xa/poseidonis']],
    ["Poseidonis'te", ['xa/poseidonis']],
    ['Poseidonisphere', []],
    ['an Atlantisan law', []],
    ['in Atlantis', ['xa']],
    ['from Atlantis to Reef', ['xa/reef', 'xa']],
    ['union of seas', []],
    ['nowhere', []],
  ])('%s: %j', (text, ids) => expect(named(text)).toEqual(ids));

  it.each([
    ['school in reef', 'xa/poseidonis', 'xa/reef'],
    ['school in atlantis', 'xa/poseidonis', 'xa/poseidonis'],
    ['school in atlantis', undefined, 'xa'],
    ['i come from reef and live in poseidonis', 'xa/poseidonis', 'xa/poseidonis'],
    ['i come from reef and live in poseidonis', undefined, 'xa'],
    ['reef, in atlantis', undefined, 'xa/reef'],
  ])('"%s", set to %s, is answered for %s', (text, set, id) => expect(resolvePlace(readWords(text), set, names, places).id).toBe(id));
});
