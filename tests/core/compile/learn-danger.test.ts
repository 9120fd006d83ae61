import { describe, expect, it } from 'vitest';
import { learnDanger, type Message } from '../../../core/compile/learn-danger.ts';
import { openDanger, seemsDangerous } from '../../../core/unsure.ts';

const language = { lang: 'und', script: 'Latn' };

/** A word of an invented language, the same for the same number; its neighbours look nothing like it. */
const word = (n: number): string => {
  const mixed = Math.imul(n + 1, 2654435761) >>> 0;
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(97 + (Math.floor(mixed / 7 ** i) % 26))).join('');
};

/** The same numbers for the same line and place, in no order. */
const drawn = (line: number, at: number, among: number): number => ((Math.imul(line * 31 + at + 7, 2654435761) >>> 0) >>> 8) % among;

/** Lines of ten words: eight that anybody uses, and two of thirty that a subject has. */
function lines(subject: number, count: number): string[] {
  return Array.from({ length: count }, (_, line) => {
    const common = Array.from({ length: 8 }, (_, at) => word(drawn(line * 10 + subject, at, 60)));
    return [...common, ...[8, 9].map((at) => word(1000 + subject * 30 + drawn(line * 10 + subject, at, 30)))].join(' ');
  });
}

const from = (where: Message['from'], texts: readonly string[]): Message[] => texts.map((text) => ({ text, from: where }));
const [danger, harmless, elsewhere] = [1, 2, 3];
const messages = [...from('like', lines(danger, 200)), ...from('look-alike', lines(harmless, 200)), ...from('asked', lines(elsewhere, 300))];

/** The share of messages taken for danger. */
function taken(texts: readonly string[], taught: readonly Message[] = messages): number {
  const learnt = learnDanger(taught, language);
  if (!learnt) throw new Error('nothing was learnt');
  const weights = openDanger(learnt, language);
  return texts.filter((text) => seemsDangerous(text.split(' '), weights)).length / texts.length;
}

describe('what danger sounds like', () => {
  it('is learnt: messages that were never seen are told apart', () => {
    expect(taken(lines(danger, 300).slice(200))).toBeGreaterThan(0.8);
    expect(taken([...lines(harmless, 300).slice(200), ...lines(elsewhere, 400).slice(300)])).toBeLessThan(0.05);
  });

  it('begins where few harmless lines lie: the threshold moves when the data moves', () => {
    // Three look-alikes in a hundred have the words of danger.
    const near = from('look-alike', lines(danger, 1000).slice(994));
    const [before, after] = [messages, [...messages, ...near]].map((taught) => learnDanger(taught, language)?.from);
    expect(before).toBeDefined();
    expect(after).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
  });

  it('is the same bytes for the same lines, in any order', () => {
    expect(learnDanger(messages.toReversed(), language)).toEqual(learnDanger(messages, language));
  });

  it('is not learnt from a handful, nor from what is the same on both sides', () => {
    expect(
      learnDanger(
        messages.filter((_, at) => at % 10 === 0),
        language,
      ),
    ).toBeNull();
    const same = [
      ...from('like', lines(danger, 400).slice(0, 200)),
      ...from('look-alike', lines(danger, 400).slice(200)),
      ...from('asked', lines(elsewhere, 300)),
    ];
    expect(learnDanger(same, language)).toBeNull();
  });
});
