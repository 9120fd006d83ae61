/** The self-assessment: filled in, counted and kept here. The rules are those of the core, the report that of every channel. */
import {
  type Assessment,
  type Bundled,
  type FieldProblem,
  type Level,
  readEntry,
  reviewerKinds,
  type Town,
  type TypedEntry,
  writeAssessment,
} from '../../../core/index.ts';
import { reportMarkdown, reportTable } from '../../report-files.ts';
import { reportPage } from '../../report-page.tsx';
import { Say } from '../../say.ts';
import type { AssessmentData } from './data.ts';
import { AssessmentStore, type Whose } from './store.ts';
import { reportOf, type Shown, show } from './view.ts';

const root = document.querySelector<HTMLElement>('[data-assess]');
if (root) void begin(root);

async function begin(root: HTMLElement): Promise<void> {
  const response = await fetch(root.dataset.assess ?? '');
  if (!response.ok) return;
  const data = (await response.json()) as AssessmentData;
  const say = new Say(data.locale, data.bundled as Bundled, data.words);
  new Desk({ root, data, say }, new AssessmentStore(localStorage)).open();
}

/** For a short message to be read. Milliseconds. */
const longEnough = 8000;

class Desk {
  readonly #shown: Shown;
  readonly #store: AssessmentStore;
  #whose: Whose = 'own';
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(shown: Shown, store: AssessmentStore) {
    this.#shown = shown;
    this.#store = store;
  }

  open(): void {
    const { root } = this.#shown;
    root.addEventListener('submit', (event) => this.#submit(event));
    root.addEventListener('click', (event) => this.#click(event));
    root.querySelector('[data-import]')?.addEventListener('change', (event) => void this.#import(event.target));
    // The same assessment in another tab.
    addEventListener('storage', () => this.#show());
    root.hidden = false;
    for (const note of document.querySelectorAll<HTMLElement>('[data-no-script]')) note.hidden = true;
    this.#show();
  }

  get #current(): Assessment | null {
    return this.#store.load(this.#whose);
  }

  #show(): void {
    const { root } = this.#shown;
    const guest = this.#store.load('guest');
    if (!guest) this.#whose = 'own';
    const own = this.#store.load('own');
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-show]')) {
      const whose = button.dataset.show === 'guest' ? guest : own;
      button.textContent = whose?.town.name ?? this.#shown.say.t('assess.start');
      button.setAttribute('aria-pressed', String(button.dataset.show === this.#whose));
    }
    reveal(root, '[data-whose]', guest !== null);
    reveal(root, '[data-guest]', this.#whose === 'guest');
    show(this.#current, this.#whose, today(), this.#shown);
  }

  #say(text: string): void {
    const status = this.#shown.root.querySelector('[data-said]');
    if (!status) return;
    status.textContent = text;
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => status.replaceChildren(), longEnough);
  }

  #kept(isKept: boolean): void {
    const { say } = this.#shown;
    this.#say(say.t(isKept ? 'assess.saved' : 'assess.down'));
    if (isKept) this.#show();
  }

  #submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const field = fieldsOf(form);
    const { entry, remark } = form.dataset;
    if (entry !== undefined) this.#entry(form, entry, field);
    else if (remark !== undefined) this.#remark(form, remark, field);
    else this.#town({ name: field('town').trim(), place: this.#shown.data.place, small: field('small') === 'on' });
  }

  #town(town: Town): void {
    if (town.name !== '') this.#kept(this.#store.start(town, now()));
  }

  #entry(form: HTMLFormElement, commitment: string, field: (name: string) => string): void {
    const names = ['choice', 'notOurs', 'evidence', 'link', 'owner', 'due'] as const;
    const read = readEntry(Object.fromEntries(names.map((name) => [name, field(name)])) as Record<(typeof names)[number], string> satisfies TypedEntry);
    this.#problems(form, 'problems' in read ? read.problems : {});
    if ('entry' in read) this.#kept(this.#store.save(commitment, read.entry, now()));
  }

  #remark(form: HTMLFormElement, commitment: string, field: (name: string) => string): void {
    const version = this.#current?.changes.findLast((change) => change.commitment === commitment)?.version;
    const reviewer = {
      name: field('name').trim(),
      organisation: field('organisation').trim(),
      kind: reviewerKinds.find((kind) => kind === field('kind')) ?? 'city',
    };
    const problems: Record<string, FieldProblem> = {};
    if (!/^[0-3]$/.test(field('seen'))) problems.seen = 'choose';
    for (const name of ['name', 'organisation'] as const) if (reviewer[name] === '') problems[name] = 'name-missing';
    this.#problems(form, problems);
    if (Object.keys(problems).length > 0 || version === undefined) return;
    this.#kept(this.#store.remark({ commitment, version, level: Number(field('seen')) as Level, comment: field('comment').trim(), reviewer, at: now() }));
  }

  /** Each at its field; the first one gets the focus. */
  #problems(form: HTMLFormElement, problems: Readonly<Partial<Record<string, FieldProblem>>>): void {
    for (const line of form.querySelectorAll<HTMLElement>('[data-problem]')) {
      const problem = problems[line.dataset.problem ?? ''];
      line.hidden = problem === undefined;
      line.textContent = problem ? this.#shown.say.t(`assess.problem.${problem}`) : '';
    }
    const [first] = Object.keys(problems);
    if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }

  #click(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    const { show: shown, export: form, delete: isDelete, warning = '' } = button?.dataset ?? {};
    if (shown) {
      this.#whose = shown === 'guest' ? 'guest' : 'own';
      this.#show();
    }
    if (form) this.#export(form);
    if (isDelete !== undefined && confirm(warning)) {
      this.#store.delete(this.#whose);
      this.#say(this.#shown.say.t('assess.deleted'));
      this.#show();
    }
  }

  #export(form: string): void {
    const { say, data } = this.#shown;
    const assessment = this.#current;
    if (!assessment) {
      this.#say(say.t('assess.none'));
      return;
    }
    const day = today();
    const made = reportOf(assessment, day, this.#shown);
    const [type, text] =
      form === 'json'
        ? ['application/json', writeAssessment(assessment)]
        : form === 'csv'
          ? ['text/csv', reportTable(assessment, data.commitments, day, say)]
          : form === 'md'
            ? ['text/markdown', reportMarkdown(made, say)]
            : ['text/html', reportPage(made, say)];
    save(`hereabouts-${assessment.id.slice(0, 8)}-${day}.${form}`, `${type};charset=utf-8`, text);
  }

  async #import(input: EventTarget | null): Promise<void> {
    if (!(input instanceof HTMLInputElement) || !input.files?.[0]) return;
    const { say } = this.#shown;
    const taken = this.#store.take(await input.files[0].text());
    input.value = '';
    if ('unread' in taken) {
      this.#say(taken.unread ? say.t('assess.unread', { at: taken.unread }) : say.t('assess.down'));
      return;
    }
    this.#whose = taken.shown;
    this.#show();
    this.#say(say.t('assess.imported', { n: say.number(taken.remarks) }));
  }
}

function fieldsOf(form: HTMLFormElement): (name: string) => string {
  const fields = new FormData(form);
  return (name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
}

function reveal(root: ParentNode, selector: string, isShown: boolean): void {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) found.hidden = !isShown;
}

/** The browser keeps the file; nothing is sent. */
function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

function now(): string {
  return new Date().toISOString();
}

function today(): string {
  return now().slice(0, 10);
}
