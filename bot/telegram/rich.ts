/** Text with bold, italics and links, before it is HTML: so that it can be cut anywhere and escaped once. */

export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
  readonly href?: string;
  /** Part of a quotation that is folded until somebody opens it. */
  readonly folded?: true;
}

export type Rich = readonly Span[];

/** Telegram counts UTF-16 units after it has read the tags. */
export const longestMessage = 4096;

export function plain(text: string): Rich {
  return [{ text }];
}

export function bold(text: string): Rich {
  return [{ text, style: 'bold' }];
}

export function italic(text: string): Rich {
  return [{ text, style: 'italic' }];
}

/** Pieces with something between them; empty ones are left out. */
export function join(pieces: readonly Rich[], between: string): Rich {
  return pieces.filter((piece) => piece.length > 0).flatMap((piece, i) => (i === 0 ? piece : [{ text: between }, ...piece]));
}

export function fold(rich: Rich): Rich {
  return rich.map((span) => ({ ...span, folded: true as const }));
}

export function lengthOf(rich: Rich): number {
  return rich.reduce((sum, { text }) => sum + text.length, 0);
}

/** The text without any markup: what is sent when the markup is refused. */
export function toPlain(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}

/** The one place where text becomes HTML of the Bot API. */
export function toHtml(rich: Rich): string {
  let html = '';
  let isFolded = false;
  for (const { text, style, href, folded = false } of rich) {
    if (folded !== isFolded) html += folded ? '<blockquote expandable>' : '</blockquote>';
    isFolded = folded;
    const styled = style ? wrap(style === 'bold' ? 'b' : 'i', escaped(text)) : escaped(text);
    html += href ? `<a href="${escaped(href)}">${styled}</a>` : styled;
  }
  return isFolded ? `${html}</blockquote>` : html;
}

function wrap(tag: string, html: string): string {
  return `<${tag}>${html}</${tag}>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

/** Words or names that may run in another direction than what stands around them. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A number as one dials it. With spaces or a plus it would be turned around among words that run from right to left. */
export function dialled(number: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'ltr' || /^\d+$/.test(number) ? number : `\u2066${number}\u2069`;
}

/** Messages that Telegram takes: cut after a paragraph, a line or a sentence, never inside a grapheme. */
export function split(rich: Rich, limit = longestMessage): Rich[] {
  const pieces: Rich[] = [];
  let rest = trim(rich);
  while (lengthOf(rest) > limit) {
    const [piece, after] = cut(rest, cutAt(toPlain(rest), limit));
    pieces.push(trim(piece));
    rest = trim(after);
  }
  return [...pieces, rest].filter((piece) => lengthOf(piece) > 0);
}

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Shorter pieces than this share of what fits look torn. */
const leastShare = 0.5;

function cutAt(text: string, limit: number): number {
  const window = text.slice(0, limit);
  const line = ['\n\n', '\n'].map((end) => window.lastIndexOf(end)).find((at) => at > limit * leastShare);
  if (line !== undefined) return line;
  const sentence = sentences.segment(text).containing(limit)?.index ?? 0;
  if (sentence > limit * leastShare) return sentence;
  const grapheme = graphemes.segment(text).containing(limit)?.index ?? 0;
  return grapheme > 0 ? grapheme : wholePairs(text, limit);
}

/** A grapheme longer than a message is cut between its code points. */
function wholePairs(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** The first units of a text, and the others. */
function cut(rich: Rich, at: number): [Rich, Rich] {
  const before: Span[] = [];
  const after: Span[] = [];
  let start = 0;
  for (const span of rich) {
    const end = start + span.text.length;
    if (start < at) before.push({ ...span, text: span.text.slice(0, at - start) });
    if (end > at) after.push({ ...span, text: span.text.slice(Math.max(0, at - start)) });
    start = end;
  }
  return [before, after];
}

/** Without spaces at either end; Telegram takes them away itself, and refuses what is left of nothing. */
function trim(rich: Rich): Rich {
  const text = toPlain(rich);
  const [, from] = cut(rich, text.length - text.trimStart().length);
  const [trimmed] = cut(from, text.trim().length);
  return trimmed;
}

/** A label of a button, short enough for a phone. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const all = [...graphemes.segment(text)];
  return all.length <= most
    ? text
    : `${all
        .slice(0, most - 1)
        .map(({ segment }) => segment)
        .join('')}…`;
}
