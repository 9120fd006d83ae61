import { describe, expect, it } from 'vitest';
import { fold, views, words } from '../../../core/text.ts';

describe('fold', () => {
  it.each([
    ['ÁRBOL niño', 'arbol nino'],
    ['مَدْرَسَة', 'مدرسه'],
    ['أإآى', 'ااا' + 'ي'],
    ['Ім’я', 'імя'],
    ['їжа й ґанок', 'їжа й ґанок'],
    ['١٢٣ ۴۵ ९', '123 45 9'],
    ['ＡＢＣ', 'abc'],
    ['a\u202Eb\u0000c', 'abc'],
  ])('%s -> %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('takes whole stacks of marks off a letter', () => {
    const zalgo = `h${'\u0301\u0323\u0330'.repeat(500)}i`;
    expect(fold(zalgo).length).toBeLessThan(10);
  });
});

describe('words', () => {
  it('cuts scripts without spaces', () => expect(words('我没有收到工资').length).toBeGreaterThan(2));
  it('finds none in emoji or punctuation', () => expect(words(fold('🙏🏽 … !!'))).toEqual([]));
});

describe('views', () => {
  it('stems words, cuts n-grams, pairs neighbours', () => {
    const { words: stems, grams, pairs } = views('unpaid wages', { lang: 'en', script: 'Latn' });
    expect(stems).toEqual(['unpaid', 'wage']);
    expect(grams).toContain('~wage');
    expect(pairs).toEqual(['unpaid wage']);
  });
});
