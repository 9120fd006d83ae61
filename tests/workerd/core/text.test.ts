import { describe, expect, it } from 'vitest';
import { fold, readWords, views, words } from '../../../core/text.ts';

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

  it.each(['\u0301\u0316', '\u064B\u0651', '\u0F71\u0F72', 'ﷺ', 'é', 'ا', '👨‍👩‍👧'])('takes time in line with length, also for %j', (unit) => {
    const time = (length: number): number => {
      const text = `x${unit.repeat(Math.ceil(length / unit.length))}`.slice(0, length);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run++) {
        const started = performance.now();
        for (let i = 0; i < 20; i++) readWords(text);
        best = Math.min(best, performance.now() - started);
      }
      return best;
    };
    time(1000);
    expect(time(4000)).toBeLessThan(12 * Math.max(0.5, time(1000)));
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
