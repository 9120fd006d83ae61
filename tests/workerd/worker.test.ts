/** The real Worker with the real content, in the real runtime. */
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Say } from '../../bot/say.ts';
import { answerSchema } from '../../bot/web/schema.ts';
import type { Bundled } from '../../core/index.ts';
import bundledJson from '../../dist/bundled.json';

const bundled = bundledJson as unknown as Bundled;
const worker = exports.default;

async function ask(question: string, more: object = {}) {
  const body = JSON.stringify({ question, place: 'es/barcelona', ...more });
  const response = await worker.fetch('http://x/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answerSchema.parse(await response.json());
}

describe('the Worker', () => {
  it.each([
    ['en', 'my boss does not pay me'],
    ['es', 'mi jefe no me paga'],
    ['ar', 'صاحب العمل ما دفع لي راتبي'],
    ['uk', 'мені не заплатили зарплату за роботу'],
  ])('answers in %s, about both cities', async (language, text) => {
    for (const place of ['es/barcelona', 'at/vienna']) {
      const answer = await ask(text, { place });
      expect(answer).toMatchObject({ outcome: 'answered', topic: { id: 'work-unpaid-wages' }, lang: language, answeredIn: language, place });
      expect(answer.services.length).toBeGreaterThan(0);
    }
  });

  it('serves the page, its style and the API description', async () => {
    expect(await (await worker.fetch('http://x/')).text()).toContain('<form method="post"');
    expect((await env.ASSETS.fetch('http://x/style.css')).status).toBe(200);
    const description = (await (await worker.fetch('http://x/api/openapi.json')).json()) as { openapi: string; paths: object };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/api/ask');
  });

  it('every shard of the manifest is there and whole', async () => {
    for (const [name, digest] of Object.entries(bundled.shards)) {
      const bytes = await (await env.ASSETS.fetch(`http://x/content/${name}.json`)).arrayBuffer();
      const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(digest, name).toMatch(/^[0-9a-f]{16}$/);
      expect(hash.startsWith(digest), name).toBe(true);
    }
  });
});

describe('the pages', () => {
  const page = async (path: string): Promise<string> => (await worker.fetch(`http://x${path}`)).text();

  it.each([
    ['/es/barcelona/en/domestic-violence', true],
    ['/at/vienna/ar/trafficking-help', true],
    ['/gb/york/en/child-protection-at-risk', true],
    ['/gb/york/en/emergency', true],
    ['/es/barcelona/en/work-unpaid-wages', false],
    ['/es/barcelona/en', false],
  ])('%s can be left at once: %s', async (path, leaves) => {
    expect((await page(path)).includes('data-exit')).toBe(leaves);
  });

  it('a question about violence can be left as well', async () => {
    const body = new URLSearchParams({ question: 'my husband hits me', place: 'es/barcelona', lang: 'en' });
    const response = await worker.fetch('http://x/es/barcelona/en', { method: 'POST', body });
    expect(await response.text()).toContain('data-exit');
  });

  it.each(Object.keys(bundled.locales))('in %s say every word', async (lang) => {
    const direction = bundled.locales[lang]?.direction;
    const rest = [
      '',
      '/topics',
      '/services',
      '/emergency',
      '/privacy',
      '/about',
      '/law/cedaw',
      '/work-unpaid-wages',
      '/work-unpaid-wages/card/en',
      '/service/accem',
    ];
    for (const path of rest.map((name) => `/es/barcelona/${lang}${name}`).filter((name) => !name.endsWith('/en/work-unpaid-wages/card/en'))) {
      const html = await page(path);
      expect(html, path).toContain(`<html lang="${lang}" dir="${direction}">`);
      expect(html, path).not.toMatch(/>(?:page|site|answer|service|framework|vocabulary|essential)\.[a-z_.]+<|undefined|\[object|\{\{/);
    }
  });

  it('every topic has its page in every place, and every number and address can be pressed', async () => {
    for (const place of ['us/new-york', 'gb/york', 'un']) {
      const map = await page(`/sitemap/${place}.xml`);
      const paths = [...map.matchAll(/<loc>http:\/\/x([^<]+\/en\/[^<]+)<\/loc>/g)].map(([, path]) => path ?? '');
      expect(paths.length).toBeGreaterThan(150);
      for (const path of paths.filter((_, i) => i % 10 === 0)) {
        const response = await worker.fetch(`http://x${path}`);
        expect(response.status, path).toBe(200);
        expect(await response.text(), path).toContain('application/ld+json');
      }
    }
    const door = await page('/es/barcelona/en/service/accem');
    expect(door).toContain('href="tel:934099074"');
    expect(door).toMatch(/href="geo:[\d.,-]+\?q=Carrer%20de%20Casp/);
  });
});

describe('words, in the runtime whose Intl falls back to English', () => {
  const english = new Say('en', bundled, {});
  it.each(Object.keys(bundled.locales).filter((tag) => tag !== 'en'))('%s has its own months and names of languages', (tag) => {
    const say = new Say(tag, bundled, {});
    for (const day of ['2026-02-01', '2026-08-20']) expect(say.date(day)).not.toBe(english.date(day));
    expect(say.languageName('en')).not.toBe(english.languageName('en'));
    expect(say.date('2026-08-20')).toContain(new Intl.NumberFormat(say.info.intl, { useGrouping: false }).format(2026));
    expect(say.date('2026-08-20')).not.toMatch(/۱۴۰|1405|NaN|undefined|\{/);
  });
});
