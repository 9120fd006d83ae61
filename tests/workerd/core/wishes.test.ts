import { describe, expect, it } from 'vitest';
import { answered } from '../atlantis.ts';

const doors = async (text: string) => (await answered(text)).services.map(({ id }) => id);

describe('what the words wish of a door', () => {
  it('puts the doors that have it first', async () => {
    expect(await doors('boss no pay me pearls')).toEqual(['pearl-desk', 'far-union']);
    expect(await doors('boss no pay me pearls, a desk for women')).toEqual(['far-union', 'pearl-desk']);
  });

  it('is seen word by word, never inside a word', async () => {
    expect(await doors('boss no pay me pearls for womenfolk')).toEqual(['pearl-desk', 'far-union']);
  });
});
