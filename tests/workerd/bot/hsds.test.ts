import { describe, expect, it } from 'vitest';
import { hsdsId, placeOfId } from '../../../bot/web/hsds.ts';
import { createWeb } from '../../../bot/web/index.tsx';
import { openAtlantis } from '../atlantis.ts';

const app = createWeb({
  core: openAtlantis(),
  operator: 'City of Poseidonis',
  defaultPlace: 'xa/poseidonis',
  places: [],
  now: () => '2026-07-15T08:00:00Z',
  asset: async () => new Response(null, { status: 404 }),
});
const get = (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }));

describe('HSDS', () => {
  it('tells what it is', async () => {
    expect(await (await get('http://x/api/hsds')).json()).toMatchObject({ version: '3.0', openapi_url: 'http://x/api/openapi.json' });
  });

  it('gives the services of a place a page at a time, and each by its id without the place', async () => {
    const whole = (await (await get('/api/hsds/services?per_page=1')).json()) as { total_items: number; contents: { id: string; name: string }[] };
    expect(whole).toMatchObject({ total_items: 2, total_pages: 2, page_number: 1, size: 1, first_page: true, last_page: false, empty: false });
    const last = await (await get('/api/hsds/services?per_page=1&page=2')).json();
    expect(last).toMatchObject({ first_page: false, last_page: true });
    const [first] = whole.contents;
    expect(await (await get(`/api/hsds/services/${first?.id.toUpperCase()}`)).json()).toMatchObject({ id: first?.id, name: first?.name });
    expect(await (await get('/api/hsds/services?page=9')).json()).toMatchObject({ empty: true, contents: [] });
  });

  it('says its codes in the language asked for', async () => {
    const [english, arabic] = await Promise.all(['en', 'ar'].map(async (lang) => (await get(`/api/hsds/services?lang=${lang}`)).text()));
    expect(english).toContain('fees_description');
    expect(arabic).toMatch(/"fees_description":"[^"]*\p{Script=Arabic}/u);
  });

  it.each(['?place=xa/nowhere', '?place=__proto__', '?page=0', '?page=-1', '?per_page=many'])('%s is a bad request', async (query) => {
    expect((await get(`/api/hsds/services${query}`)).status).toBe(400);
  });

  it('knows no service of another name, nor of another place', async () => {
    const ghosts = await Promise.all(['xa/poseidonis', 'xa/nowhere'].map((place) => hsdsId(place, 'service', 'ghost')));
    for (const id of ['nothing', ...ghosts]) expect((await get(`/api/hsds/services/${id}`)).status, id).toBe(404);
  });

  it('has ids that stay and name their place', async () => {
    const id = await hsdsId('xa/poseidonis', 'service', 'pearl-desk');
    expect(id).toBe(await hsdsId('xa/poseidonis', 'service', 'pearl-desk'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await placeOfId(id, ['un', 'xa', 'xa/reef', 'xa/poseidonis'])).toBe('xa/poseidonis');
    expect(await placeOfId(id, ['un', 'xa'])).toBeUndefined();
  });

  it('may be read by any page; a question may not be sent by one', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    for (const path of ['/api/hsds', '/api/hsds/services', '/api/hsds/services/none', '/api/health'])
      expect((await get(path, origin)).headers.get('access-control-allow-origin'), path).toBe('*');
    const asked = await app.request('/api/ask', {
      method: 'POST',
      headers: { ...origin, 'content-type': 'application/json' },
      body: '{"question":"boss no pay me"}',
    });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await app.request('/api/ask', { method: 'OPTIONS', headers: { ...origin, 'access-control-request-method': 'POST' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});
