/** Reading a text takes twice as long for twice the text, in every script, also for one that somebody made to hurt. */
import { describe, expect, inject, it } from 'vitest';
import { detectLocale } from '../../core/detect.ts';
import { placesInText } from '../../core/place.ts';
import { searchText } from '../../core/question.ts';
import { questionViews, readWords } from '../../core/text.ts';
import { findUrgent } from '../../core/urgent.ts';
import { core } from '../content/corpus.ts';
import { measure, sample } from './table.ts';

/** A letter, a word, a sentence of each script; then noise: marks, joiners, ligatures that unfold, brackets, spaces. */
const units: Readonly<Record<string, string>> = {
  Latin: 'my boss does not pay me ',
  accents: 'é',
  Cyrillic: 'мені не заплатили ',
  Greek: 'δεν με πλήρωσαν ',
  Arabic: 'صاحب العمل ما دفع لي ',
  'one Arabic letter': 'ا',
  ligature: 'ﷺ',
  Devanagari: 'मुझे वेतन नहीं मिला ',
  Bengali: 'আমি বেতন পাইনি ',
  Gurmukhi: 'ਮੈਨੂੰ ਤਨਖਾਹ ਨਹੀਂ ',
  Ethiopic: 'ደመወዝ አልተከፈለኝም ',
  Han: '我没有收到工资',
  Kana: 'きゅうりょうがない',
  Thai: 'ฉันไม่ได้รับค่าจ้าง',
  Khmer: 'ខ្ញុំមិនទទួលប្រាក់',
  Hangul: '월급을 못 받았어요 ',
  Hebrew: 'לא שילמו לי ',
  marks: '\u0301\u0316',
  'Arabic marks': '\u064B\u0651',
  'Tibetan marks': '\u0F71\u0F72',
  family: '👨‍👩‍👧',
  joiners: '\u200D',
  bidi: '\u202E',
  spaces: ' ',
  brackets: '[',
  quotes: "'",
  'one letter': 'a',
  digits: '7',
  ascii: 'aZ~ ',
  'beyond the basic plane': '𐐷',
  newlines: '\n',
  'Latin and one letter of another': 'aaaaaaaaaaaaaaaa',
};

const fitted = (unit: string, length: number, end = ''): string => `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - end.length)}${end}`;

const works: Readonly<Record<string, (text: string) => unknown>> = {
  'cutting into words': (text) => questionViews(readWords(text), { lang: 'en', script: 'Latn' }),
  'finding danger, language and place': (text) => {
    const words = readWords(text);
    return [
      findUrgent(words, core.urgentPatterns),
      detectLocale(text, core.detector, null),
      placesInText(words, core.placeNames, core.bundled.places),
      searchText(text),
    ];
  },
};

/** What this thread worked, in milliseconds: other things the machine does do not count. It ticks in fours, so that only much work can be measured. */
function cost(work: (text: string) => unknown, text: string, times: number): number {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time++) work(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const enough = 60;

/** Work for twice the length over work for once; in the middle of three where the first looks bad. */
function growth(work: (text: string) => unknown, unit: string, length: number, end = ''): number {
  const [once, twice] = [fitted(unit, length, end), fitted(unit, 2 * length, end)];
  let times = 8;
  while (times < 100_000 && cost(work, once, times) < enough) times *= 2;
  const ratio = (): number => cost(work, twice, times) / Math.max(1, cost(work, once, times));
  const first = ratio();
  return first < 2.3 ? first : ([first, ratio(), ratio()].toSorted((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY);
}

describe('the cost of a text', () => {
  it.for(Object.keys(works))('%s: twice the text, about twice the time', { timeout: 240_000 }, (name, { task }) => {
    const work = works[name] ?? (() => undefined);
    const found = sample(Object.entries(units), 8, inject('seed')).flatMap(([what, unit]) =>
      ['', 'é'].map((end) => ({ what: end ? `${what}, then another` : what, ratio: growth(work, unit, 2000, end) })),
    );
    const { what, ratio } = found.toSorted((a, b) => b.ratio - a.ratio)[0] ?? { what: '', ratio: Number.NaN };
    measure(task, 'B4', `${name}, t(2n)/t(n), the worst of ${found.length} scripts and kinds of noise: ${what}`, {
      figure: ratio.toFixed(2),
      bar: '< 2.5',
      pass: ratio < 2.5,
    });
  });

  it('what grows with the square is found', () => {
    const quadratic = (text: string): number => [...text].reduce((sum, _, at) => sum + (text.slice(0, at).match(/é/gu)?.length ?? 0), 0);
    expect(growth(quadratic, 'a', 1000)).toBeGreaterThan(2.5);
  });
});
