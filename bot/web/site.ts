/** What a browser asks once about the whole site: its settings, for the app that answers offline, and its manifest, for who installs it. */
import type { Context, Hono } from 'hono';
import { world } from '../../core/index.ts';
import { chatPath, homePath, readAddress } from '../address.ts';
import { localeFor, namedIn, sayIn } from '../assistant.ts';
import type { WebSettings } from './settings.ts';

/** The settings that the operator makes, all of them public. */
export type Site = Pick<WebSettings, 'operator' | 'places' | 'contact'> & { readonly defaultPlace?: string | undefined };

export function addSite(app: Hono, settings: WebSettings): void {
  const { operator, places, defaultPlace, contact } = settings;
  const site: Site = { operator, places, ...(contact ? { contact } : {}), ...(defaultPlace ? { defaultPlace } : {}) };
  app.get('/site.json', (c) => c.json(site));
  for (const path of ['/manifest.webmanifest', '/:country/:lang/manifest.webmanifest', '/:country/:city/:lang/manifest.webmanifest'])
    app.get(path, (c) => manifest(c, settings));
}

/** https://www.w3.org/TR/appmanifest/: opens where and in the language in which it was installed. */
async function manifest(c: Context, { core, defaultPlace }: WebSettings): Promise<Response> {
  const about = readAddress(c.req.path, core.bundled);
  const say = await sayIn(localeFor([about?.lang], core.bundled), core);
  const name = say.t('essential.name');
  const place = about?.place ?? defaultPlace ?? world;
  const start = about ? chatPath(about.place, about.lang) : homePath();
  const body = {
    id: start,
    name: about ? `${name} · ${namedIn(place, say.locale, core.bundled)}` : name,
    short_name: name,
    description: say.t('page.description'),
    lang: say.locale,
    dir: say.info.direction,
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#fbf8f3',
    theme_color: '#0b5e63',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return c.json(body, 200, { 'content-type': 'application/manifest+json' });
}
