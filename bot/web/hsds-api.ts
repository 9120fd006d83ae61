/** `/api/hsds/...`: the services of a place in the shapes of HSDS 3.0, a page at a time, for anybody's program. */
import type { Context, Hono } from 'hono';
import { doorsIn, type ServiceCard } from '../../core/index.ts';
import { localeFor, namedIn, sayIn } from '../assistant.ts';
import { apiProblem } from './api.ts';
import { hsdsId, hsdsOrganizations, hsdsProfile, hsdsService, hsdsVersion, hsdsWhole, pageOf, placeOfId } from './hsds.ts';
import type { WebSettings } from './settings.ts';

const mostPerPage = 200;

export function addHsds(app: Hono, settings: WebSettings): void {
  const { core } = settings;
  const sayOf = (c: Context) => sayIn(localeFor([c.req.query('lang')], core.bundled), core);
  const doors = (place: string): Promise<ServiceCard[]> => doorsIn(place, settings.now(), core);
  app.get('/api/hsds', (c) => c.json({ version: hsdsVersion, profile: hsdsProfile, openapi_url: new URL('/api/openapi.json', c.req.url).href }));
  app.get('/api/hsds/organizations', async (c) => {
    const read = readList(c, settings);
    return read ? c.json(pageOf(await hsdsOrganizations(await doors(read.place)), read.page, read.perPage)) : apiProblem(c, settings, 'bad-request');
  });
  app.get('/api/hsds/services', async (c) => {
    const read = readList(c, settings);
    if (!read) return apiProblem(c, settings, 'bad-request');
    const [cards, say] = await Promise.all([doors(read.place), sayOf(c)]);
    const shape = read.full
      ? (card: ServiceCard) => hsdsWhole(card, namedIn(card.place, say.locale, core.bundled), say)
      : (card: ServiceCard) => hsdsService(card, say);
    return c.json(pageOf(await Promise.all(cards.map(shape)), read.page, read.perPage));
  });
  app.get('/api/hsds/services/:id', async (c) => {
    const id = c.req.param('id');
    const place = await placeOfId(id, Object.keys(core.bundled.places));
    const cards = place === undefined ? [] : await doors(place);
    const ids = await Promise.all(cards.map((card) => hsdsId(card.place, 'service', card.id)));
    const card = cards[ids.indexOf(id.toLowerCase())];
    if (!card) return apiProblem(c, settings, 'not-found');
    const say = await sayOf(c);
    return c.json(await hsdsWhole(card, namedIn(card.place, say.locale, core.bundled), say));
  });
}

/** `?place=es/barcelona&page=1&per_page=50&full=true`, as HSDS names them. Null: no such place, or no number. */
function readList(c: Context, { core, defaultPlace }: WebSettings): { place: string; page: number; perPage: number; full: boolean } | null {
  const { place = defaultPlace ?? '', page = '1', per_page: perPage = '50', full } = c.req.query();
  if (!Object.hasOwn(core.bundled.places, place) || ![page, perPage].every((number) => /^[1-9]\d{0,5}$/.test(number))) return null;
  return { place, page: Number(page), perPage: Math.min(Number(perPage), mostPerPage), full: full === 'true' };
}
