import { describe, expect, it } from 'vitest';
import { createWeb } from '../../../bot/web/index.tsx';
import { answerSchema, problemSchema } from '../../../bot/web/schema.ts';
import { bundled, type Faults, openAtlantis } from '../atlantis.ts';

function web(faults?: Faults) {
  return createWeb({
    core: openAtlantis(faults),
    operator: 'City of Poseidonis',
    defaultPlace: 'xa/poseidonis',
    places: [],
    now: () => '2026-07-15T08:00:00Z',
    asset: async () => new Response('{"openapi":"3.1.0"}'),
  });
}

const app = web();
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

function ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    app.request('/api/ask', { method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  );
}

async function problem(response: Response): Promise<{ status: number; title: string; lang: string; detail: string }> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = problemSchema.parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
}

describe('POST /api/ask', () => {
  it.each([
    ['answered', { question: 'boss no pay me pearls' }],
    ['answered', { question: 'صاحب العمل ما دفع لي اجري', lang: 'ar' }],
    ['answered', { question: 'my boss owes me', reader: 'staff', position: { latitude: 36.5, longitude: 25.5 } }],
    ['unknown', { question: 'quantum teapot xylophone' }],
    ['where', { question: 'how long is the tide permit, permit expired', place: 'un' }],
    ['answered', { question: 'how much does it cost', previous: { topic: 'coral-school' } }],
  ])('%s: %j fits the published schema', async (outcome, body) => {
    const response = await ask(body);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(answerSchema.parse(await response.json()).outcome).toBe(outcome);
  });

  it('puts the nearer door first when a position is given', async () => {
    const near = answerSchema.parse(await (await ask({ question: 'boss no pay me pearls', position: { latitude: 36.9, longitude: 25.9 } })).json());
    expect(near.services.map(({ id, distance }) => [id, distance === undefined])).toEqual([
      ['pearl-desk', false],
      ['far-union', false],
    ]);
  });

  it('fails with the emergency lines when shards are broken', async () => {
    const response = await web({ alter: () => null }).request('/api/ask', { method: 'POST', headers: json, body: '{"question":"boss no pay me"}' });
    const answer = answerSchema.parse(await response.json());
    expect(answer).toMatchObject({ outcome: 'failed', lines: [{ number: '777' }, {}, {}] });
  });
});

describe('bad input has a clear outcome', () => {
  it.each([
    [400, 'empty', { question: '' }],
    [400, 'empty', { question: ' \u0000\u202E ' }],
    [400, 'empty', { question: '\uD800' }],
    [400, 'bad-request', { question: 42 }],
    [400, 'bad-request', { question: null }],
    [400, 'bad-request', {}],
    [400, 'bad-request', { question: 'x', place: ['es'] }],
    [400, 'bad-request', { question: 'x', reader: 'king' }],
    [400, 'bad-request', { question: 'x', previous: 7 }],
    [400, 'bad-request', { question: 'x', position: { latitude: 999, longitude: 0 } }],
    [400, 'bad-request', '[]'],
    [400, 'bad-request', 'null'],
    [400, 'bad-request', '{"question":'],
    [413, 'too-long', { question: 'a'.repeat(4097) }],
    [413, 'too-large', JSON.stringify({ question: 'a'.repeat(1024 * 1024) })],
  ])('%i %s', async (status, title, body) => {
    expect(await problem(await ask(body))).toMatchObject({ status, title });
  });

  it('a text that is too long still shows the lines of the place, and the danger in it', async () => {
    const response = await ask({ question: `help we are sinking ${'a '.repeat(3000)}` });
    expect(await response.json()).toMatchObject({ status: 413, urgent: { kind: 'sea-distress' }, lines: [{ number: '777' }, {}, {}] });
  });

  it('is told in the language of the asker', async () => {
    expect(await problem(await ask({ question: 7, lang: 'ar' }))).toMatchObject({ lang: 'ar' });
    expect(await problem(await ask('{', { 'accept-language': 'xx, ar-MA;q=0.9, en;q=0.1' }))).toMatchObject({ lang: 'ar' });
  });

  it.each([
    ['🙏🏽😢🏠', 200],
    ['<script>alert(1)</script>', 200],
    [`z${'\u0335\u0322'.repeat(1500)}algo`, 200],
    ['\u202Eabc\u202C boss no pay', 200],
    ['constructor __proto__ toString', 200],
    ['{line.emergency} {{x}} $t(essential.name)', 200],
    [`a${'\u0301\u0316'.repeat(2000)}`, 200],
  ])('%s is answered honestly', async (text, status) => {
    const response = await ask({ question: text });
    expect(response.status).toBe(status);
    answerSchema.parse(await response.json());
  });

  it('another content type is refused, and other methods', async () => {
    expect(await problem(await ask('question=x', { 'content-type': 'text/plain' }))).toMatchObject({ status: 415 });
    expect(await problem(await Promise.resolve(app.request('/api/ask')))).toMatchObject({ status: 405 });
    expect(await problem(await Promise.resolve(app.request('/api/nothing')))).toMatchObject({ status: 404 });
  });

  it('bytes that are no UTF-8 are refused', async () => {
    const response = await app.request('/api/ask', { method: 'POST', headers: json, body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) });
    expect(await problem(response)).toMatchObject({ status: 400 });
  });

  it('a body that drips is cut after the time the product allows, and one that never ends after the size', async () => {
    const dripping = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        controller.enqueue(new Uint8Array([0x20]));
      },
    });
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(0x20)) });
    const post = (body: ReadableStream<Uint8Array>) =>
      app.request(new Request('http://x/api/ask', { method: 'POST', headers: json, body, duplex: 'half' } as RequestInit));
    const started = Date.now();
    expect(await problem(await post(dripping))).toMatchObject({ status: 408 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(2900);
    expect(await problem(await post(endless))).toMatchObject({ status: 413 });
  });
});

