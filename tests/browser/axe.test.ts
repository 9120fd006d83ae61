/** Every page, left to right and right to left, light, dark and with forced colours, narrow and wide: axe-core finds nothing, nothing is cut off, nobody else is asked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { executablePath, launch, type Visitor, visitor } from './chromium.ts';
import { pagesIn } from './pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 1280];
const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

let browser: Browser;
let someone: Visitor;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** The parts that are wider than the screen, where they do not scroll on their own. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.outerHTML.slice(0, 80))
      .slice(0, 3);
  });
}

describe.skipIf(!executablePath)('every page', () => {
  beforeAll(async () => {
    browser = await launch();
    someone = await visitor(browser, [inject('origin')], { serviceWorkers: 'block' });
  });
  afterAll(() => browser?.close());

  it.each([...pagesIn('en'), ...pagesIn('ar')])('%s', async (path) => {
    const { page } = someone;
    const response = await page.goto(inject('origin') + path);
    expect(response?.status()).toBe(path.endsWith('no-such-topic') ? 404 : 200);
    const wrong: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const look of looks) {
        await page.emulateMedia(look);
        const found = [...(await violations(page)), ...(await tooWide(page))];
        wrong.push(...found.map((what) => `${width} ${look.colorScheme} ${look.forcedColors}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('an answer', async () => {
    const { page } = someone;
    await page.goto(`${inject('origin')}/es/barcelona/en`);
    await page.fill('form[data-ask] textarea', 'my husband beats me and my boss does not pay');
    await page.keyboard.press('Enter');
    await page.locator('[data-log] [data-answer]').waitFor();
    for (const look of looks) {
      await page.emulateMedia(look);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('asks nobody else, sets no cookie, breaks no rule of its own', async () => {
    expect(someone.foreign).toEqual([]);
    expect(await someone.context.cookies()).toEqual([]);
    expect(someone.complaints.filter((text) => !/404/.test(text))).toEqual([]);
  });

  it('axe sees what is wrong', async () => {
    const { page } = someone;
    await page.goto(`${inject('origin')}/es/barcelona/en`);
    await page.evaluate(() => document.querySelector('label')?.remove());
    expect((await violations(page)).join()).toContain('label');
  });
});
