import { describe, expect, it } from 'vitest';
import { hashOf, packNumbers, packSorted } from '../../../core/compact.ts';
import { mostSteps, openDanger, seemsDangerous } from '../../../core/unsure.ts';

const language = { lang: 'und', script: 'Latn' };

function taught(words: Readonly<Record<string, number>>, bias: number, from: number) {
  const terms = Object.entries(words)
    .map(([word, steps]) => [hashOf(word), steps] as const)
    .sort(([one], [other]) => one - other);
  const packed = { terms: packSorted(terms.map(([hash]) => hash)), weights: packNumbers(terms.map(([, steps]) => steps + mostSteps)) };
  return openDanger({ ...packed, bias, from }, language);
}

describe('danger of an unsure kind', () => {
  const danger = taught({ locked: 15, key: 10, party: -mostSteps }, -1, 0);
  const seems = (text: string): boolean => seemsDangerous(text.split(' '), danger);

  it('is what the words add up to, either way', () => {
    expect(seems('locked key')).toBe(true);
    expect(seems('locked key party')).toBe(false);
    expect(seems('good morning')).toBe(false);
    expect(seemsDangerous([], danger)).toBe(false);
  });

  it('weighs a word less in a longer message, and is seen all the same at the end of a long story', () => {
    const aside = (count: number): string => Array.from({ length: count }, (_, at) => `aside${at}`).join(' ');
    expect(seems(`${aside(55)} locked`)).toBe(false);
    expect(seems(`${aside(600)} locked key`)).toBe(true);
    expect(seems(`${aside(600)} party locked key`)).toBe(false);
  });
});
