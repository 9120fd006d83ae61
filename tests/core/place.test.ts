/** Which place a question is about, over places made up for it: cities in countries in unions in the world. */
import { describe, expect, it } from 'vitest';
import { createPlaceNames, type Places, placesInText, resolvePlace, world } from '../../core/place.ts';
import { readWords } from '../../core/text.ts';

function place(level: string, chain: readonly string[], spoken: readonly string[] = [], members: readonly string[] = []) {
  return { level, chain, spoken, members, names: {}, lines: [], languages: [], timezone: 'UTC', ask: '' };
}

const places = {
  un: place('world', ['un'], ['World']),
  xu: place('union', ['xu', 'un'], ['Union of the Deep'], ['xa', 'xb', 'xc']),
  xw: place('union', ['xw', 'xu', 'un'], [], ['xc']),
  xa: place('country', ['xa', 'xu', 'un'], ['Atlantis', 'أطلنطس']),
  xb: place('country', ['xb', 'xu', 'un'], ['Borealia']),
  xo: place('country', ['xo', 'un'], ['Outland']),
  'xa/south': place('region', ['xa/south', 'xa', 'xu', 'un'], ['South Reef']),
  'xa/poseidonis': place('city', ['xa/poseidonis', 'xa/south', 'xa', 'xu', 'un'], ['Poseidonis', 'بوسيدونيس']),
  'xa/new-reef': place('city', ['xa/new-reef', 'xa', 'xu', 'un'], ['New Reef', 'New Reef City', 'Reefy']),
  'xb/harbour': place('city', ['xb/harbour', 'xb', 'xu', 'un'], ['Harbour', 'Port']),
  'xo/kelp': place('city', ['xo/kelp', 'xo', 'un'], ['Isle of Kelp', 'بم', 'Longname Bay']),
  'xo/far': place('city', ['xo/far', 'xo', 'un'], ['Farcity', '']),
} as unknown as Places;

const names = createPlaceNames(places);
const found = (text: string): string[] => placesInText(readWords(text), names, places);
const resolved = (text: string, asked?: string) => {
  const { id, notListed } = resolvePlace(readWords(text), asked, names, places);
  return notListed === undefined ? id : [id, notListed];
};

describe('places in a text', () => {
  it.each([
    ['i live in Poseidonis', ['xa/poseidonis']],
    ['ATLANTIS or borealia', ['xa', 'xb']],
    ['in Atlantis, near Poseidonis', ['xa/poseidonis', 'xa']],
    ['New Reef', ['xa/new-reef']],
    ['new', []],
    ['reef', []],
    ['new shoes, old reef', []],
    ['the South Reef of', ['xa/south']],
    ['New Reef City Harbour', ['xa/new-reef', 'xb/harbour']],
    ['new reef and new reef', ['xa/new-reef']],
    ['the union of the deep', []],
    ['the world', []],
    ['on the Isle of Kelp today', ['xo/kelp']],
    ['isle of', []],
    ['kelp of isle', []],
    ['longnames bay', []],
    ['', []],
  ])('"%s": %j', (text, ids) => expect(found(text)).toEqual(ids));

  it('are found with what Arabic writes onto a name, where the rest is a name', () => {
    for (const prefix of ['ب', 'ل', 'و', 'ف', 'وب', 'ول']) expect(found(`${prefix}بوسيدونيس`)).toEqual(['xa/poseidonis']);
    expect(found('كبوسيدونيس')).toEqual([]);
    expect(found('بم')).toEqual(['xo/kelp']);
    expect(found('ببم')).toEqual([]);
  });

  it('are found with an ending of up to four letters, when they are cities of five letters or more', () => {
    for (const ending of ['s', 'dan', 'ből', 'nden']) expect(found(`Poseidonis${ending}`), ending).toEqual(['xa/poseidonis']);
    expect(found('Poseidonisabcde')).toEqual([]);
    expect(found('reefyn')).toEqual(['xa/new-reef']);
    expect(found('ports')).toEqual([]);
    expect(found('atlantisan')).toEqual([]);
    expect(found('harbours')).toEqual(['xb/harbour']);
    expect(found('harbo')).toEqual([]);
  });
});

describe('the place to answer for', () => {
  it.each([
    ['x', undefined, world],
    ['x', 'xa', 'xa'],
    ['x', 'XA/Poseidonis', 'xa/poseidonis'],
    ['in Harbour', undefined, 'xb/harbour'],
    ['in Harbour', 'xo', 'xb/harbour'],
    // Naming the place that was set, or what it lies in, keeps it.
    ['in Atlantis', 'xa/poseidonis', 'xa/poseidonis'],
    ['in Poseidonis', 'xa/poseidonis', 'xa/poseidonis'],
    ['from Borealia to Atlantis', 'xa/poseidonis', 'xa/poseidonis'],
    ['Poseidonis', 'xa', 'xa/poseidonis'],
    // Of several, the nearer when one lies in the other, else what they share.
    ['Poseidonis in Atlantis', undefined, 'xa/poseidonis'],
    ['Poseidonis and South Reef', undefined, 'xa/poseidonis'],
    ['Poseidonis and New Reef', undefined, 'xa'],
    ['Poseidonis and Harbour', undefined, 'xu'],
    ['Poseidonis and Farcity', undefined, 'un'],
    ['Poseidonis, New Reef and Harbour', undefined, 'xu'],
    ['Atlantis and Borealia', undefined, 'xu'],
    ['Borealia and Harbour', 'xo/far', 'xb/harbour'],
  ])('"%s" with %s set is %s', (text, asked, id) => expect(resolved(text, asked)).toEqual(id));

  it.each([
    ['xa/nowhere', ['xa', 'xa/nowhere']],
    ['xc/nowhere', ['xw', 'xc/nowhere']],
    ['xc', ['xw', 'xc']],
    ['zz/nowhere', ['un', 'zz/nowhere']],
    ['zz', ['un', 'zz']],
    ['/', ['un', '/']],
    ['__proto__', ['un', '__proto__']],
    ['constructor/x', ['un', 'constructor/x']],
    ['', 'un'],
  ])('that is not listed, %s, is the next above', (asked, given) => expect(resolved('x', asked)).toEqual(given));

  it('is not said to be missing when the text names another', () => expect(resolved('in Harbour', 'zz/nowhere')).toBe('xb/harbour'));

  it('brings what is known of it', () => {
    const { place: known } = resolvePlace([], 'xa', names, places);
    expect(known).toBe(places.xa);
    expect(resolvePlace(readWords('Harbour'), undefined, names, places).place).toBe(places['xb/harbour']);
  });

  it('a bundle that names a place it does not hold is a fault of ours', () => {
    const broken = { xa: places.xa } as unknown as Places;
    expect(() => resolvePlace([], undefined, createPlaceNames(broken), broken)).toThrow('no place un');
  });
});
