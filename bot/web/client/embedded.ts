/** Inside another site: tells the frame around how high the page is. Nothing that was written or read is told. */
import { pressed } from './dom.ts';

export function startEmbedded(): void {
  if (window.parent === window || !document.body.hasAttribute('data-embed')) return;
  // Links lead out of the frame; those within the page need not.
  document.addEventListener('click', (event) => {
    const link = pressed(event, 'a[href^="#"]');
    if (link instanceof HTMLAnchorElement) link.target = '_self';
  });
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Whoever may frame this page stands in its frame-ancestors; the height is no secret among them.
    window.parent.postMessage({ hereabouts: height }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
