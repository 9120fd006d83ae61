/** Finding things in a page. */

/** What was pressed, when it or what it stands in is `selector`. */
export function pressed(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

/** Shows what the server hid because it needs a script. */
export function reveal(root: ParentNode, selector: string): void {
  for (const element of root.querySelectorAll<HTMLElement>(selector)) element.hidden = false;
}

/** Says something to everybody, also to a screen reader. */
export function announce(text: string | undefined): void {
  const status = document.querySelector<HTMLElement>('[data-status]');
  if (status) status.textContent = text ?? '';
}

/** The answer that a button belongs to: a page that is one answer says so on its `main`. */
export function answerOf(button: Element): HTMLElement | null {
  return button.closest<HTMLElement>('[data-answer]');
}

/** The blocks of text of an answer as they are read, without what is folded away, and without its buttons. */
export function textBlocks(answer: ParentNode): HTMLElement[] {
  const blocks = [...answer.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, li, dt, dd, summary')];
  return blocks.filter((block) => !block.querySelector('p, li, dt') && block.checkVisibility() && textOf(block) !== '');
}

export function textOf(block: HTMLElement): string {
  return (block.innerText ?? '').replace(/\s+/g, ' ').trim();
}
