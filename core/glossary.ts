/** A word of law is explained once in an answer: where it first stands. */
import type { Block, Inline, Section, Term } from './answer.ts';
import type { TopicText } from './shard-types.ts';

/** Keeps the first mention of each term and makes the later ones plain text. `texts` hold the explanations, nearest first. */
export function explainOnce(
  sections: readonly Section[],
  texts: readonly (TopicText | undefined)[],
): { readonly sections: readonly Section[]; readonly terms: readonly Term[] } {
  const terms = new Map<string, Term>();
  const inlineOnce = (inline: Inline): Inline => {
    if (inline.type === 'strong') return { ...inline, content: inline.content.map(inlineOnce) };
    if (inline.type !== 'term') return inline;
    const meaning = texts.map((text) => text?.terms?.[inline.id]).find((known) => known !== undefined);
    if (!meaning || terms.has(inline.id)) return { type: 'text', text: inline.text };
    terms.set(inline.id, { id: inline.id, ...meaning });
    return inline;
  };
  const blockOnce = (block: Block): Block => {
    if (block.type === 'paragraph') return { ...block, content: block.content.map(inlineOnce) };
    return block.type === 'steps' ? { ...block, items: block.items.map((item) => item.map(inlineOnce)) } : block;
  };
  const explained = sections.map((section) => ({ ...section, blocks: section.blocks.map(blockOnce) }));
  return { sections: explained, terms: [...terms.values()] };
}
