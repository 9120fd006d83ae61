/** Shows an assessment in the page of its forms. Words come from the report, which is that of every channel. */
import { type Assessment, type Item, standing } from '../../../core/index.ts';
import { claimText, entryRows, type Report, type Row, remarkText, report } from '../../report.ts';
import type { Say } from '../../say.ts';
import type { AssessmentData } from './data.ts';
import type { Whose } from './store.ts';

export interface Shown {
  readonly root: HTMLElement;
  readonly data: AssessmentData;
  readonly say: Say;
}

export function reportOf(assessment: Assessment, day: string, { data, say }: Shown): Report {
  const networks = new Map(Object.entries(data.networks[assessment.town.small ? 'small' : 'any']));
  return report({ assessment, commitments: data.commitments, networks, day }, say);
}

export function show(assessment: Assessment | null, whose: Whose, day: string, shown: Shown): void {
  const { root, data, say } = shown;
  const made = assessment && reportOf(assessment, day, shown);
  const state = standing(assessment ?? { changes: [], remarks: [] }, data.commitments);
  fill(root, '[data-standing]', made ? standingNodes(made, say) : []);
  fill(root, '[data-plan]', made && made.plan.length > 0 ? planNodes(made, say) : []);
  for (const item of state.items) showItem(item, assessment !== null, whose, shown);
  const town = root.querySelector<HTMLFormElement>('[data-town]');
  if (!town) return;
  town.hidden = whose === 'guest';
  if (!assessment || whose === 'guest') return;
  set(town, 'town', assessment.town.name);
  const small = town.elements.namedItem('small');
  if (small instanceof HTMLInputElement) small.checked = assessment.town.small;
}

function showItem(item: Item, isBegun: boolean, whose: Whose, { root, say }: Shown): void {
  const box = root.querySelector<HTMLElement>(`[data-item="${item.commitment.id}"]`);
  if (!box) return;
  const counts = item.unproven ? [say.t('assess.unproven')] : [];
  fill(box, '[data-level]', item.change ? [[claimText(item, say), ...counts].join('. ')] : []);
  box.classList.toggle('answered', item.change !== null);
  fill(box, '[data-claim]', whose === 'guest' ? [rows([[say.t('assess.own'), claimText(item, say)], ...entryRows(item, say)]), proof(item)] : []);
  const remarks = [
    ...item.remarks.map((remark) => remarkText(remark, say)),
    ...item.past.map((remark) => `${say.t('assess.past')}. ${remarkText(remark, say)}`),
  ];
  fill(
    box,
    '[data-remarks]',
    remarks.map((text) => element('blockquote', text)),
  );
  const entry = box.querySelector<HTMLFormElement>('[data-entry]');
  const review = box.querySelector<HTMLFormElement>('[data-remark]');
  if (entry) entry.hidden = whose === 'guest' || !isBegun;
  if (review) review.hidden = whose === 'own' || item.change === null || item.counted === null;
  if (entry && whose === 'own' && !entry.contains(document.activeElement)) fillEntry(entry, item);
}

function fillEntry(form: HTMLFormElement, { change }: Item): void {
  const { level, ...texts } = change?.entry ?? { level: undefined, notOurs: '', evidence: '', link: '', owner: '', due: '' };
  const choice = level === undefined ? '' : level === null ? 'not-ours' : String(level);
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="choice"]')) radio.checked = radio.value === choice;
  for (const [name, text] of Object.entries(texts)) set(form, name, text);
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
}

function standingNodes(made: Report, say: Say): Node[] {
  return [
    element('p', made.day),
    rows(made.rows),
    ...made.kinds.map(({ name, rows: own }) => {
      const kind = element('details');
      kind.append(element('summary', name), rows(own));
      return kind;
    }),
    chart(made, say),
  ];
}

/** Levels as bars; the rows say the same in words. */
function chart({ bars }: Report, say: Say): HTMLElement {
  const list = element('div');
  list.className = 'bars';
  list.setAttribute('aria-hidden', 'true');
  for (const { name, own, reviewed } of bars) {
    list.append(element('span', name));
    for (const [stage, value] of [
      ['own', own],
      ['reviewed', reviewed],
    ] as const) {
      if (value === null) continue;
      const meter = element('meter');
      meter.className = stage;
      Object.assign(meter, { min: 0, max: 3, value, title: say.number(value) });
      list.append(meter);
    }
  }
  return list;
}

function planNodes({ plan }: Report, say: Say): Node[] {
  const steps = plan.map(({ lang, title, next, rows: more, sdg }) => {
    const box = element('article');
    const head = element('h3', title);
    head.lang = lang;
    box.append(head, element('p', next.join(': ')), rows(more), element('p', sdg));
    return box;
  });
  return [element('h2', say.t('assess.plan')), ...steps];
}

function proof({ change }: Item): Node {
  const href = change?.entry.link ?? '';
  const line = element('p');
  if (href) {
    const link = element('a', href);
    link.href = href;
    link.rel = 'noreferrer';
    line.append(link);
  }
  return line;
}

function rows(list: readonly Row[]): HTMLElement {
  const dl = element('dl');
  for (const [label, text] of list) {
    const row = element('div');
    const words = element('dd');
    words.append(element('bdi', text));
    row.append(element('dt', label), words);
    dl.append(row);
  }
  return dl;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function fill(root: ParentNode, selector: string, content: readonly (Node | string)[]): void {
  root.querySelector(selector)?.replaceChildren(...content);
}
