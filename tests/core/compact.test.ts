import { describe, expect, it } from 'vitest';
import {
  findSorted,
  hashesIn,
  hashOf,
  longHashOf,
  packNumbers,
  packSorted,
  packWeights,
  packWords,
  step,
  unpackNumbers,
  unpackSorted,
  unpackWeights,
} from '../../core/compact.ts';

describe('numbers as text', () => {
  const numbers = [0, 1, 45, 46, 47, 91, 92, 2115, 2116, 99_999, 0];

  it('come back as they were', () => expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers));

  it('stand in JSON without escapes', () => {
    const packed = packNumbers(Array.from({ length: 5000 }, (_, i) => i));
    expect(JSON.stringify(packed).length).toBe(packed.length + 2);
  });

  it('as weights come back within half a step, in their order', () => {
    const weights = Array.from({ length: 300 }, (_, i) => 9.5 - i * 0.03);
    const back = [...unpackWeights(packWeights(weights, 9.5), 9.5)];
    for (const [i, weight] of back.entries()) expect(Math.abs(Math.log(weight / (weights[i] ?? 0)))).toBeLessThanOrEqual(Math.log(step) / 2 + 1e-6);
    expect(back).toEqual([...back].sort((a, b) => b - a));
    expect(unpackWeights(packWeights([1e-9], 9.5), 9.5)[0]).toBeGreaterThan(0);
  });

  it('as hashes of terms are found again, and strangers are not', () => {
    const hashes = Array.from({ length: 20_000 }, (_, i) => hashOf(`term ${i}`)).sort((a, b) => a - b);
    const list = unpackSorted(packSorted(hashes));
    expect([...list]).toEqual(hashes);
    expect(findSorted(list, hashOf('term 77'))).toBeGreaterThanOrEqual(0);
    const taken = Array.from({ length: 10_000 }, (_, i) => findSorted(list, hashOf(`stranger ${i}`))).filter((at) => at >= 0);
    expect(taken.length).toBeLessThan(40);
  });

  it('as hashes of words that are packed by their letters', () => {
    const words = ['beat', 'beaten', 'beating', 'beats', 'ضرب', 'ضربني', 'über', 'überfall', 'a', 'a'.repeat(40), `${'a'.repeat(40)}b`];
    expect([...hashesIn(packWords(words))]).toEqual(words.map(longHashOf));
    expect([...hashesIn(packWords([]))]).toEqual([]);
  });
});
