/** As people use it: by keyboard, without a script, in a hurry to leave, on paper. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { executablePath, launch, type Visitor, visitor } from './chromium.ts';
import { pagesIn } from './pages.ts';

let browser: Browser;
let someone: Visitor;
const origin = inject('origin');
const chat = `${origin}/es/barcelona/en`;
const danger = `${chat}/domestic-violence`;

beforeAll(async () => {
  if (executablePath) browser = await launch();
});
afterAll(() => browser?.close());

async function answers(page: Page): Promise<number> {
  return page.locator('[data-log] [data-answer]').count();
}

describe.skipIf(!executablePath)('by keyboard', () => {
  beforeEach(async () => {
    someone = await visitor(browser, [origin]);
  });
  afterEach(() => someone.context.close());

  /** What has the focus after each Tab, until it leaves the page: how it is marked, and where it stands among all that can have it. */
  async function walk(page: Page): Promise<{ order: number[]; unmarked: string[]; count: number }> {
    await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')];
      for (const [number, element] of all.filter((each) => each.checkVisibility()).entries()) element.dataset.walk = String(number);
    });
    const order: number[] = [];
    const unmarked: string[] = [];
    for (let steps = 0; steps < 500; steps++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null;
        if (!focused?.dataset.walk) return null;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
        const { top, bottom } = focused.getBoundingClientRect();
        const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        return { number: Number(focused.dataset.walk), marked: marked && bottom > 0 && top < innerHeight, html: focused.outerHTML.slice(0, 100) };
      });
      if (!at || at.number === order[0]) break;
      order.push(at.number);
      if (!at.marked) unmarked.push(at.html);
    }
    return { order, unmarked, count: await page.locator('[data-walk]').count() };
  }

  it.each(pagesIn('en').filter((path) => !path.includes('?')))('%s: everything is reached once, in its order, and is seen to be', async (path) => {
    await someone.page.goto(origin + path);
    const { order, unmarked, count } = await walk(someone.page);
    const groups = await someone.page.locator('input[type=radio]').count();
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.length).toBeGreaterThanOrEqual(count - groups);
    expect(unmarked).toEqual([]);
  });

  it('the first stop leads past the head of the page', async () => {
    const { page } = someone;
    await page.goto(chat);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });

  it('asking leaves the focus in the field, says that it is at work, and adds one answer to the log', async () => {
    const { page } = someone;
    await page.goto(chat);
    const busy = await page.locator('form[data-ask]').getAttribute('data-busy');
    await page.evaluate(() => {
      const status = document.querySelector('[data-status]');
      const said: string[] = [];
      Object.assign(window, { said });
      if (status) new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    });
    await page.focus('form[data-ask] textarea');
    await page.keyboard.type('boss no pay me');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('2 month');
    expect(await page.inputValue('form[data-ask] textarea')).toBe('boss no pay me\n2 month');
    await page.keyboard.press('Enter');
    await page.locator('[data-log] [data-answer]').waitFor();
    expect(await answers(page)).toBe(1);
    expect(page.url()).toBe(chat);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await page.inputValue('form[data-ask] textarea')).toBe('');
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([busy, '']);
    await page.keyboard.type('how long do I have');
    await page.keyboard.press('Enter');
    await page.locator('[data-log] [data-answer]').nth(1).waitFor();
    expect(await page.locator('[data-log] [data-answer]').nth(1).innerText()).toContain('not paid');
  });

  it('copies an answer with the address of its page', async () => {
    const { page, context } = someone;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${chat}/work-unpaid-wages`);
    await page.locator('[data-copy]').click();
    await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('not paid');
    expect(copied).toContain(`${chat}/work-unpaid-wages`);
  });
});

describe.skipIf(!executablePath)('without a script', () => {
  beforeEach(async () => {
    someone = await visitor(browser, [origin], { javaScriptEnabled: false });
  });
  afterEach(() => someone.context.close());

  it('from the start to an answer, to its page, to its card, to another language', async () => {
    const { page } = someone;
    await page.goto(origin);
    await page.locator('a[href^="/es/barcelona/"]').first().click();
    await page.fill('form[data-ask] textarea', 'boss no pay me 2 month');
    await page.locator('form[data-ask] button[type=submit]').click();
    expect(await page.locator('[data-answer]').innerText()).toContain('not paid');
    expect(page.url()).not.toContain('boss');
    await page.locator('[data-tools] a[href*="/work-unpaid-wages"]').first().click();
    expect(new URL(page.url()).pathname).toBe('/es/barcelona/en/work-unpaid-wages');
    await page.locator('[data-tools] a[href*="/card/"]').click();
    expect(await page.locator('[data-answer] svg').count()).toBe(1);
    await page.goto(`${chat}/work-unpaid-wages`);
    await page.locator('header summary').first().click();
    await page.locator('header a[hreflang=es]:visible').first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
  });

  it('filters the services', async () => {
    const { page } = someone;
    await page.goto(`${chat}/services`);
    const all = await page.locator('main .rows > li').count();
    await page.locator('main form input[type=checkbox]').first().check();
    await page.locator('main form button[type=submit]').click();
    expect(await page.locator('main .rows > li').count()).toBeLessThan(all);
  });

  it('shows no button that needs one, and leaves by a link', async () => {
    const { page } = someone;
    await page.goto(danger);
    for (const name of ['copy', 'share', 'listen', 'print', 'voice']) expect(await page.locator(`[data-${name}]:visible`).count(), name).toBe(0);
    expect(await page.locator('a[data-exit]').getAttribute('href')).toMatch(/^https:/);
  });
});

describe.skipIf(!executablePath)('who has to leave', () => {
  const elsewhere = 'https://www.wikipedia.org/';
  beforeEach(async () => {
    someone = await visitor(browser, [origin, new URL(elsewhere).origin]);
    // It never comes, so that what is seen meanwhile can be looked at.
    await someone.context.route(`${elsewhere}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
    await someone.page.goto(chat);
    await someone.page.goto(danger);
  });
  afterEach(() => someone.context.close());

  it('sees nothing of the page any more in the same moment, and "back" does not lead there', async () => {
    const { page } = someone;
    const left = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-exit]')?.click();
      return [document.body.innerText, document.title];
    });
    expect(left).toEqual(['', 'www.wikipedia.org']);
    await page.waitForURL(elsewhere);
    await page.goBack();
    expect(page.url()).toBe(chat);
  });

  it('presses Shift three times', async () => {
    const { page } = someone;
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await page.keyboard.press(key);
    expect(page.url()).toBe(danger);
    expect(await page.locator('.exit-lights .lit').count()).toBe(2);
    await page.keyboard.press('Shift');
    await page.waitForURL(elsewhere);
  });

  it('can do so where an answer about violence came', async () => {
    const { page } = someone;
    await page.goto(chat);
    expect(await page.locator('[data-exit]').count()).toBe(0);
    await page.fill('form[data-ask] textarea', 'my husband beats me');
    await page.keyboard.press('Enter');
    await page.locator('[data-exit]').click();
    await page.waitForURL(elsewhere);
  });
});

