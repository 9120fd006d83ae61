/** What a button may carry, letter by letter. */
import { describe, expect, it } from 'vitest';
import { type Act, acts, codeOf, decodeTap, encodeTap, idOf, linkTo, readStart, startOf } from '../../../bot/telegram/code.ts';
import type { Bundled } from '../../../core/index.ts';

const bundled = { places: { un: {}, xa: {}, 'xa/poseidonis': {} }, locales: { en: {}, ar: {}, 'zh-Hans': {} } } as unknown as Bundled;
const place = codeOf('xa/poseidonis');

describe('a button', () => {
  it('says who, where, in what language and what', () => {
    expect(encodeTap({ act: 'answer', reader: 'staff', locale: 'en', place: 'xa/poseidonis', item: 'abc', also: 'def', page: 7 })).toBe(
      `1as.en.${place}.abc.def.7`,
    );
    expect(encodeTap({ act: 'more', reader: 'resident', locale: 'zh-Hans', place: 'un' })).toBe(`1mr.zh-Hans.${codeOf('un')}...`);
    expect(encodeTap({ act: 'more', reader: 'buddy', locale: 'en', place: 'un', page: 0 })).toMatch(/^1mb\..*\.$/);
  });

  it('has letters that never change: old messages keep their buttons', () => {
    expect(Object.values(acts).join('')).toBe('amdtTcnCplLRgGvVef');
    for (const act of Object.keys(acts) as Act[]) expect(decodeTap(encodeTap({ act, reader: 'resident', locale: 'en', place: 'un' }), bundled)?.act).toBe(act);
  });

  it('is read as it was written, without what it does not say', () => {
    expect(decodeTap(`1ar.ar.${place}...`, bundled)).toStrictEqual({ act: 'answer', reader: 'resident', locale: 'ar', place: 'xa/poseidonis' });
    expect(decodeTap(`1ab.en.${place}.x1.y2.12`, bundled)).toStrictEqual({
      act: 'answer',
      reader: 'buddy',
      locale: 'en',
      place: 'xa/poseidonis',
      item: 'x1',
      also: 'y2',
      page: 12,
    });
    expect(decodeTap(`1as.en.${place}.x1..`, bundled)).toStrictEqual({ act: 'answer', reader: 'staff', locale: 'en', place: 'xa/poseidonis', item: 'x1' });
    expect(decodeTap(`1as.en.${place}..y2.`, bundled)).toStrictEqual({ act: 'answer', reader: 'staff', locale: 'en', place: 'xa/poseidonis', also: 'y2' });
  });

  it.each([
    ['another version', `2ar.en.${place}...`],
    ['something before it', `x1ar.en.${place}...`],
    ['something behind it', `1ar.en.${place}...x`],
    ['an act nobody knows', `1Zr.en.${place}...`],
    ['a reader nobody knows', `1ax.en.${place}...`],
    ['a language we lack', `1ar.xx.${place}...`],
    ['a language of one letter', `1ar.e.${place}...`],
    ['a name that all objects have', `1ar.constructor.${place}...`],
    ['a place that is gone', '1ar.en.zzzzzz...'],
    ['no place', '1ar.en....'],
    ['a place that is too long', `1ar.en.${'a'.repeat(8)}...`],
    ['an item that is too long', `1ar.en.${place}.${'a'.repeat(8)}..`],
    ['another that is too long', `1ar.en.${place}..${'a'.repeat(8)}.`],
    ['a page of three digits', `1ar.en.${place}...123`],
    ['a page that is no number', `1ar.en.${place}...x`],
    ['commas', `1ar,en,${place},,,`],
    ['nothing', ''],
  ])('with %s is none', (_, data) => expect(decodeTap(data, bundled)).toBeNull());
});

describe('a code', () => {
  it('names an id among some', () => {
    expect(idOf(codeOf('b'), ['a', 'b', 'c'])).toBe('b');
    expect(idOf(codeOf('d'), ['a', 'b', 'c'])).toBeUndefined();
    expect(idOf('', ['a', ''])).toBeUndefined();
    expect(idOf(undefined, ['a'])).toBeUndefined();
    expect(codeOf('work-unpaid-wages')).toMatch(/^[0-9a-z]{5,7}$/);
  });
});

describe('a link', () => {
  it('says place, language and topic', () => {
    expect(startOf('xa/poseidonis', 'ar')).toBe('xa-poseidonis_ar');
    expect(startOf('xa/poseidonis', 'ar', 'unpaid-pearls')).toBe('xa-poseidonis_ar_unpaid-pearls');
    expect(linkTo('some_bot', 'xa_ar')).toBe('https://t.me/some_bot?start=xa_ar');
  });

  it('is read as it was written', () => {
    expect(readStart('xa-poseidonis_ar_unpaid-pearls', bundled)).toStrictEqual({ place: 'xa/poseidonis', locale: 'ar', topic: 'unpaid-pearls' });
    expect(readStart('un_en', bundled)).toStrictEqual({ place: 'un', locale: 'en' });
    expect(readStart('un_en_', bundled)).toStrictEqual({ place: 'un', locale: 'en' });
    for (const payload of ['', 'un', 'zz_en', 'un_xx', 'un_en_a_b', 'un_constructor', '__proto___en']) expect(readStart(payload, bundled), payload).toBeNull();
  });
});
