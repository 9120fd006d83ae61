/** Modals and their fields. A field is found again by its name, whatever stands in its block id. */
import type { types } from '@slack/bolt';
import { type Block, cut, esc, limits, type Option, option, plain, select } from './blocks.ts';

export type ModalView = types.ModalView;

export interface Modal {
  readonly id: string;
  readonly title: string;
  readonly submit?: string;
  readonly close: string;
  readonly blocks: readonly Block[];
  /** What the form has to know when it comes back; never what somebody typed. */
  readonly memo?: Readonly<Record<string, string | number>>;
}

export function modal({ id, title, submit, close, blocks, memo = {} }: Modal): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    title: plain(title, limits.modalTitle),
    ...(submit ? { submit: plain(submit, limits.modalTitle) } : {}),
    close: plain(close, limits.modalTitle),
    private_metadata: JSON.stringify(memo),
    blocks: blocks.slice(0, limits.viewBlocks),
  };
}

/** `turn`: fields of another turn are other fields, so that Slack does not keep what was typed into the last one. */
export interface Field {
  readonly name: string;
  readonly turn?: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

function input({ name, turn = '', label, hint, optional = false }: Field, element: types.InputBlock['element']): Block {
  return {
    type: 'input',
    block_id: blockId(name, turn),
    label: plain(label, limits.value),
    ...(hint ? { hint: plain(hint, limits.value) } : {}),
    optional,
    element,
  };
}

export function blockId(name: string, turn = ''): string {
  return `${name}|${turn}`;
}

export function textInput(field: Field, value: string, most: number, multiline = false): Block {
  const initial = value ? { initial_value: value.slice(0, most) } : {};
  return input(field, { type: 'plain_text_input', action_id: field.name, multiline, max_length: Math.min(most, limits.input), ...initial });
}

export function linkInput(field: Field, value: string): Block {
  return input(field, { type: 'url_text_input', action_id: field.name, ...(value ? { initial_value: value } : {}) });
}

export function dateInput(field: Field, value: string): Block {
  return input(field, { type: 'datepicker', action_id: field.name, ...(value ? { initial_date: value } : {}) });
}

export function radio(field: Field, options: readonly Option[], value: string): Block {
  const chosen = options.find((one) => one.value === value);
  return input(field, { type: 'radio_buttons', action_id: field.name, options: options.map(option), ...(chosen ? { initial_option: option(chosen) } : {}) });
}

export function choice(field: Field, placeholder: string, options: readonly Option[], value?: string): Block {
  return input(field, select(field.name, placeholder, options, value));
}

export function tick(field: Field, text: string, ticked: boolean): Block {
  const yes = option({ text, value: 'yes' });
  return input(field, { type: 'checkboxes', action_id: field.name, options: [yes], ...(ticked ? { initial_options: [yes] } : {}) });
}

export function fileInput(field: Field): Block {
  return input(field, { type: 'file_input', action_id: field.name, filetypes: ['json'], max_files: 1 });
}

interface Typed {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly files?: readonly UploadedFile[];
}

export interface UploadedFile {
  readonly url_private?: string;
  readonly size?: number;
}

/** What came back in a form. */
export interface Submitted {
  readonly text: (name: string) => string;
  readonly file: UploadedFile | undefined;
  /** The block of a field, where an error is shown. */
  readonly block: (name: string) => string;
  readonly memo: Readonly<Record<string, unknown>>;
}

export function readForm(view: { readonly private_metadata: string; readonly state: { readonly values: unknown } }): Submitted {
  const fields = new Map<string, { block: string; typed: Typed }>();
  for (const [block, actions] of Object.entries(view.state.values as Record<string, Record<string, Typed>>)) {
    for (const [name, typed] of Object.entries(actions)) fields.set(name, { block, typed });
  }
  return {
    text: (name) => {
      const { value, selected_date: date, selected_option: one, selected_options: many } = fields.get(name)?.typed ?? {};
      return value ?? date ?? one?.value ?? many?.[0]?.value ?? '';
    },
    file: [...fields.values()].flatMap(({ typed }) => typed.files ?? [])[0],
    block: (name) => fields.get(name)?.block ?? blockId(name),
    memo: readMemo(view.private_metadata),
  };
}

export function readMemo(text: string): Readonly<Record<string, unknown>> {
  try {
    const memo: unknown = JSON.parse(text);
    return typeof memo === 'object' && memo !== null ? Object.fromEntries(Object.entries(memo)) : {};
  } catch {
    return {};
  }
}

/** A form over the assessment of another town knows so when it comes back. */
export function forGuest(view: ModalView): ModalView {
  return { ...view, private_metadata: JSON.stringify({ ...readMemo(view.private_metadata ?? ''), guest: 1 }) };
}

/** Errors as Slack shows them, each at its field. */
export function fieldErrors(problems: Readonly<Record<string, string>>, { block }: Submitted): { response_action: 'errors'; errors: Record<string, string> } {
  return { response_action: 'errors', errors: Object.fromEntries(Object.entries(problems).map(([name, text]) => [block(name), esc(cut(text, limits.value))])) };
}
