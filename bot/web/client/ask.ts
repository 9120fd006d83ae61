/** Asking without a new page: the same form is sent, and the answer of the page that comes back is added to the log. */
import { announce } from './dom.ts';

const form = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('form[data-ask]');

/** `added` is told of each new answer. */
export function startAsking(added: (answer: ParentNode) => void): void {
  added(document);
  document.addEventListener('submit', (event) => {
    const asking = event.target;
    if (!(asking instanceof HTMLFormElement) || !asking.matches('[data-ask]') || !document.querySelector('[data-log]')) return;
    event.preventDefault();
    if (asking.getAttribute('aria-busy') !== 'true') send(asking, added);
  });
  form()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    form()?.requestSubmit();
  });
}

/** XMLHttpRequest, because it reads a page without making a string into HTML, which the page's Trusted Types forbid. */
function send(asking: HTMLFormElement, added: (answer: ParentNode) => void): void {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(asking)) if (typeof value === 'string') body.append(name, value);
  const request = new XMLHttpRequest();
  const end = (words: string | undefined): void => {
    asking.removeAttribute('aria-busy');
    announce(words);
  };
  request.open('POST', asking.action);
  request.responseType = 'document';
  request.onload = () => {
    if (!show(request.response, asking, added)) return asking.submit();
    end(undefined);
  };
  request.onerror = () => end(asking.dataset.offline);
  request.ontimeout = request.onerror;
  request.timeout = 30_000;
  asking.setAttribute('aria-busy', 'true');
  announce(asking.dataset.busy);
  request.send(body);
}

/** False when what came is no answer of this version of the pages: then the browser loads it as a page. */
function show(reply: unknown, asking: HTMLFormElement, added: (answer: ParentNode) => void): boolean {
  const log = document.querySelector('[data-log]');
  if (!(reply instanceof Document) || !log) return false;
  const answers = reply.querySelector('[data-log]')?.children;
  if (!answers?.length || reply.body.dataset.version !== document.body.dataset.version) return false;
  const turn = document.createElement('div');
  turn.className = 'turn';
  turn.lang = reply.documentElement.lang;
  turn.dir = reply.documentElement.dir;
  turn.append(...[...answers].map((answer) => document.importNode(answer, true)));
  log.append(turn);
  // From the start of a chat to a chat.
  const [main, next] = [document, reply].map((page) => page.querySelector('main'));
  if (main && next) main.className = next.className;
  addExit(reply);
  carry(reply, asking);
  added(turn);
  const question = asking.querySelector('textarea');
  if (question) question.value = '';
  question?.focus({ preventScroll: true });
  turn.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  return true;
}

/** An answer about violence brings the way to leave with it. */
function addExit(reply: Document): void {
  const exit = reply.querySelector('[data-exit]')?.closest('aside');
  if (exit && !document.querySelector('[data-exit]')) document.querySelector('main')?.before(document.importNode(exit, true));
}

/** What goes with the next question: the topic that is now being read. */
function carry(reply: Document, asking: HTMLFormElement): void {
  for (const old of asking.querySelectorAll('input[name=previous]')) old.remove();
  const next = reply.querySelector('form[data-ask] input[name=previous]');
  if (next) asking.prepend(document.importNode(next, true));
}
