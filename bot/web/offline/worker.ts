/**
 * The service worker. Pages and questions go to the network first; when it fails, or is too slow, the same app answers here from what is kept on the
 * device. A question is passed on and never kept.
 */
import { files } from '../files.ts';
import { answerHere, canAnswer } from './answer.ts';
import { clearOthers, forgetAll, keep, stock, stockKept } from './shelf.ts';
import { type Message, shelved } from './version.ts';

declare const self: ServiceWorkerGlobalScope;

/** How long the network may take when the answer is here already. */
const patience = 5000;

self.addEventListener('install', (event) => event.waitUntil(stock().then(stockKept)));
self.addEventListener('activate', (event) => event.waitUntil(clearOthers().then(() => self.clients.claim())));

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  if (message.type === 'take-over' && message.version === files.version) event.waitUntil(self.skipWaiting());
  if (message.type === 'keep') event.waitUntil(keep(message));
  if (message.type === 'forget') event.waitUntil(forgetAll().then(() => self.registration.unregister()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'GET' && shelved.includes(url.pathname + url.search)) event.respondWith(fromShelf(request));
  else if (isPage(request, url)) event.respondWith(page(request));
});

/** Pages, and questions asked from a page. Not the API, and not what is shown inside other sites. */
function isPage({ method, mode, headers }: Request, { pathname }: URL): boolean {
  if (/^\/(?:api|content|embed|slack|telegram)\//.test(pathname)) return false;
  return mode === 'navigate' || (method === 'POST' && headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true);
}

async function fromShelf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(request: Request): Promise<Response> {
  const spare = request.clone();
  const network = fetch(request).then(
    (response) => (response.status < 500 ? response : null),
    () => null,
  );
  const here = await canAnswer(new URL(request.url));
  const first = await (here ? Promise.race([network, slow()]) : network);
  return first ?? (here ? await answerHere(spare, here) : null) ?? (await network) ?? Response.error();
}

function slow(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patience, null));
}
