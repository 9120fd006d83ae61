import { describe, expect, it } from 'vitest';
import { createDetector, detectLocale, fallbackChain, knownLocale, preferredLocale } from '../../../core/locale.ts';
import { createPlaceNames, placeInText, resolvePlace } from '../../../core/place.ts';
import { readWords } from '../../../core/text.ts';
import { bundled } from '../atlantis.ts';

const { locales, places } = bundled;
const detector = createDetector(bundled.languages);
const names = createPlaceNames(places);
const detect = (text: string, prior: string | null = null) => detectLocale(text, readWords(text), detector, prior);

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
    ['Pearl', 'ar', 'ar'],
    ['Pearl', null, 'en'],
    ['123 🙏', 'ar', null],
  ])('%s, set to %s, is %s', (text, prior, found) => expect(detect(text, prior)).toBe(found));
});

describe('the place of a question', () => {
  const named = (text: string) => placeInText(readWords(text), names, places);
  it.each([
    ['school in Poseidonis please', 'xa/poseidonis'],
    ['I am in POS CITY now', 'xa/poseidonis'],
    ['المدرسة في بوسيدونيس', 'xa/poseidonis'],
    ['مدرسة ببوسيدونيس', 'xa/poseidonis'],
    ['in Atlantis', 'xa'],
    ['from Atlantis to Reef', 'xa/reef'],
    ['union of seas', null],
    ['nowhere', null],
  ])('%s: %s', (text, place) => expect(named(text)).toBe(place));

  it('that is named wins over the setting, but its country keeps the city that was set', () => {
    expect(resolvePlace(readWords('school in reef'), 'xa/poseidonis', names, places).id).toBe('xa/reef');
    expect(resolvePlace(readWords('school in atlantis'), 'xa/poseidonis', names, places).id).toBe('xa/poseidonis');
    expect(resolvePlace(readWords('school in atlantis'), undefined, names, places).id).toBe('xa');
  });
});
