import { describe, expect, it } from 'vitest';
import { longHashOf } from '../../../core/compact.ts';
import { foldPattern, packUrgent } from '../../../core/compile/urgent-patterns.ts';
import { ask } from '../../../core/index.ts';
import { readWords } from '../../../core/text.ts';
import { findUrgent } from '../../../core/urgent.ts';
import { openUrgent } from '../../../core/urgent-index.ts';
import { askAtlantis, openAtlantis, question } from '../atlantis.ts';

describe('danger', () => {
  it('is seen in any language, first of all, with the lines of the place', async () => {
    for (const text of ['help we are sinking near the reef', 'ساعدونا نحن نغرق']) {
      const { urgent } = await askAtlantis(text);
      expect(urgent).toMatchObject({ kind: 'sea-distress', lines: [{ number: '777' }] });
    }
  });

  it('is said in the language of the question', async () => {
    expect((await askAtlantis('ساعدونا نحن نغرق')).urgent?.lang).toBe('ar');
  });

  it('is seen at the end of a long story, although search reads only a part', async () => {
    const story = `${'we walked along the shore and talked of many things. '.repeat(70)}now the boat is slowly sinking`;
    expect(story.length).toBeGreaterThan(3000);
    expect((await askAtlantis(story)).urgent?.kind).toBe('sea-distress');
  });

  it('is answered when nothing loads', async () => {
    const answer = await ask(question('help we are sinking'), openAtlantis({ alter: () => null }));
    expect(answer).toMatchObject({ outcome: 'failed', urgent: { kind: 'sea-distress', lines: [{ number: '777' }] } });
  });

  it('is not seen in look-alikes and negations', async () => {
    for (const text of ['i am drowning in work', 'the boat is not sinking']) expect((await askAtlantis(text)).urgent).toBeNull();
  });
});

describe('the pattern language', () => {
  const seen = (pattern: string, text: string, unless: string[] = []): boolean =>
    findUrgent(readWords(text), openUrgent(packUrgent([{ kind: 'k', lang: 'en', phrases: [pattern], unless }]), { en: ['not', "don't"], fa: ['said'] }))
      .length > 0;

  it.each([
    ['he beats me', 'yes he beats me daily', true],
    ['he beats me', 'he beats my dog', false],
    ['he hits/beats me', 'he hits me', true],
    ['beat*', 'beaten', true],
    ['*eat*', 'theatre', true],
    ['he ... kill me', 'he said he will kill me', true],
    ['he ... kill me', 'he will not kill me', false],
    ['he ... kill me', 'he is one two three four kill me', false],
    ['my? husband hits', 'husband hits', true],
    ['my? husband hits', 'my husband hits', true],
    ["don't", 'I DON’T', true],
    ['café', 'CAFE', true],
    ['ضربني', 'ضَرَبَنِي', true],
  ])('%s in "%s": %s', (pattern, text, expected) => expect(seen(pattern, text)).toBe(expected));

  it('cancels a phrase by what is harmless in a neighbouring language', () => {
    const sources = [
      { kind: 'k', lang: 'ca', phrases: ['infarto'], unless: [] },
      { kind: 'k', lang: 'es', phrases: ['infart'], unless: ['casi me da un infarto'] },
    ];
    const find = (text: string) => findUrgent(readWords(text), openUrgent(packUrgent(sources), {}));
    expect(find('casi me da un infarto')).toEqual([]);
    expect(find('un infarto')).toEqual([{ kind: 'k', lang: 'ca' }]);
    expect(findUrgent(['a', 'b'], openUrgent(packUrgent([...sources, { kind: 'other', lang: 'es', phrases: ['a'], unless: ['a b'] }]), {}))).toEqual([]);
  });

  it('is not cancelled by what is harmless for another kind', () => {
    const patterns = openUrgent(
      packUrgent([
        { kind: 'k', lang: 'es', phrases: ['a'], unless: [] },
        { kind: 'other', lang: 'es', phrases: ['x'], unless: ['a b'] },
      ]),
      {},
    );
    expect(findUrgent(['a', 'b'], patterns)).toEqual([{ kind: 'k', lang: 'es' }]);
  });

  it('takes no word for another whose short hash it shares', () => {
    const [captive = ''] = readWords('ተጨውዩ');
    // The short hash of one bit more made them one.
    const short = (word: string): number => (longHashOf(word) ^ (longHashOf(word) >>> 24)) & 0xffffff;
    expect(short(captive)).toBe(short('kendi'));
    const patterns = openUrgent(packUrgent([{ kind: 'k', lang: 'ti', phrases: [captive], unless: [] }]), {});
    expect(findUrgent([captive], patterns)).toHaveLength(1);
    expect(findUrgent(['kendi'], patterns)).toHaveLength(0);
  });

  it('steps over the negations of other languages', () => {
    const patterns = openUrgent(packUrgent([{ kind: 'k', lang: 'uk', phrases: ['nakladu ... ruky'], unless: [] }]), { fa: ['na'], uk: ['ne'] });
    expect(findUrgent(['nakladu', 'na', 'sebe', 'ruky'], patterns)).toHaveLength(1);
    expect(findUrgent(['nakladu', 'ne', 'sebe', 'ruky'], patterns)).toHaveLength(0);
  });

  it('cancels a phrase that an "unless" overlaps, and only that', () => {
    expect(seen('dying', 'dying to meet you', ['dying to'])).toBe(false);
    expect(seen('dying', 'dying to meet you but my son is dying', ['dying to'])).toBe(true);
  });

  it('refuses patterns that could never match', () => {
    for (const pattern of ['... me', 'he ...', 'maybe?', '!!!']) expect(() => foldPattern(pattern)).toThrow();
  });
});
