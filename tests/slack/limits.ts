/** What Slack refuses, as published: https://docs.slack.dev/reference/block-kit, https://docs.slack.dev/reference/views. Every problem is named; none means Slack takes it. */

type Json = Readonly<Record<string, unknown>>;

export function messageProblems(message: Json): string[] {
  const problems = [...blocksProblems(message.blocks, 50, 'blocks'), ...pings(message)];
  if (typeof message.text !== 'string' || message.text === '') problems.push('text: needed for notifications');
  return problems;
}

export function viewProblems(view: Json): string[] {
  const problems = blocksProblems(view.blocks, 100, 'view.blocks');
  const inputs = JSON.stringify(view.blocks).includes('"type":"input"');
  if (view.type === 'modal') {
    problems.push(...text(view.title, 'plain_text', 24, 'title'));
    if (view.submit !== undefined) problems.push(...text(view.submit, 'plain_text', 24, 'submit'));
    else if (inputs) problems.push('submit: needed with inputs');
    if (view.close !== undefined) problems.push(...text(view.close, 'plain_text', 24, 'close'));
  } else if (view.type !== 'home') problems.push(`type: ${view.type}`);
  if (length(view.private_metadata ?? '') > 3000) problems.push('private_metadata: over 3000');
  if (length(view.callback_id ?? '') > 255) problems.push('callback_id: over 255');
  return problems;
}

function blocksProblems(blocks: unknown, most: number, at: string): string[] {
  if (!Array.isArray(blocks)) return [`${at}: not a list`];
  const problems = blocks.length > most ? [`${at}: ${blocks.length} blocks`] : [];
  if (blocks.length === 0) problems.push(`${at}: empty`);
  const ids = blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) problems.push(`${at}: block_id twice`);
  for (const id of ids) if (length(id) > 255) problems.push(`${at}: block_id over 255`);
  return [...problems, ...blocks.flatMap((block, i) => blockProblems(block, `${at}.${i}`))];
}

function blockProblems(block: Json, at: string): string[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'header':
      return text(block.text, 'plain_text', 150, `${at}.header`);
    case 'section':
      return [...text(block.text, 'any', 3000, `${at}.section`), ...(block.accessory ? elementProblems(block.accessory as Json, `${at}.accessory`) : [])];
    case 'context': {
      const elements = block.elements as Json[];
      return [...between(elements, 1, 10, `${at}.context`), ...elements.flatMap((element, i) => text(element, 'any', 3000, `${at}.context.${i}`))];
    }
    case 'actions': {
      const elements = block.elements as Json[];
      const ids = elements.map(({ action_id: id }) => id);
      return [
        ...between(elements, 1, 25, `${at}.actions`),
        ...(new Set(ids).size < ids.length ? [`${at}.actions: action_id twice`] : []),
        ...elements.flatMap((element, i) => elementProblems(element, `${at}.actions.${i}`)),
      ];
    }
    case 'input':
      return [
        ...text(block.label, 'plain_text', 2000, `${at}.label`),
        ...(block.hint ? text(block.hint, 'plain_text', 2000, `${at}.hint`) : []),
        ...elementProblems(block.element as Json, `${at}.element`),
      ];
    default:
      return [`${at}: type ${block.type}`];
  }
}

