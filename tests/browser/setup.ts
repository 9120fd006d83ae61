/** One Worker for all tests in a browser. */
import type { TestProject } from 'vitest/node';
import { executablePath } from './chromium.ts';
import { freePort, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Worker is; empty without a browser. */
    origin: string;
    /** Where somebody may stand who may frame the chat of Barcelona. */
    host: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!executablePath) {
    console.log('SKIPPED: the tests in a browser need Chromium (apt-get install chromium, or CHROMIUM=/path/to/it)');
    provide('origin', '');
    provide('host', '');
    return undefined;
  }
  const host = `http://127.0.0.1:${await freePort()}`;
  const server = await startServer({ EMBED: `es/barcelona=${host}` });
  provide('origin', server.origin);
  provide('host', host);
  return server.stop;
}
