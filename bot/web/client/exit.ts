/** Exit this page: https://design-system.service.gov.uk/components/exit-this-page/. Without a script the link is a link. */
import { pressed } from './dom.ts';

const keyPresses = 3;
/** Milliseconds in which they have to follow. */
const within = 5000;

/** An answer may bring the link with it: so it is looked for when it is needed. */
const exitLink = (): HTMLAnchorElement | null => document.querySelector('a[data-exit]');

export function startExit(): void {
  document.addEventListener('click', (event) => {
    const link = pressed(event, '[data-exit]') ? exitLink() : null;
    if (!link) return;
    event.preventDefault();
    leave(link);
  });
  startKeys();
  // Who comes back by "back" finds the start of the page, not what was read there.
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.body.classList.contains('leaving')) location.reload();
  });
}

/** Shift, three times. Any other key in between, or too long a pause, begins anew. */
function startKeys(): void {
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (to: number): void => {
    count = to;
    showLights(to);
    clearTimeout(timer);
    if (to > 0) timer = setTimeout(set, within, 0);
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') set(0);
  });
  document.addEventListener('keyup', (event) => {
    const link = event.key === 'Shift' ? exitLink() : null;
    if (!link) return;
    set(count + 1);
    if (count === keyPresses) leave(link);
  });
}

/** How often Shift was pressed, to be seen. */
function showLights(count: number): void {
  const link = exitLink();
  if (!link) return;
  const lights = link.querySelector<HTMLElement>('.exit-lights') ?? link.appendChild(document.createElement('span'));
  lights.className = 'exit-lights';
  lights.setAttribute('aria-hidden', 'true');
  lights.hidden = count === 0;
  lights.replaceChildren(...Array.from({ length: keyPresses }, (_, light) => lamp(light < count)));
}

function lamp(lit: boolean): HTMLElement {
  const lamp = document.createElement('i');
  lamp.className = lit ? 'lit' : '';
  return lamp;
}

/** First nothing more is seen, then what was kept is deleted, then the page is replaced: "back" does not lead here. */
function leave({ href, origin }: HTMLAnchorElement): void {
  document.body.classList.add('leaving');
  document.body.replaceChildren();
  document.title = new URL(origin).host;
  navigator.serviceWorker?.controller?.postMessage({ type: 'forget' });
  (window.top ?? window).location.replace(href);
}
