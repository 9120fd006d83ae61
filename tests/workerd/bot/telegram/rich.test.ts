/** Cutting and escaping, with whatever people and content may hold. */
import { describe, expect, it } from 'vitest';
import { dialled, lengthOf, type Rich, shorten, split, toHtml, toPlain } from '../../../../bot/telegram/rich.ts';
import { measure } from '../../../proof/table.ts';
import { parseHtml } from '../../../telegram/entities.ts';

let seed = 42;
/** The same numbers in every run. */
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

const pieces = [
  'a',
  'boss ',
  'صاحب العمل ',
  '老板',
  'зарплата. ',
  '👩🏽‍⚕️',
  '🇪🇸',
  'e\u0301',
  'क्षि',
  'ภาษาไทย',
  '\n',
  '\n\n',
  ' ',
  '. ',
  '<b>',
  '</i>',
  '&lt;',
  '&',
  '<!channel>',
  '"',
  `z${'\u0335\u0322'.repeat(40)}`,
  '<a href="javascript:x">',
  '<blockquote>',
];

function randomText(many: number): string {
  return Array.from({ length: many }, () => pieces[random(pieces.length)]).join('');
}

function randomRich(many: number): Rich {
  const styles = [
    {},
    { style: 'bold' },
    { style: 'italic' },
    { href: 'https://example.org/?a=1&b="2"' },
    { folded: true },
    { style: 'bold', folded: true },
  ] as const;
  return Array.from({ length: many }, () => ({ text: randomText(1 + random(60)), ...styles[random(styles.length)] }));
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const cuts = (text: string): Set<number> => new Set([...graphemes.segment(text)].map(({ index }) => index));

describe('split', () => {
  it('keeps every letter, in messages that fit, cut between graphemes, and each valid by itself', ({ task }) => {
    let messages = 0;
    for (let i = 0; i < 300; i++) {
      const limit = [4096, 512, 100][i % 3] ?? 4096;
      const rich = randomRich(1 + random(80));
      const whole = toPlain(rich);
      const allowed = cuts(whole);
      let at = 0;
      for (const piece of split(rich, limit)) {
        const text = toPlain(piece);
        messages++;
        expect(lengthOf(piece)).toBeLessThanOrEqual(limit);
        expect(text.trim()).toBe(text);
        expect(parseHtml(toHtml(piece)).text).toBe(text);
        const found = whole.indexOf(text, at);
        expect(whole.slice(at, found).trim(), 'only spaces are lost').toBe('');
        at = found + text.length;
        if (at < whole.length) expect(allowed.has(at), JSON.stringify(whole.slice(at - 5, at + 5))).toBe(true);
      }
      expect(whole.slice(at).trim()).toBe('');
    }
    measure(task, 'A10', 'messages cut between graphemes, each valid by itself', { figure: messages, bar: '> 1,000', pass: messages > 1000 });
  });

  it('cuts after a paragraph, else after a sentence, else between words of nobody', () => {
    expect(split([{ text: `${'a'.repeat(80)}\n\n${'b'.repeat(80)}` }], 100).map(toPlain)).toEqual(['a'.repeat(80), 'b'.repeat(80)]);
    expect(split([{ text: `${'One word. '.repeat(12)}` }], 100).map(toPlain)).toEqual(['One word. '.repeat(10).trim(), 'One word. One word.']);
    expect(split([{ text: 'x'.repeat(250) }], 100).map(lengthOf)).toEqual([100, 100, 50]);
  });

  it('cuts a grapheme that is longer than a message between code points', () => {
    const zalgo = `z${'\u0335'.repeat(5000)}😀`;
    const parts = split([{ text: zalgo }]);
    expect(parts.map(toPlain).join('')).toBe(zalgo);
    expect(split([{ text: '😀'.repeat(60).replaceAll('😀', '\u{1F468}\u200D') }], 99).every((part) => !/[\uD800-\uDBFF]$/.test(toPlain(part)))).toBe(true);
  });

  it('sends nothing for nothing', () => expect([split([]), split([{ text: ' \n ' }])]).toEqual([[], []]));
});

describe('escaping', () => {
  it('gives back what went in, for 20,000 texts, with nothing read as a tag', () => {
    for (let i = 0; i < 20_000; i++) {
      const text = randomText(1 + random(8));
      const parsed = parseHtml(toHtml([{ text, style: 'bold', href: 'https://example.org/?q=1&"' }]));
      expect(parsed.text).toBe(text);
      expect(parsed.entities.every(({ type }) => ['bold', 'text_link'].includes(type))).toBe(true);
    }
  });

  it('keeps the order of a number among words from right to left', () => {
    expect([dialled('112', 'rtl'), dialled('900 900 120', 'ltr'), dialled('+43 1', 'rtl')]).toEqual(['112', '900 900 120', '\u2066+43 1\u2069']);
  });

  it('shortens labels between graphemes', () => {
    expect([shorten('short', 10), shorten('👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️', 2)]).toEqual(['short', '👩🏽‍⚕️…']);
  });
});