function elementProblems(element: Json, at: string): string[] {
  const own = length(element.action_id) === 0 || length(element.action_id) > 255 ? [`${at}: action_id`] : [];
  if (element.placeholder) own.push(...text(element.placeholder, 'plain_text', 150, `${at}.placeholder`));
  switch (element.type) {
    case 'button':
      return [
        ...own,
        ...text(element.text, 'plain_text', 75, `${at}.text`),
        ...(length(element.value) > 2000 ? [`${at}: value over 2000`] : []),
        ...style(element, at),
      ];
    case 'static_select':
      if (element.option_groups) {
        const groups = element.option_groups as Json[];
        const inside = groups.flatMap((group, i) => [
          ...text(group.label, 'plain_text', 75, `${at}.group.${i}`),
          ...optionsProblems(group.options, 100, `${at}.group.${i}`),
        ]);
        return [...own, ...between(groups, 1, 100, `${at}.groups`), ...inside];
      }
      return [...own, ...optionsProblems(element.options, 100, at), ...initial(element, at)];
    case 'radio_buttons':
    case 'checkboxes':
      return [...own, ...optionsProblems(element.options, 10, at), ...initial(element, at)];
    case 'datepicker':
      return [...own, ...(element.initial_date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(element.initial_date)) ? [`${at}: initial_date`] : [])];
    case 'plain_text_input': {
      const most = Number(element.max_length ?? 3000);
      return [
        ...own,
        ...(most < 1 || most > 3000 ? [`${at}: max_length`] : []),
        ...(length(element.initial_value ?? '') > most ? [`${at}: initial_value over max_length`] : []),
      ];
    }
    case 'url_text_input':
      return [...own, ...(element.initial_value !== undefined && !URL.canParse(String(element.initial_value)) ? [`${at}: initial_value is no address`] : [])];
    case 'file_input':
      return own;
    default:
      return [...own, `${at}: type ${element.type}`];
  }
}

function style({ style }: Json, at: string): string[] {
  return style === undefined || style === 'primary' || style === 'danger' ? [] : [`${at}: style`];
}

function optionsProblems(options: unknown, most: number, at: string): string[] {
  if (!Array.isArray(options)) return [`${at}: no options`];
  const values = options.map(({ value }) => value);
  return [
    ...between(options, 1, most, `${at}.options`),
    ...(new Set(values).size < values.length ? [`${at}: value twice`] : []),
    ...options.flatMap((option, i) => [
      ...text(option.text, 'plain_text', 75, `${at}.option.${i}`),
      ...(length(option.value) === 0 || length(option.value) > 150 ? [`${at}.option.${i}: value`] : []),
    ]),
  ];
}

/** What is chosen at first must be one of the options, letter for letter. */
function initial({ options, initial_option: one, initial_options: many }: Json, at: string): string[] {
  const all = [...(one === undefined ? [] : [one]), ...((many as unknown[] | undefined) ?? [])].map((chosen) => JSON.stringify(chosen));
  if (Array.isArray(many) && many.length === 0) return [`${at}: initial_options empty`];
  return all.every((chosen) => (options as unknown[]).some((option) => JSON.stringify(option) === chosen))
    ? []
    : [`${at}: initial option is none of the options`];
}

function text(value: unknown, type: 'plain_text' | 'any', most: number, at: string): string[] {
  const { type: own, text: words } = (value ?? {}) as Json;
  if (typeof words !== 'string') return [`${at}: no text`];
  const problems = words.length === 0 || words.length > most ? [`${at}: ${words.length} of ${most} characters`] : [];
  if (own !== 'plain_text' && !(type === 'any' && own === 'mrkdwn')) problems.push(`${at}: type ${own}`);
  if (/�|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(words)) problems.push(`${at}: half a letter`);
  return [...problems, ...unescaped(words, own === 'mrkdwn').map((what) => `${at}: ${what}`)];
}

const link = /<(?:https?:\/\/|mailto:|tel:)[^<>|]+\|[^<>|]+>/g;

/** `&` stands for itself only as an entity, `<` and `>` only around a link that we made. People are marked in forms only: see `pings`. */
function unescaped(words: string, markup: boolean): string[] {
  const rest = markup ? words.replace(link, '').replace(/<@[UW][A-Z0-9]+>/g, '') : words;
  return [...(/&(?!amp;|lt;|gt;)/.test(rest) ? ['bare &'] : []), ...(/[<>]/.test(rest) ? [`bare < or > in ${rest.match(/.{0,20}[<>].{0,20}/)?.[0]}`] : [])];
}

/** What would call people when it is sent. */
export function pings(message: unknown): string[] {
  return JSON.stringify(message).match(/<!(?:channel|here|everyone|subteam)[^>]*>|<@[UW][A-Z0-9]+[^>]*>/g) ?? [];
}

function between(list: readonly unknown[], least: number, most: number, at: string): string[] {
  return Array.isArray(list) && list.length >= least && list.length <= most ? [] : [`${at}: ${list?.length} of ${least} to ${most}`];
}

function length(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}
