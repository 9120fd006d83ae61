/** Reads the HTML of the Bot API as strictly as its server does: what it would refuse throws, with its words. */

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const tags: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
};
const letters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export function parseHtml(html: string): { text: string; entities: Entity[] } {
  let text = '';
  const entities: Entity[] = [];
  const open: { tag: string; offset: number; url?: string; type: string }[] = [];
  for (const [token] of html.matchAll(/<[^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z]+);|[^<&]+|&/gi)) {
    if (token.startsWith('<')) readTag(token);
    else text += token.startsWith('&') ? readLetter(token) : token;
  }
  const [unclosed] = open;
  if (unclosed) throw new Error(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };

  function readTag(token: string): void {
    const [, slash, name = '', attributes = ''] = /^<(\/?)([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*>$/i.exec(token) ?? [];
    const type = tags[name.toLowerCase()];
    if (!type) throw new Error(`can't parse entities: Unsupported start tag "${token}" at byte offset ${text.length}`);
    if (slash) {
      closeTag(name);
      return;
    }
    if (type === 'blockquote' && open.some((tag) => tag.type === type)) throw new Error("can't parse entities: blockquote can't be nested");
    const url = /\shref="([^"]*)"/.exec(attributes)?.[1]?.replace(/&\w+;/g, readLetter);
    if (type === 'text_link' && !/^(?:https?:\/\/[^\s/]+|tg:\/\/|mailto:)/.test(url ?? '')) throw new Error(`can't parse entities: no link: ${url}`);
    open.push({ tag: name, type: /\sexpandable\b/.test(attributes) ? 'expandable_blockquote' : type, offset: text.length, ...(url ? { url } : {}) });
  }

  function closeTag(name: string): void {
    const last = open.pop();
    if (last?.tag !== name) throw new Error(`can't parse entities: Unmatched end tag, expected "</${last?.tag}>", found "</${name}>"`);
    const length = text.length - last.offset;
    if (length > 0) entities.push({ type: last.type, offset: last.offset, length, ...(last.url ? { url: last.url } : {}) });
  }
}

function readLetter(token: string): string {
  const name = token.slice(1, -1);
  if (/^#\d+$/.test(name)) return String.fromCodePoint(Number(name.slice(1)));
  return letters[name] ?? token;
}
