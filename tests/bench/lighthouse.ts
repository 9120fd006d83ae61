/**
 * `npm run lighthouse`: how Google's auditor rates four pages of the Worker, on a slow phone. Fails under performance .95, accessibility 1, SEO .95.
 * Lighthouse comes by npx, at a pinned version: it brings a hundred packages, which nothing else here needs. Needs Chromium.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { executablePath } from '../browser/chromium.ts';
import { startServer } from '../browser/server.ts';

const version = '13.5.0';
const pages = ['/?lang=en', '/es/barcelona/en', '/es/barcelona/ar/work-unpaid-wages', '/at/vienna/uk/services'];
const least = { performance: 0.95, accessibility: 1, seo: 0.95 };

if (!executablePath) throw new Error('Lighthouse needs Chromium: CHROMIUM=/path/to/it');
mkdirSync('dist/lighthouse', { recursive: true });
const run = promisify(execFile);
const server = await startServer();
for (const [number, path] of pages.entries()) {
  const output = `dist/lighthouse/${number}.json`;
  const flags = ['--quiet', '--output=json', `--output-path=${output}`, `--only-categories=${Object.keys(least).join()}`];
  const chrome = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
  await run('npx', ['--yes', `lighthouse@${version}`, server.origin + path, ...flags, chrome], { env: { ...process.env, CHROME_PATH: executablePath } });
  const { categories } = JSON.parse(readFileSync(output, 'utf8')) as { categories: Record<keyof typeof least, { score: number }> };
  const scores = Object.entries(least).map(([name, wanted]) => ({ name, score: categories[name as keyof typeof least].score, wanted }));
  console.log(path, scores.map(({ name, score }) => `${name} ${score}`).join(', '));
  if (scores.some(({ score, wanted }) => score < wanted)) process.exitCode = 1;
}
await server.stop();
