/** The small language of danger patterns, at its edges: where a gap ends, what an anchor looks back for, what touches and what overlaps. */
import { describe, expect, it } from 'vitest';
import { packUrgent } from '../../core/compile/urgent-patterns.ts';
import { readWords } from '../../core/text.ts';
import { findUrgent } from '../../core/urgent.ts';
import { openUrgent } from '../../core/urgent-index.ts';

interface Source {
  readonly phrases: readonly string[];
  readonly unless?: readonly string[];
}

function seen(text: string, ...sources: readonly Source[]): number {
  const all = sources.map(({ phrases, unless = [] }, n) => ({ kind: `k${n}`, lang: 'en', phrases: [...phrases], unless: [...unless] }));
  return findUrgent(readWords(text), openUrgent(packUrgent(all), { en: ['not', 'never'] })).length;
}

const one = (text: string, pattern: string, unless: readonly string[] = []): boolean => seen(text, { phrases: [pattern], unless }) > 0;

describe('parts of words', () => {
  it.each([
    ['beat*', 'beat', true],
    ['beat*', 'beating', true],
    ['beat*', 'best', false],
    ['beat*', 'be', false],
    ['beat*', 'upbeat', false],
    ['*eat*', 'beat', true],
    ['*eat*', 'eats', true],
    ['*eat*', 'ear', false],
    ['*eat*', 'reaction', false],
    ['*at*', 'beat', true],
    ['*at*', 'at', true],
    ['*at*', 'a', false],
    ['beat', 'beats', false],
    ['beat', 'xbeat', false],
  ])('%s in "%s": %s', (pattern, text, expected) => expect(one(text, pattern)).toBe(expected));

  it('one word may be several of them', () => expect(seen('beating', { phrases: ['beat*'] }, { phrases: ['*ting*'] }, { phrases: ['beating'] })).toBe(3));
});

describe('a gap', () => {
  it.each([
    ['he ... knife', 'he knife', true],
    ['he ... knife', 'he a knife', true],
    ['he ... knife', 'he a b c knife', true],
    ['he ... knife', 'he a b c d knife', false],
    ['he ... knife', 'he not knife', false],
    ['he ... knife', 'he a never b knife', false],
    ['he ... knife', 'not he knife', true],
    ['he ... knife', 'he knife not', true],
    ['he ... knife', 'knife he', false],
    ['he ... big knife', 'he a b c big knife', true],
    ['he ... big knife', 'he a b c d big knife', false],
    ['he ... has ... knife', 'he a b c has d e f knife', true],
    ['he ... has ... knife', 'he a b c d has d e f knife', false],
    ['he ... has ... knife', 'he has knife', true],
  ])('%s in "%s": %s', (pattern, text, expected) => expect(one(text, pattern)).toBe(expected));
});

describe('words that may be missing', () => {
  it.each([
    ['my? old? man hits', 'man hits', true],
    ['my? old? man hits', 'my man hits', true],
    ['my? old? man hits', 'old man hits', true],
    ['my? old? man hits', 'my old man hits', true],
    ['my? old? man hits', 'old my man', false],
    ['man hits me?', 'man hits', true],
    ['man hits me? hard', 'man hits hard', true],
    ['man hits me? hard', 'man hits me hard', true],
    ['man hits me? hard', 'man hits you hard', false],
    ['man my? ... knife', 'man my a b c knife', true],
  ])('%s in "%s": %s', (pattern, text, expected) => expect(one(text, pattern)).toBe(expected));
});

describe('what is harmless', () => {
  it('takes away only what it overlaps', () => {
    expect(one('dying to', 'dying', ['dying to'])).toBe(false);
    expect(one('so dying', 'dying', ['so dying'])).toBe(false);
    // It ends where the danger begins, or begins where it ends: they only touch.
    expect(one('fun dying', 'dying', ['fun'])).toBe(true);
    expect(one('dying fun', 'dying', ['fun'])).toBe(true);
    expect(one('fun a dying', 'dying', ['fun'])).toBe(true);
    expect(one('dying a fun', 'dying', ['fun'])).toBe(true);
    expect(one('dying to dying', 'dying', ['dying to'])).toBe(true);
  });

  it('is so for its own kind only', () => {
    expect(seen('dying to', { phrases: ['dying'], unless: ['dying to'] }, { phrases: ['dying'] })).toBe(1);
    expect(seen('dying', { phrases: ['dying'] }, { phrases: ['dying'] })).toBe(2);
  });
});

describe('a text', () => {
  it('is read from its first word to its last', () => {
    for (const text of ['help', 'help a b', 'a b help']) expect(one(text, 'help')).toBe(true);
    expect(seen('help help', { phrases: ['help'] })).toBe(2);
    expect(seen('', { phrases: ['help'] })).toBe(0);
    expect(seen('nothing here', { phrases: ['help'] }, { phrases: ['help me'], unless: ['nothing'] })).toBe(0);
  });

  it('is said in the language of its phrase', () => {
    const patterns = openUrgent(packUrgent([{ kind: 'a', lang: 'uk', phrases: ['help'], unless: [] }]), {});
    expect(findUrgent(['help'], patterns)).toStrictEqual([{ kind: 'a', lang: 'uk' }]);
  });
});
