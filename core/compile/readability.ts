/** How hard English prose is to read: words in a sentence, and the reading ease of Flesch (1948). */

import { flesch } from 'flesch';
import { syllable } from 'syllable';
import type { CompiledBlock, CompiledInline } from '../shard-types.ts';

export interface Readability {
  readonly words: number;
  /** Words in a sentence, on average. */
  readonly average: number;
  /** Flesch reading ease: 60 is plain, 90 very easy. */
  readonly ease: number;
  /** Longest sentence first. */
  readonly sentences: readonly { readonly text: string; readonly words: number }[];
}

const sentenceBreaks = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordBreaks = new Intl.Segmenter('en', { granularity: 'word' });

/** A slot is read as a short sum or time: "ten days". */
const slotReads = 'ten days';

/** Names are not made easier by shorter words: what stands in brackets, links, and names within a sentence ("the Court of Justice") count as one word of one syllable. */
const bracketed = /(?:(?<!\s)\s+)?\([^()]*\)/g;
const nameInside = /(?<=[\p{Ll}\d,;:]\s)\p{Lu}[\p{L}’'-]*(?:\s(?:(?:of|for|on|and|the|de|la|für)\s)*\p{Lu}[\p{L}’'-]*)*/gu;

export function readability(sections: readonly { readonly blocks: readonly CompiledBlock[] }[]): Readability {
  const sentences = sections
    .flatMap(({ blocks }) => blocks.flatMap(linesOf))
    .flatMap((line) => [...sentenceBreaks.segment(line)].map(({ segment }) => segment.trim()))
    .map((text) => ({ text, words: wordsOf(text) }))
    .filter(({ words }) => words.length > 0);
  const all = sentences.flatMap(({ words }) => words);
  const syllables = all.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return {
    words: all.length,
    average: all.length / Math.max(1, sentences.length),
    ease: flesch({ sentence: sentences.length, word: all.length, syllable: syllables }),
    sentences: sentences.map(({ text, words }) => ({ text, words: words.length })).sort((a, b) => b.words - a.words),
  };
}

function linesOf(block: CompiledBlock): string[] {
  return 'paragraph' in block ? [spoken(block.paragraph)] : block.items.map(spoken);
}

function spoken(inlines: readonly CompiledInline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('strong' in inline) return spoken(inline.strong);
      return 'slot' in inline ? slotReads : 'link';
    })
    .join('');
}

function wordsOf(sentence: string): string[] {
  const plain = sentence.replace(bracketed, '').replace(nameInside, 'Name');
  return [...wordBreaks.segment(plain)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
