/** For search engines: every topic of every place in each language that it is written in. One file a place: a sitemap may hold so many addresses. */
import type { Hono } from 'hono';
import { editionsIn } from '../../core/index.ts';
import { chatPath, topicPath } from '../address.ts';
import type { WebSettings } from './settings.ts';

const xml = { 'content-type': 'application/xml; charset=utf-8' };
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function addSitemap(app: Hono, { core, places: served }: WebSettings): void {
  const { places, locales } = core.bundled;
  const listed = Object.keys(places).filter((id) => served.length === 0 || served.includes(id));
  app.get('/robots.txt', (c) => c.text(`User-agent: *\nDisallow: /api/\nSitemap: ${new URL('/sitemap.xml', c.req.url)}\n`));
  app.get('/sitemap.xml', (c) => {
    const files = listed.map((id) => `<sitemap><loc>${new URL(`/sitemap/${id}.xml`, c.req.url)}</loc></sitemap>`);
    return c.body(`<?xml version="1.0" encoding="UTF-8"?><sitemapindex ${namespace}>${files.join('')}</sitemapindex>`, 200, xml);
  });
  app.get('/sitemap/:file{.+\\.xml}', async (c) => {
    const place = c.req.param('file').replace(/\.xml$/, '');
    if (!listed.includes(place)) return c.notFound();
    const topics = await editionsIn(place, core);
    const paths = [
      ...Object.keys(locales).map((lang) => chatPath(place, lang)),
      ...[...topics].flatMap(([topic, languages]) => languages.map((lang) => topicPath(place, lang, topic))),
    ];
    const urls = paths.map((path) => `<url><loc>${new URL(path, c.req.url)}</loc></url>`);
    return c.body(`<?xml version="1.0" encoding="UTF-8"?><urlset ${namespace}>${urls.join('')}</urlset>`, 200, xml);
  });
}
