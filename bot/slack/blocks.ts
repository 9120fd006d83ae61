/** Block Kit, within Slack's limits. The only place that escapes: what becomes `Mrkdwn` was escaped once, here. */
import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views */
export const limits = {
  section: 3000,
  header: 150,
  button: 75,
  option: 75,
  optionValue: 150,
  value: 2000,
  options: 100,
  modalTitle: 24,
  placeholder: 150,
  input: 3000,
  messageBlocks: 50,
  viewBlocks: 100,
  actions: 25,
  context: 10,
} as const;

declare const escaped: unique symbol;
/** Text in Slack's markup. Made by `esc`, `bold`, `link` and `joined` only. */
export type Mrkdwn = string & { readonly [escaped]: true };

/** After this no `<!channel>`, no `<@U1>` and no link is left in it. */
export function esc(text: string): Mrkdwn {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(invisible, '').replace(markRuns, '$1') as Mrkdwn;
}

/** What overrides the writing direction, and control characters but line breaks. */
const invisible = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** No letter of any language carries more marks; with thousands one letter fills a message. */
const markRuns = /(\p{M}{8})\p{M}+/gu;

export function bold(text: string): Mrkdwn {
  return (text.trim() === '' ? '' : `*${esc(text.trim().replaceAll('*', '∗'))}*`) as Mrkdwn;
}

export function link(href: string, text: string): Mrkdwn {
  if (!/^(?:https?|mailto|tel):/i.test(href)) return esc(text);
  const address = esc(href.replace(/[|<>\s]/g, (sign) => encodeURIComponent(sign)));
  return `<${address}|${esc(text.replaceAll('|', '∣')).trim() || address}>` as Mrkdwn;
}

export function joined(parts: readonly (Mrkdwn | '')[], between = ''): Mrkdwn {
  return parts.filter((part) => part !== '').join(between) as Mrkdwn;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Not longer than that when it is escaped, cut between letters. */
export function cut(text: string, most: number): string {
  if (esc(text).length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (esc(kept + segment).length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Words of a button, an option, a label. */
export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: esc(cut(text, most)) || '–', emoji: false };
}

/** As many sections as the lines need. `verbatim`: Slack makes no names or addresses of its own out of it. */
export function sections(lines: readonly Mrkdwn[]): Block[] {
  return packed(lines).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }));
}

/** Small print. */
export function context(lines: readonly Mrkdwn[]): Block[] {
  return packed(lines).map((text) => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }));
}

export function header(text: string): Block {
  return { type: 'header', text: plain(text, limits.header) };
}

export interface Option {
  readonly text: string;
  readonly value: string;
}

export function option({ text, value }: Option): types.PlainTextOption {
  return { text: plain(text, limits.option), value };
}

export function select(action: string, placeholder: string, options: readonly Option[], chosen?: string): types.StaticSelect {
  const listed = options.slice(0, limits.options);
  const initial = listed.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: action,
    placeholder: plain(placeholder, limits.placeholder),
    options: listed.map(option),
    ...(initial ? { initial_option: option(initial) } : {}),
  };
}

export function button(action: string, text: string, value: string, style?: 'primary' | 'danger'): types.Button {
  return { type: 'button', action_id: action, text: plain(text, limits.button), value, ...(style ? { style } : {}) };
}

export function actions(elements: types.ActionsBlock['elements']): Block[] {
  return elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, limits.actions) }] : [];
}

function packed(lines: readonly Mrkdwn[]): string[] {
  const texts: string[] = [];
  for (const line of lines.flatMap(broken)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limits.section) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.filter((text) => text.trim() !== '');
}

/** A line that is too long, broken between words; never inside a link or an escaped sign. */
function broken(line: Mrkdwn): string[] {
  if (line.length <= limits.section) return [line];
  const pieces = line.match(/<[^<>]*>|&[a-z]+;|\s+|[^\s<&]+/gu)?.flatMap(slices) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    if ((lines.at(-1)?.length ?? 0) + piece.length > limits.section) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines;
}

function slices(piece: string): string[] {
  if (piece.length <= limits.section) return [piece];
  const parts = [''];
  for (const { segment } of graphemes.segment(piece)) {
    if ((parts.at(-1)?.length ?? 0) + segment.length > limits.section) parts.push('');
    parts[parts.length - 1] += segment;
  }
  return parts;
}
