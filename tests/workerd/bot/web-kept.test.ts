/** What a device keeps is enough, and says that it is kept. What the site tells a browser of itself. */
import { describe, expect, it } from 'vitest';
import { createWeb, type WebSettings } from '../../../bot/web/index.tsx';
import { ask, type Core, shardsToKeep, topicsIn } from '../../../core/index.ts';
import { openAtlantis, question } from '../atlantis.ts';

const now = '2026-07-15T08:00:00Z';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

function web(more: Partial<WebSettings> = {}) {
  const settings = { core: openAtlantis(), operator: 'City of Poseidonis', defaultPlace: 'xa/poseidonis', places: [], now: () => now };
  return createWeb({ ...settings, asset: async () => new Response(null, { status: 404 }), ...more });
}

/** A device that keeps a place and a language, and nothing else. */
function device(place: string, lang: string): Core {
  const kept = new Set(shardsToKeep(place, lang, openAtlantis()));
  return openAtlantis({ alter: (name, text) => (kept.has(name) ? text : null) });
}

describe('what a device keeps', () => {
  it.each([
    ['xa/poseidonis', 'ar'],
    ['xa/poseidonis', 'en'],
    ['un', 'en'],
  ])('of %s in %s is all that its answers need', async (place, lang) => {
    const [all, core] = [openAtlantis(), device(place, lang)];
    for (const { id } of await topicsIn(lang, all)) {
      const asked = question('', { topic: id, place, locale: lang });
      expect(await ask(asked, core), id).toEqual(await ask(asked, all));
    }
    const texts = ['صاحب العمل ما دفع لي اجري', 'boss no pay me pearls', 'quantum teapot xylophone'];
    for (const text of texts)
      expect(await ask(question(text, { place, locale: 'en' }), device(place, 'ar'))).toEqual(await ask(question(text, { place, locale: 'en' }), all));
  });

  it('lets every page of the place be shown', async () => {
    const app = web({ core: device('xa/poseidonis', 'ar') });
    for (const path of ['', '/unpaid-pearls', '/topics', '/services', '/emergency', '/privacy', '/about', '/commitments'])
      expect([path, (await app.request(`/xa/poseidonis/ar${path}`)).status]).toEqual([path, 200]);
  });

  it('is nothing for a place or a language that is not there', () => {
    for (const [place, lang] of [
      ['zz', 'en'],
      ['constructor', 'en'],
      ['un', 'xx'],
      ['un', '__proto__'],
    ] as const)
      expect(shardsToKeep(place, lang, openAtlantis())).toEqual([]);
  });

  it('in another language is missing, and then there is no answer, but the numbers', async () => {
    const answer = await ask(question('صاحب العمل ما دفع لي اجري', { locale: 'ar' }), device('xa/poseidonis', 'en'));
    expect(answer).toMatchObject({ outcome: 'failed', lines: [{ number: '777' }, {}, {}] });
  });
});

describe('without a network', () => {
  const shown = async (contentOf: string): Promise<string> => (await web({ offline: { contentOf } }).request('/xa/poseidonis/en')).text();

  it('a page says of which day it is', async () => {
    const html = await shown('2026-07-01T08:00:00Z');
    expect(html).toContain('1 July 2026');
    expect(html).not.toContain('may no longer be right');
  });

  it('and warns after thirty days', async () => {
    expect(await shown('2026-06-16T08:00:00Z')).not.toContain('may no longer be right');
    expect(await shown('2026-06-14T08:00:00Z')).toContain('may no longer be right');
  });

  it('with one it says nothing of it', async () => expect(await (await web().request('/xa/poseidonis/en')).text()).not.toContain('No network.'));
});

describe('inside another site', () => {
  const app = web({ framers: { 'xa/poseidonis': ['https://city.example'] } });
  const policy = (response: Response): string => response.headers.get('content-security-policy') ?? '';

  it('the chat of its place may be framed there, and nothing else', async () => {
    const framed = await app.request('/embed/xa/poseidonis/en');
    expect(policy(framed)).toContain("frame-ancestors 'self' https://city.example");
    expect(framed.headers.get('x-frame-options')).toBeNull();
    expect(policy(await app.request('/embed/xa/en'))).toMatch(/frame-ancestors 'self'(;|$)/);
    for (const path of ['/', '/xa/poseidonis/en', '/embed/xa/poseidonis/en/unpaid-pearls', '/embed']) {
      const response = await app.request(path);
      expect(policy(response), path).toContain("frame-ancestors 'none'");
      expect(response.headers.get('x-frame-options'), path).toBe('DENY');
    }
  });

  it('a question is answered in the frame, whose links lead out of it', async () => {
    const body = new URLSearchParams({ question: 'boss no pay me pearls', lang: 'en', place: 'xa/poseidonis' });
    const response = await app.request('/embed/xa/poseidonis/en', { method: 'POST', headers: form, body });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<base target="_blank"');
    expect(html).toMatch(/action="\/embed\/xa\/poseidonis\/en" target="_self"/);
    expect(html).toContain('href="/xa/poseidonis/en/unpaid-pearls');
    expect(html).toContain('noindex');
  });

  it('a place or language that is not there is not found', async () => {
    for (const path of ['/embed/zz/en', '/embed/xa/poseidonis/xx', '/embed/constructor/en']) expect((await app.request(path)).status, path).toBe(404);
  });
});

describe('the site', () => {
  it('is installed in its place and language', async () => {
    const response = await web().request('/xa/poseidonis/ar/manifest.webmanifest');
    expect(response.headers.get('content-type')).toContain('application/manifest+json');
    expect(await response.json()).toMatchObject({ lang: 'ar', dir: 'rtl', start_url: '/xa/poseidonis/ar', scope: '/', display: 'standalone' });
    expect(await (await web().request('/manifest.webmanifest')).json()).toMatchObject({ start_url: '/', lang: 'en' });
  });

  it('tells a device the settings of its operator', async () =>
    expect(await (await web().request('/site.json')).json()).toEqual({ operator: 'City of Poseidonis', places: [], defaultPlace: 'xa/poseidonis' }));

  it('has no script but its own, and no style or handler in a page', async () => {
    for (const path of ['/', '/xa/poseidonis/ar', '/xa/poseidonis/en/unpaid-pearls', '/embed/xa/poseidonis/en']) {
      const html = await (await web().request(path)).text();
      expect(html).not.toMatch(/<script(?![^>]*(?: src="\/|type="application\/ld\+json"))/);
      expect(html).not.toMatch(/\sstyle="|\son[a-z]+="|<style/);
    }
  });
});
