/** The chat inside another site: only where it may be, and nothing of it is told there. */
import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { executablePath, launch, until, type Visitor, visitor } from './chromium.ts';
import { freePort } from './server.ts';

const origin = inject('origin');
const host = inject('host');

/** A page of a city, as the README says. */
const city = `<!doctype html><html lang="en"><title>A city</title><p><a id="link" href="${origin}/es/barcelona/en">Ask</a></p>
<script src="${origin}/embed.js" data-place="es/barcelona" data-lang="en" data-title="Ask about your rights"></script></html>`;

function serve(port: number): Server {
  return createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(city)).listen(port, '127.0.0.1');
}

let browser: Browser;
let someone: Visitor;
let servers: Server[];
let stranger: string;

describe.skipIf(!executablePath)('inside another site', () => {
  beforeAll(async () => {
    browser = await launch();
    const port = await freePort();
    stranger = `http://127.0.0.1:${port}`;
    servers = [serve(Number(new URL(host).port)), serve(port)];
  });
  beforeEach(async () => {
    someone = await visitor(browser, [origin, host, stranger], { viewport: { width: 800, height: 800 } });
  });
  afterEach(() => someone.context.close());
  afterAll(async () => {
    for (const server of servers ?? []) server.close();
    await browser?.close();
  });

  it('that may, the frame comes, as high as its page, and answers', async () => {
    const { page } = someone;
    await page.goto(host);
    const frame = page.frameLocator('iframe');
    await frame.locator('form[data-ask] textarea').fill('boss no pay me 2 month');
    const before = Number(await page.locator('iframe').getAttribute('height'));
    await page.keyboard.press('Enter');
    await frame.locator('[data-log] [data-answer]').waitFor();
    expect(await frame.locator('[data-log] [data-answer]').innerText()).toContain('not paid');
    await until(async () => Number(await page.locator('iframe').getAttribute('height')) > Math.max(before, 1000));
    expect(await page.locator('iframe').getAttribute('title')).toBe('Ask about your rights');
    expect(await page.locator('#link').isVisible()).toBe(true);
  });

  it('a link leads out of the frame, to a page of its own', async () => {
    const { page, context } = someone;
    await page.goto(host);
    const opened = context.waitForEvent('page');
    await page.frameLocator('iframe').locator('a[href$="/services"]').first().click();
    expect(new URL((await opened).url()).pathname).toBe('/es/barcelona/en/services');
  });

  it('the site around can read nothing of it, and is told only how high it is', async () => {
    const { page } = someone;
    await page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      addEventListener('message', (event) => told.push(event.data));
    });
    await page.goto(host);
    await page.frameLocator('iframe').locator('form[data-ask] textarea').fill('my secret');
    const told = await page.evaluate(() => (window as unknown as { told: object[] }).told.flatMap((message) => Object.entries(message)));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([name, value]) => name === 'hereabouts' && typeof value === 'number')).toBe(true);
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull();
    const sandbox = (await page.locator('iframe').getAttribute('sandbox')) ?? '';
    expect(sandbox.split(' ')).not.toContain('allow-top-navigation');
  });

  it('that may not, the browser refuses it, and the link stays', async () => {
    const { page } = someone;
    await page.goto(stranger);
    await until(async () => someone.complaints.some((text) => text.includes('frame-ancestors')));
    await page.locator('iframe').waitFor({ state: 'detached', timeout: 20_000 });
    await page.locator('#link').click();
    expect(new URL(page.url()).pathname).toBe('/es/barcelona/en');
  });

  it.each(['/es/barcelona/en', '/es/barcelona/en/work-unpaid-wages', '/embed/at/vienna/en', '/'])('%s is framed by nobody else', async (path) => {
    const policy = (await fetch(origin + path)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(path.startsWith('/embed/') ? /frame-ancestors 'self'(?:;|$)/ : /frame-ancestors 'none'/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('the demo city shows it', async () => {
    const { page } = someone;
    await page.goto(`${origin}/demo/`);
    await page.frameLocator('iframe').locator('form[data-ask] textarea').waitFor();
    expect(someone.foreign).toEqual([]);
  });
});
