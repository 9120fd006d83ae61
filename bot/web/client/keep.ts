/** Keeps the city and language of this page on the device, so that it answers without network: offline/worker.ts. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

export function startKeeping(): void {
  const { place, embed, version } = document.body.dataset;
  if (!('serviceWorker' in navigator) || embed !== undefined || !version) return;
  const start = (): void => void keep({ place, lang: document.documentElement.lang, version });
  // After the page itself: what is being read comes first.
  const later = (): void => void ('requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 5000 }) : setTimeout(start, 2000));
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}

async function keep(seen: { readonly place: string | undefined; readonly lang: string; readonly version: string }): Promise<void> {
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saving && !navigator.serviceWorker.controller) return;
  const registration = await navigator.serviceWorker.register(workerAddress()).catch(() => null);
  if (!registration) return;
  // A page of the new version needs the worker of the new version; a page of the old one is left in peace.
  const takeOver = (): void => (registration.installing ?? registration.waiting)?.postMessage({ type: 'take-over', version: seen.version });
  registration.addEventListener('updatefound', takeOver);
  takeOver();
  const ready = await navigator.serviceWorker.ready;
  if (seen.place) ready.active?.postMessage({ type: 'keep', ...seen });
}

/** Trusted Types ask who vouches for the address of a script: the policy can say only this one. */
function workerAddress(): string {
  const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return trusted ? trusted.createPolicy('sw', { createScriptURL: () => '/sw.js' }).createScriptURL('') : '/sw.js';
}
