/** Without a network after one visit, and from one version to the next. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { executablePath, launch, until, type Visitor, visitor } from './chromium.ts';
import { type Gate, openGate } from './gate.ts';

const files = JSON.parse(readFileSync('dist/web.json', 'utf8')) as Record<'version' | 'style' | 'script' | 'bundle', string>;
const chat = '/es/barcelona/ar';

let browser: Browser;
let gate: Gate;
let someone: Visitor;

/** How many places and languages the page's service worker has kept. */
function keptPairs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const record = await (await caches.open('hereabouts-kept')).match('/kept.json');
    return record ? ((await record.json()) as unknown[]).length : 0;
  });
}

/** Puts a version online that differs in its style, its script and its pages. */
function deploy(next: string): void {
  const hashes = [files.style, files.script].map((address) => address.split('=')[1] ?? '');
  const rename = (text: string): string =>
    hashes.reduce((renamed, hash) => renamed.replaceAll(hash, next.padEnd(10, '0')), text).replaceAll(files.version, next);
  gate.rewrite = { text: (text, path) => (path.startsWith('/style.css') ? `${text}:root{--of:${next}}` : rename(text)) };
}

/** Which versions the page is made of: its HTML, its style, and the service worker behind it. */
async function versions(page: Page): Promise<{ html: string | undefined; style: string; caches: string[] }> {
  return page.evaluate(async () => ({
    html: document.body.dataset.version,
    style: getComputedStyle(document.documentElement).getPropertyValue('--of').trim(),
    caches: (await caches.keys()).filter((name) => name !== 'hereabouts-kept'),
  }));
}

async function ask(page: Page, question: string): Promise<string> {
  const before = await page.locator('[data-log] [data-answer]').count();
  await page.fill('form[data-ask] textarea', question);
  await page.keyboard.press('Enter');
  await until(async () => (await page.locator('[data-log] [data-answer]').count()) > before);
  return page.locator('[data-log] [data-answer]').last().innerText();
}

describe.skipIf(!executablePath)('without a network', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    gate = await openGate(inject('origin'));
    someone = await visitor(browser, [gate.origin]);
    await someone.page.goto(gate.origin + chat);
    await until(async () => (await keptPairs(someone.page)) === 1);
  });
  afterEach(async () => {
    expect(someone.foreign).toEqual([]);
    expect(someone.complaints.filter((text) => !/ERR_/.test(text))).toEqual([]);
    await someone.context.close();
    await gate.close();
  });
  afterAll(() => browser?.close());

  it('a page that was seen comes again, says of which day it is, and looks the same', async () => {
    const { page } = someone;
    gate.isUp = false;
    await page.reload();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.kept').innerText()).toContain(String(new Date().getUTCFullYear()));
    expect(await page.locator('a[href="tel:112"]').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(10);
  });

  it('a question is answered by the same core, in the language of the page and in English', async () => {
    const { page } = someone;
    const online = await ask(page, 'صاحب العمل ما دفع لي راتبي');
    gate.isUp = false;
    expect(await ask(page, 'صاحب العمل ما دفع لي راتبي')).toBe(online);
    expect(await ask(page, 'boss no pay me 2 month')).toMatch(/not paid/);
    expect(await page.locator('.turn').count()).toBe(3);
  });

  it('the other pages of the place are there as well, and another place leads to the one that is kept', async () => {
    const { page } = someone;
    gate.isUp = false;
    for (const path of ['/work-unpaid-wages', '/services', '/emergency', '/privacy']) {
      const response = await page.goto(gate.origin + chat + path);
      expect([path, response?.status()]).toEqual([path, 200]);
      expect(await page.locator('.kept').count(), path).toBe(1);
    }
    for (const path of ['/', '/at/vienna/en']) {
      await page.goto(gate.origin + path);
      expect(new URL(page.url()).pathname, path).toBe(chat);
    }
  });

  it('what is a month old does not look current', async () => {
    const { page } = someone;
    gate.isUp = false;
    const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString();
    await page.evaluate(async (since) => {
      const kept = await caches.open('hereabouts-kept');
      await kept.put('/kept.json', Response.json([{ place: 'es/barcelona', lang: 'ar', since }]));
    }, monthAgo);
    await page.reload();
    expect(await page.locator('.kept.old strong').count()).toBe(1);
  });

  it('no question is kept: not in the cache, not in storage, not in an address', async () => {
    const { page } = someone;
    await ask(page, 'my secret zebrafinch is unpaid');
    gate.isUp = false;
    await ask(page, 'my secret zebrafinch is hungry');
    const kept = await page.evaluate(async () => {
      const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href, document.cookie];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) found.push(request.method, request.url, await ((await cache.match(request)) ?? new Response()).text());
      }
      return found.filter((text) => text.includes('zebrafinch') || text === 'POST').map((text) => text.slice(0, 80));
    });
    expect(kept).toEqual([]);
    expect(await someone.context.cookies()).toEqual([]);
    expect(gate.passed.filter((line) => line.includes('zebrafinch'))).toEqual([]);
  });

  it('a new version replaces the old one in one reload, and no page is made of two', async () => {
    const { page } = someone;
    expect(await versions(page)).toEqual({ html: files.version, style: '', caches: [`hereabouts-${files.version}`] });
    deploy('2222');
    await page.reload();
    expect(await versions(page)).toMatchObject({ html: '2222', style: '2222' });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(async () => (await versions(page)).caches.join() === 'hereabouts-2222');
    const fetched = gate.passed.length;
    gate.isUp = false;
    await page.reload();
    expect(await versions(page)).toEqual({ html: '2222', style: '2222', caches: ['hereabouts-2222'] });
    expect(await ask(page, 'صاحب العمل ما دفع لي راتبي')).not.toBe('');
    expect(gate.passed.length).toBe(fetched);
  });

  it('an answer of a newer version is not put into an older page', async () => {
    const { page } = someone;
    deploy('3333');
    await page.fill('form[data-ask] textarea', 'صاحب العمل ما دفع لي راتبي');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.body.dataset.version === '3333');
    expect(await versions(page)).toMatchObject({ html: '3333', style: '3333' });
    expect(await page.locator('[data-answer]').count()).toBe(1);
  });

  it('switched off, it deletes what it kept and goes', async () => {
    const { page } = someone;
    gate.rewrite = { path: (path) => (path === '/sw.js' ? '/sw-off.js' : path) };
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(() => page.evaluate(async () => (await caches.keys()).length === 0));
    gate.isUp = false;
    expect(await page.reload().catch(() => null)).toBeNull();
  });
});
