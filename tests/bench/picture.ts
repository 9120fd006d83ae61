/** `npm run pictures [-- http://host]`: the pictures of the README, taken from a Worker that runs on this machine (`npm start` in another terminal). Needs Chromium. */
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:8787';
const phone = { width: 400, height: 860 };
const desk = { width: 1120, height: 800 };

/** With a question it is asked on the page; on paper a page is as it prints. */
const pictures = [
  { file: 'web-answer', path: '/es/barcelona/en', question: 'boss no pay me 2 month', view: phone },
  { file: 'web-answer-ar', path: '/at/vienna/ar', question: 'بدي دكتور بس ما عندي اوراق ولا تامين', view: phone, scheme: 'dark' },
  { file: 'web-services', path: '/at/vienna/en/services?free=yes&papers=yes', view: desk },
  { file: 'web-card', path: '/es/barcelona/ar/work-unpaid-wages/card/es', view: { width: 718, height: 720 }, onPaper: true },
] as const;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const picture of pictures) {
  const scheme = 'scheme' in picture ? picture.scheme : 'light';
  const page = await browser.newPage({ viewport: picture.view, colorScheme: scheme, javaScriptEnabled: false });
  if ('onPaper' in picture) await page.emulateMedia({ media: 'print' });
  await page.goto(base + picture.path);
  if ('question' in picture) {
    await page.fill('#question', picture.question);
    await page.click('form.question button');
    await page.waitForSelector('.answer');
  }
  await page.screenshot({ path: `.github/${picture.file}.png` });
}
await browser.close();
