/** The web as the Worker runs it, with shards from the device. */
import { chatPath, readAddress } from '../../address.ts';
import { createWeb } from '../index.tsx';
import type { Site } from '../site.ts';
import { allKept, coreHere, isKept, type Kept } from './shelf.ts';
import { cacheName, siteFile } from './version.ts';

/** What can be answered here: an address of a kept place and language; any other leads to the one last looked at. */
export interface Here {
  readonly kept: Kept;
  readonly exact: boolean;
}

/** Null when nothing is kept. */
export async function canAnswer({ pathname }: URL): Promise<Here | null> {
  const all = await allKept();
  const core = all.length > 0 ? await coreHere() : null;
  if (!core) return null;
  const about = readAddress(pathname, core.bundled);
  const exact = all.find(({ place, lang }) => place === about?.place && lang === about.lang);
  const kept = exact ?? all[0];
  return kept && (await isKept(`ui.${kept.lang}`)) ? { kept, exact: exact !== undefined } : null;
}

export async function answerHere(request: Request, { kept, exact }: Here): Promise<Response | null> {
  if (!exact) return Response.redirect(new URL(chatPath(kept.place, kept.lang), request.url).href, 303);
  const core = await coreHere();
  const site = await (await caches.open(cacheName)).match(siteFile);
  if (!core || !site) return null;
  const { defaultPlace, ...settings } = (await site.json()) as Site;
  const app = createWeb({
    ...settings,
    defaultPlace,
    core,
    offline: { contentOf: kept.since },
    now: () => new Date().toISOString(),
    asset: async (path) => (await caches.match(path)) ?? new Response(null, { status: 404 }),
  });
  const { method, url } = request;
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  return app.fetch(new Request(url, method === 'GET' ? {} : { method, headers, body: await request.arrayBuffer() }));
}