describe('the page', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('/', { method: 'POST', headers: { ...form, ...headers }, body: new URLSearchParams(fields).toString() });

  it('asks and answers without any script', async () => {
    const page = await (await app.request('/', { headers: { 'accept-language': 'ar' } })).text();
    expect(page).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(page).toContain('<form method="post" action="/"');
    expect(page).not.toMatch(/<script(?! src="\/app\.js)/);
    const answer = await (await post({ question: 'boss no pay me pearls', place: 'xa/poseidonis' })).text();
    expect(answer).toContain('Your pearls were not paid');
    expect(answer).toContain('href="tel:777"');
  });

  it('escapes what people type and what content says', async () => {
    const page = await (await post({ question: '"><img src=x onerror=alert(1)> boss no pay me pearls' })).text();
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img');
  });

  it('shows problems as a page, with the lines of the place', async () => {
    const response = await post({ question: 'x'.repeat(5000) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('tel:777');
    expect((await post({ question: '' })).status).toBe(400);
    expect((await app.request('/', { method: 'PUT' })).status).toBe(405);
    expect((await app.request('/nowhere')).status).toBe(404);
  });

  it('carries its topic to a follow-up question', async () => {
    const first = await (await post({ question: 'boss no pay me pearls' })).text();
    expect(first).toContain('<input type="hidden" name="previous" value="unpaid-pearls"/>');
    expect(await (await post({ question: 'how much does it cost', previous: 'unpaid-pearls' })).text()).toContain('Your pearls were not paid');
  });

  it('takes no form from another site', async () => {
    expect((await post({ question: 'boss no pay me pearls' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  });
});

describe('an address', () => {
  const page = async (path: string): Promise<[number, string]> => {
    const response = await app.request(path);
    return [response.status, await response.text()];
  };

  it('of a place and a language is where one asks', async () => {
    const [status, html] = await page('/xa/poseidonis/ar');
    expect(status).toBe(200);
    expect(html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(html).toContain('action="/xa/poseidonis/ar"');
    expect((await app.request('/xa/poseidonis/ar/')).headers.get('location')).toMatch(/\/xa\/poseidonis\/ar$/);
  });

  it.each([
    ['/xa/poseidonis/en/unpaid-pearls', 'You are owed'],
    ['/xa/en/unpaid-pearls?reader=staff', 'Who must act'],
    ['/un/en/unpaid-pearls', 'what holds everywhere'],
    ['/xa/poseidonis/ar/unpaid-pearls', 'dir="rtl"'],
  ])('%s is the permanent page of an answer', async (path, words) => {
    const [status, html] = await page(path);
    expect(status).toBe(200);
    expect(html).toContain(words);
  });

  it('of a city that is not listed is that of its country, and says so', async () => {
    const [status, html] = await page('/xa/nowhere/en/unpaid-pearls');
    expect(status).toBe(200);
    expect(html).toContain('Your place is not listed yet');
    expect(html).toContain('noindex');
  });

  it.each([
    '/zz/en',
    '/zz/city/en',
    '/xa/xx',
    '/xa/poseidonis/xx',
    '/xa/en/no-such-topic',
    '/constructor/en',
    '/__proto__/en',
    '/xa/constructor',
    '/xa/en/constructor',
    '/xa/en/__proto__',
  ])('%s is not found', async (path) => expect((await page(path))[0]).toBe(404));

  it.each(['/xa/poseidonis/en', '/xa/poseidonis/ar/unpaid-pearls', '/', '/xa/en/services'])(
    '%s has words and numbers also when nothing loads',
    async (path) => {
      const response = await web({ alter: () => null }).request(path);
      const html = await response.text();
      expect(response.status).toBe(500);
      expect(html).not.toMatch(/(?:page|site|answer)\.[a-z_]+/);
      if (path !== '/') expect(html).toContain('href="tel:777"');
    },
  );

  it.each([
    ['/xa/poseidonis/en/topics', 'href="/xa/poseidonis/en/unpaid-pearls"'],
    ['/xa/poseidonis/en/services', 'href="/xa/poseidonis/en/service/pearl-desk"'],
    ['/xa/poseidonis/en/service/pearl-desk', 'href="tel:'],
    ['/xa/poseidonis/en/emergency', 'href="tel:777"'],
    ['/xa/poseidonis/en/privacy', 'City of Poseidonis'],
    ['/xa/poseidonis/en/about', 'href="/xa/poseidonis/en/law/xa-pearl-act"'],
    ['/xa/poseidonis/en/law/xa-pearl-act', 'href="/xa/poseidonis/en/unpaid-pearls"'],
    ['/xa/poseidonis/en/unpaid-pearls/card/ar', '<svg class="qr"'],
    ['/xa/poseidonis/en/unpaid-pearls/card', 'href="/xa/poseidonis/en/unpaid-pearls/card/ar"'],
  ])('%s shows its page, in both directions', async (path, words) => {
    for (const [at, direction] of [[path, 'ltr'] as const, [path.replace('/en/', '/ar/').replace('card/ar', 'card/en'), 'rtl'] as const]) {
      const [status, html] = await page(at);
      expect(status, at).toBe(200);
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="(?:en|ar)" dir="${direction}">`));
      expect(html, at).toContain(direction === 'ltr' ? words : words.replaceAll('/en/', '/ar/').replace('card/ar', 'card/en'));
      expect(html, at).not.toMatch(/undefined|\[object|\{\{|>(?:page|site|vocabulary|essential)\.[a-z_.]+</);
      expect(html.match(/<h1/g), at).toHaveLength(1);
    }
  });

  it.each([
    '/xa/en/law/no-law',
    '/xa/en/service/no-door',
    '/xa/en/unpaid-pearls/card/en',
    '/xa/en/unpaid-pearls/card/xx',
    '/xa/en/no-topic/card/ar',
    '/xa/en/law/constructor',
  ])('%s is not found', async (path) => expect((await page(path))[0]).toBe(404));

  it('asks for a city where there are no doors', async () => {
    expect((await page('/un/en/services'))[1]).toMatch(/Choose your city.*href="\/\?lang=en"/);
  });

  it('filters doors', async () => {
    const doors = async (query: string) => [...(await page(`/xa/poseidonis/en/services${query}`))[1].matchAll(/service\/([a-z-]+)"/g)].map(([, id]) => id);
    const all = await doors('');
    expect(all.length).toBeGreaterThan(1);
    expect(await doors('?kind=no-such-kind')).toEqual([]);
    for (const query of ['?open=yes', '?papers=yes', '?free=yes', '?women=yes', '?speaks=ar']) {
      const found = await doors(query);
      expect(found.every((id) => all.includes(id))).toBe(true);
    }
    expect((await doors('?women=yes')).length).toBeLessThan(all.length);
  });

  it('tells search engines what exists: languages with the text, a question with its answer, and nothing that is in another language', async () => {
    const [, html] = await page('/xa/poseidonis/en/unpaid-pearls');
    expect(html).toContain('<link rel="canonical" href="http://localhost/xa/poseidonis/en/unpaid-pearls"/>');
    expect(html).toMatch(/<link rel="alternate" hreflang="en" href="http:\/\/localhost\/xa\/poseidonis\/en\/unpaid-pearls"/);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({ '@type': 'FAQPage', mainEntity: [{ '@type': 'Question', acceptedAnswer: { '@type': 'Answer' } }] });
    expect(html).toMatch(/<h1 class="title">/);
    expect((await page('/un/en/unpaid-pearls'))[1]).toContain('rel="alternate" hreflang="ar"');
    expect((await page('/un/ar/unpaid-pearls'))[1]).not.toContain('noindex');
    const map = (await page('/sitemap/xa/poseidonis.xml'))[1];
    expect(map).toContain('<loc>http://localhost/xa/poseidonis/en/unpaid-pearls</loc>');
    expect(map).toContain('/xa/poseidonis/ar/tide-permit</loc>');
    expect((await page('/sitemap/un.xml'))[1]).not.toContain('tide-permit');
    expect((await page('/sitemap.xml'))[1]).toContain('/sitemap/xa/poseidonis.xml');
    expect((await page('/sitemap/zz.xml'))[0]).toBe(404);
    expect((await page('/robots.txt'))[1]).toContain('/sitemap.xml');
  });

  it('is the same in another language by one link, reader kept', async () => {
    expect((await page('/xa/poseidonis/en/unpaid-pearls?reader=buddy'))[1]).toContain('href="/xa/poseidonis/ar/unpaid-pearls?reader=buddy"');
    expect((await page('/?lang=en'))[1]).toContain('href="/?lang=ar"');
  });

  it('keeps the reader from link to link', async () => {
    expect((await page('/xa/en/unpaid-pearls?reader=staff'))[1]).toContain('href="/xa/en/coral-school?reader=staff"');
  });
});

describe('the framework of commitments', () => {
  const page = async (path: string, faults?: Faults): Promise<[number, string]> => {
    const response = await web(faults).request(path);
    return [response.status, await response.text()];
  };

  it('shows each commitment with its levels, law and topics, for a place and a language', async () => {
    const [status, html] = await page('/xa/en/commitments');
    expect(status).toBe(200);
    for (const part of [
      'Fair pay under the sea',
      'Level 3',
      'Divers say that it works.',
      'Open the pearl desk',
      'Deep Pact',
      'Your pearls were not paid',
      '8.5',
    ])
      expect(html).toContain(part);
    expect((await page('/xa/poseidonis/ar/commitments'))[1]).toContain('التزامات');
  });

  it('is linked from the answer that staff get', async () => {
    const body = new URLSearchParams({ question: 'boss no pay me pearls', reader: 'staff', lang: 'en' });
    const html = await (await app.request('/', { method: 'POST', headers: form, body: body.toString() })).text();
    expect(html).toContain('href="/xa/poseidonis/en/commitments#pay-fairly"');
  });

  it('is not found for a place or language nobody listed, and fails in words', async () => {
    expect((await page('/zz/en/commitments'))[0]).toBe(404);
    expect((await page('/xa/xx/commitments'))[0]).toBe(404);
    expect((await page('/xa/en/commitments', { alter: (name, text) => (name.startsWith('commitments') ? null : text) }))[0]).toBe(500);
  });

  it('chooses networks by need, size and cost', async () => {
    expect((await page('/networks'))[1]).toContain('Reef League');
    expect((await page('/networks?need=voice&small=yes&free=yes'))[1]).toContain('Reef League');
    expect((await page('/networks?need=money'))[1]).not.toContain('Reef League');
    expect((await page('/networks?need=<script>'))[1]).toContain('Reef League');
  });
});

describe('every response', () => {
  it.each(['/', '/nowhere', '/api/ask', '/api/health', '/api/openapi.json'])('%s carries the security headers', async (path) => {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('health names the content', async () => expect(await (await app.request('/api/health')).json()).toEqual({ ok: true, content: bundled.version }));
});
