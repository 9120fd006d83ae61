/** Copy, share and print an answer. What is shared is the address of its permanent page, never a question. */
import { announce, answerOf, pressed, reveal, textBlocks, textOf } from './dom.ts';

export function showShare(root: ParentNode): void {
  if (navigator.clipboard) reveal(root, '[data-copy]');
  if (typeof navigator.share === 'function') reveal(root, '[data-share]');
  reveal(root, '[data-print]');
}

export function startSharing(): void {
  document.addEventListener('click', (event) => {
    const copy = pressed(event, '[data-copy]');
    if (copy) return void copied(copy);
    const share = pressed(event, '[data-share]');
    if (share) return void shared(share);
    if (pressed(event, '[data-print]')) print();
  });
}

async function copied(button: HTMLElement): Promise<void> {
  const answer = answerOf(button);
  const text = [...(answer ? textBlocks(answer).map(textOf) : []), ofAnswer(button).url].join('\n\n');
  const { done = '' } = button.dataset;
  await navigator.clipboard.writeText(text).then(
    () => {
      announce(done);
      button.textContent = done;
    },
    () => undefined,
  );
}

/** A person who thinks better of it has done nothing wrong. */
async function shared(button: HTMLElement): Promise<void> {
  await navigator.share(ofAnswer(button)).catch(() => undefined);
}

/** The title of the answer, and the address of its permanent page. */
function ofAnswer(button: HTMLElement): { title: string; url: string } {
  const { title = document.title, url = location.origin + location.pathname } = button.closest<HTMLElement>('[data-tools]')?.dataset ?? {};
  return { title, url };
}
