/**
 * For another site: puts the chat of a place into a frame on our own origin, so that nothing on that site can read what is typed. Where the frame is not
 * allowed or does not come, the link that stands there stays.
 *
 * `<script src="https://…/embed.js" data-place="es/barcelona" data-lang="en" data-title="Ask about your rights" async></script>`
 */

const slow = 10_000;

function embed(script: HTMLScriptElement): void {
  const { place = '', lang = '', title = '' } = script.dataset;
  if (!/^[a-z]{2,}(?:\/[a-z0-9-]+)?$/.test(place) || !/^[A-Za-z-]{2,10}$/.test(lang)) return;
  const { origin } = new URL(script.src);
  const frame = document.createElement('iframe');
  frame.title = title || new URL(origin).host;
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  );
  frame.referrerPolicy = 'no-referrer';
  frame.width = '100%';
  frame.height = '1';
  frame.setAttribute('frameborder', '0');
  frame.src = `${origin}/embed/${place}/${lang}`;
  const gone = setTimeout(() => frame.remove(), slow);
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const height = Number((event.data as { hereabouts?: unknown } | null)?.hereabouts);
    if (!(height > 0)) return;
    clearTimeout(gone);
    frame.height = String(Math.min(height, 20_000));
  });
  script.after(frame);
}

if (document.currentScript instanceof HTMLScriptElement) embed(document.currentScript);
