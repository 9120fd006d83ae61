/** Text with styles, piece by piece: what each function gives, and nothing more. */
import { describe, expect, it } from 'vitest';
import { bold, dialled, fold, isolate, italic, join, lengthOf, plain, shorten, split, toHtml, toPlain } from '../../../bot/telegram/rich.ts';

describe('pieces', () => {
  it('have the style they are given', () => {
    expect(plain('a')).toStrictEqual([{ text: 'a' }]);
    expect(bold('a')).toStrictEqual([{ text: 'a', style: 'bold' }]);
    expect(italic('a')).toStrictEqual([{ text: 'a', style: 'italic' }]);
    expect(fold([{ text: 'a', style: 'bold' }])).toStrictEqual([{ text: 'a', style: 'bold', folded: true }]);
  });

  it('are joined with something between, and empty ones are left out', () => {
    expect(join([plain('a'), [], bold('b'), []], '; ')).toStrictEqual([{ text: 'a' }, { text: '; ' }, { text: 'b', style: 'bold' }]);
    expect(join([[], []], '; ')).toStrictEqual([]);
    expect(join([plain('a')], '; ')).toStrictEqual([{ text: 'a' }]);
  });

  it('are as long, and say the same, as their texts', () => {
    const rich = [...plain('ab'), ...bold('cde')];
    expect([lengthOf(rich), lengthOf([]), toPlain(rich), toPlain([])]).toEqual([5, 0, 'abcde', '']);
  });
});

describe('HTML of the Bot API', () => {
  it('has a tag for each style, and each sign that means something escaped', () => {
    expect(toHtml([...plain('<&>"'), ...bold('b'), ...italic('i')])).toBe('&lt;&amp;&gt;&quot;<b>b</b><i>i</i>');
    expect(toHtml([{ text: 'x', style: 'bold', href: 'https://e.example/?a="<&' }])).toBe('<a href="https://e.example/?a=&quot;&lt;&amp;"><b>x</b></a>');
  });

  it('folds neighbours into one quotation, and closes it', () => {
    expect(toHtml([...fold([...plain('a'), ...bold('b')])])).toBe('<blockquote expandable>a<b>b</b></blockquote>');
    expect(toHtml([...plain('x'), ...fold(plain('a')), ...plain('y')])).toBe('x<blockquote expandable>a</blockquote>y');
    expect(toHtml([])).toBe('');
  });
});

describe('directions', () => {
  it('stay inside what is isolated', () => expect(isolate('x')).toBe('\u2068x\u2069'));
  it.each([
    ['112', 'ltr', '112'],
    ['112', 'rtl', '112'],
    ['900 1', 'ltr', '900 1'],
    ['900 1', 'rtl', '\u2066900 1\u2069'],
    ['+1', 'rtl', '\u2066+1\u2069'],
    ['112a', 'rtl', '\u2066112a\u2069'],
    ['a112', 'rtl', '\u2066a112\u2069'],
  ] as const)('of %s among %s', (number, direction, shown) => expect(dialled(number, direction)).toBe(shown));
});

describe('a label', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['abc', 4, 'abc'],
    // Two units, one letter each.
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀😀', 3, '😀😀…'],
  ])('"%s" in %i is "%s"', (text, most, shown) => expect(shorten(text, most)).toBe(shown));
});

describe('a message that is too long', () => {
  const texts = (text: string, limit: number): string[] => split(plain(text), limit).map(toPlain);

  it('is cut after a paragraph before a line, and after a line before a sentence', () => {
    expect(texts('one one\n\ntwo\ntwo', 12)).toEqual(['one one', 'two\ntwo']);
    expect(texts('one. one\ntwo. two', 12)).toEqual(['one. one', 'two. two']);
    expect(texts('One one. Two two.', 12)).toEqual(['One one.', 'Two two.']);
  });

  it('is not cut so that less than half would stand alone', () => {
    expect(texts('ab\n\ncdefghijklmnop', 10)).toEqual(['ab\n\ncdefgh', 'ijklmnop']);
    expect(texts('abcdef\ncdefghijk', 10)).toEqual(['abcdef', 'cdefghijk']);
  });

  it('is not cut when it just fits', () => {
    expect(texts('abcdefghij', 10)).toEqual(['abcdefghij']);
    expect(texts('abcdefghijk', 10)).toEqual(['abcdefghij', 'k']);
    expect(texts(`${' '.repeat(20)}abc${' '.repeat(20)}`, 10)).toEqual(['abc']);
  });

  it('keeps a letter of two units whole, also in a letter that is longer than a message', () => {
    expect(texts(`a${'😀'.repeat(6)}`, 6)).toEqual(['a😀😀', '😀😀😀', '😀']);
    const one = `a${'\u200D😀'.repeat(6)}`;
    for (const limit of [5, 6, 7]) for (const piece of texts(one, limit)) expect(piece.isWellFormed(), `${limit}`).toBe(true);
  });

  it('keeps styles on both sides of a cut', () => {
    expect(split([{ text: 'abcdef', style: 'bold', href: 'https://e.example' }], 4)).toStrictEqual([
      [{ text: 'abcd', style: 'bold', href: 'https://e.example' }],
      [{ text: 'ef', style: 'bold', href: 'https://e.example' }],
    ]);
  });
});
