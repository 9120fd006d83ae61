/** A real browser: Debian's Chromium, or the one that CHROMIUM names. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const executablePath = [process.env.CHROMIUM, ...usual].find((path) => path !== undefined && existsSync(path));

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export function launch(): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium');
  return chromium.launch({ executablePath, args: quiet });
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the pages said went wrong: violations of the CSP and of Trusted Types among it. */
  readonly complaints: string[];
  /** Addresses asked for that are not ours. */
  readonly foreign: string[];
}

/** Somebody with an empty browser. `own`: the origins that are ours. */
export async function visitor(browser: Browser, own: readonly string[], options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'en', ...options });
  const [complaints, foreign]: [string[], string[]] = [[], []];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => void complaints.push(error.error().message));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !own.includes(origin)) foreign.push(request.url());
  });
  return { context, page: await context.newPage(), complaints, foreign };
}

/** Asks again until it is true; a function in a page may be a promise, which Playwright's own waiting does not wait for. */
export async function until(what: () => Promise<boolean>, patience = 30_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((later) => setTimeout(later, 100));
  }
}