describe.skipIf(!executablePath)('on paper', () => {
  it.each([
    ['en', 'ar'],
    ['ar', 'es'],
    ['uk', 'es'],
  ])('the card in %s and %s is one page', async (lang, second) => {
    const { page, context } = await visitor(browser, [origin]);
    await page.goto(`${origin}/es/barcelona/${lang}/work-unpaid-wages/card/${second}`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await context.close();
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

describe.skipIf(!executablePath)('before the first question', () => {
  it.each(['/', '/es/barcelona/ar', '/es/barcelona/ar/work-unpaid-wages'])('%s weighs at most 100 KB, its scripts 40 KB', async (path) => {
    const { page, context } = await visitor(browser, [origin], { serviceWorkers: 'block' });
    const weights = new Map<string, number>();
    const weighed: Promise<void>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      weighed.push(response.body().then((body) => void weights.set(`${kind} ${response.url()}`, gzipSync(body).byteLength)));
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await Promise.all(weighed);
    await context.close();
    const sum = (kinds: RegExp): number => [...weights].reduce((all, [name, bytes]) => (kinds.test(name) ? all + bytes : all), 0);
    expect(sum(/^script/)).toBeGreaterThan(1000);
    expect(sum(/^script/)).toBeLessThanOrEqual(40_000);
    expect(sum(/./)).toBeLessThanOrEqual(100_000);
  });

  it('the script for other sites weighs at most 3 KB', async () => {
    const script = Buffer.from(await (await fetch(`${origin}/embed.js`)).arrayBuffer());
    expect(gzipSync(script).byteLength).toBeLessThanOrEqual(3 * 1024);
  });
});
