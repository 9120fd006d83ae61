/** Takes a text apart into the pieces a translator sees, and puts it together again. Pieces keep their Markdown and slots as written. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, stringify } from 'yaml';
import type { ProseFrontMatter } from '../../schema/index.ts';

/** A paragraph, or the items of one list. */
export interface RawBlock {
  readonly kind: 'paragraph' | 'ordered' | 'bulleted';
  readonly pieces: readonly string[];
}

export interface RawSection {
  /** With its status, as it stands: `Answer @irregular`. */
  readonly heading: string;
  readonly blocks: readonly RawBlock[];
}

export interface RawText {
  readonly frontMatter: ProseFrontMatter;
  readonly sections: readonly RawSection[];
}

/** Of a text that compiles. */
export function splitText(text: string): RawText {
  const [fence = '', yaml = ''] = /^---\n([\s\S]*?)\n---\n?/.exec(text) ?? [];
  const body = text.slice(fence.length);
  const sections: { heading: string; blocks: RawBlock[] }[] = [];
  for (const node of fromMarkdown(body).children) {
    const [first] = 'children' in node ? node.children : [];
    if (node.type === 'heading' && first) sections.push({ heading: raw(first, body), blocks: [] });
    else if (node.type === 'paragraph') sections.at(-1)?.blocks.push({ kind: 'paragraph', pieces: [raw(node, body)] });
    else if (node.type === 'list') {
      const pieces = node.children.flatMap((item) => item.children.slice(0, 1).map((only) => raw(only, body)));
      sections.at(-1)?.blocks.push({ kind: node.ordered ? 'ordered' : 'bulleted', pieces });
    }
  }
  return { frontMatter: parse(yaml) as ProseFrontMatter, sections };
}

function raw(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset, node.position?.end.offset).replace(/(?<!\s)\s*\n\s*/g, ' ');
}

export function joinText({ frontMatter, sections }: RawText): string {
  const head = `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n`;
  const body = sections.flatMap(({ heading, blocks }) => [`## ${heading}`, ...blocks.map(writeBlock)]);
  return head + body.map((part, at) => (at === 0 ? `${part}\n` : `\n${part}\n`)).join('');
}

function writeBlock({ kind, pieces }: RawBlock): string {
  if (kind === 'paragraph') return pieces.join('\n');
  return pieces.map((piece, at) => `${kind === 'ordered' ? `${at + 1}.` : '-'} ${piece}`).join('\n');
}
