import { describe, expect, it } from 'vitest';
import { longestText, problemOf } from '../../../core/index.ts';
import { longestSearch, searchText } from '../../../core/question.ts';

describe('a text', () => {
  it.each(['', '   ', '\n\t', '\u0000', '\u200B\u202E', '\uD800'])('of nothing (%j) is no question', (text) => expect(problemOf(text)).toBe('empty'));
  it.each(['?', '🙏', 'школа', '<b>', '12'])('%s may be one', (text) => expect(problemOf(text)).toBeNull());
  it('may be as long as a Telegram message, not longer', () => {
    expect(problemOf('a'.repeat(longestText))).toBeNull();
    expect(problemOf('a'.repeat(longestText + 1))).toBe('too-long');
  });
});

describe('the searched part', () => {
  it('is a short text whole', () => expect(searchText('short')).toBe('short'));
  it('is the start and the end of a long one, cut between graphemes', () => {
    const family = '👨‍👩‍👧‍👦';
    const cut = searchText(`start ${family.repeat(200)} end`);
    expect(cut).toMatch(/^start .* end$/u);
    expect(cut.length).toBeLessThanOrEqual(longestSearch + 1);
    expect(cut.replaceAll(family, '').replace(/start|end|\s/g, '')).toBe('');
  });
});
