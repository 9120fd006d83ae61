/** `<tag>.md` -> front matter and sections of blocks. Only the Markdown that content/README.md allows. */

import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse as parseYaml } from 'yaml';
import type { CompiledBlock, CompiledInline } from '../shard-types.ts';
import type { ProseSection } from './corpus.ts';

export interface RawProse<Name extends string> {
  readonly frontMatter: unknown;
  readonly sections: ProseSection<Name>[];
  /** What the Markdown holds that is not allowed: what, how to fix. */
  readonly complaints: (readonly [what: string, fix: string])[];
}

const slotPattern = /\{([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?)(?::([a-z]+))?\}/g;

const heading = /^([\w-]+)(?:\s+@([a-z-]+))?$/;

/** `names`: the headings this kind of text may have. */
export function parseProse<Name extends string>(text: string, names: readonly Name[]): RawProse<Name> {
  const complaints: [string, string][] = [];
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!match) return { frontMatter: {}, sections: [], complaints: [['no front matter', 'begin the file with --- title: … ---']] };
  const sections: { name: Name; status: string | null; blocks: CompiledBlock[] }[] = [];
  for (const node of fromMarkdown(text.slice(match[0].length)).children) {
    if (node.type === 'heading') {
      const [, word = '', status] = heading.exec(plainText(node.children)) ?? [];
      const name = names.find((known) => known === word.toLowerCase());
      if (node.depth !== 2 || !name) complaints.push([`heading "${plainText(node.children)}"`, `use ## with one of ${names.join(', ')}`]);
      else sections.push({ name, status: status ?? null, blocks: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section) complaints.push(['text before the first heading', 'put it under ## Answer']);
    else section.blocks.push(...blocksOf(node, complaints));
  }
  return { frontMatter: parseYaml(match[1] ?? ''), sections, complaints };
}

type Complaints = [string, string][];

function blocksOf(node: RootContent, complaints: Complaints): CompiledBlock[] {
  if (node.type === 'paragraph') return [{ paragraph: inlinesOf(node.children, complaints) }];
  if (node.type === 'list') {
    const items = node.children.map((item) => {
      const [only, ...more] = item.children;
      if (only?.type !== 'paragraph' || more.length > 0) {
        complaints.push(['a list item with more than one paragraph', 'one paragraph per item']);
        return [];
      }
      return inlinesOf(only.children, complaints);
    });
    return [{ items, ordered: node.ordered === true }];
  }
  complaints.push([`${node.type} is not allowed`, 'use paragraphs, one list, **strong** and [links](https://…)']);
  return [];
}

function inlinesOf(nodes: readonly PhrasingContent[], complaints: Complaints): CompiledInline[] {
  return nodes.flatMap((node): CompiledInline[] => {
    if (node.type === 'text') return slotsOf(node.value.replace(/(?<!\s)\s*\n\s*/g, ' '));
    if (node.type === 'strong') return [{ strong: inlinesOf(node.children, complaints) }];
    if (node.type === 'link' && /^https?:\/\//.test(node.url)) return [{ href: node.url, text: plainText(node.children) }];
    complaints.push([`${node.type === 'link' ? `link to ${node.url}` : node.type} is not allowed`, 'use plain text, **strong** or [a link](https://…)']);
    return [];
  });
}

function slotsOf(text: string): CompiledInline[] {
  const parts: CompiledInline[] = [];
  let from = 0;
  for (const match of text.matchAll(slotPattern)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ slot: match[1] ?? '', ...(match[2] ? { form: match[2] } : {}) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : '')).join('');
}

/** Every inline of some blocks, flat. */
export function inlinesIn(blocks: readonly CompiledBlock[]): CompiledInline[] {
  const flat = (inlines: readonly CompiledInline[]): CompiledInline[] =>
    inlines.flatMap((inline) => (typeof inline === 'object' && 'strong' in inline ? flat(inline.strong) : [inline]));
  return blocks.flatMap((block) => flat('paragraph' in block ? block.paragraph : block.items.flat()));
}

/** The words of some blocks without their slots. */
export function textIn(blocks: readonly CompiledBlock[]): string {
  return inlinesIn(blocks)
    .map((inline) => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : ' '))
    .join(' ');
}
