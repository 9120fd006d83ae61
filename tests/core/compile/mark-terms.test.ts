import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../core/compile/corpus.ts';
import { glossariesOf, markTerms } from '../../../core/compile/mark-terms.ts';
import type { TopicText } from '../../../core/shard-types.ts';

/** The words of one text that a glossary of one term explains. */
function marked(lang: string, term: string, paragraph: string): string[] {
  const glossary = new Map([['judge', new Map([[lang, { data: { term, forms: [], means: 'x' } }]])]]);
  const text = { metas: [{ lang }], sections: { answer: [{ meta: 0, blocks: [{ paragraph: [paragraph] }] }] } } as unknown as TopicText;
  const marks = JSON.stringify(markTerms(text, glossariesOf({ glossary } as unknown as Corpus))).matchAll(/"term":"[^"]+","text":"([^"]+)"/g);
  return [...marks].map(([, word]) => word ?? '');
}

describe('a word of the glossary', () => {
  it.each([
    ['en', 'judge', 'Ask the Judge, not the misjudged.', ['Judge']],
    ['tr', 'İltica', 'İltica istemek hakkınızdır.', ['İltica']],
    ['tr', 'İltica', 'Bu bir iltica dosyasıdır.', ['iltica']],
    ['zh-Hans', '上诉', '您可以在期限内上诉。', ['上诉']],
    ['zh-Hans', '会上', '我们在社会上生活。', []],
  ])('in %s, %s, is found in "%s": %j', (lang, term, paragraph, found) => expect(marked(lang, term, paragraph)).toEqual(found));
});
