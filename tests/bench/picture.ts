/** `npm run pictures`: the pictures of the README, taken from a Worker that runs on this machine (`npm start` in another terminal). Needs Chromium. */
import { chromium } from 'playwright-core';

const pictures = [
  { file: 'answer-en', lang: 'en', place: 'es/barcelona', question: 'boss no pay me 2 month' },
  { file: 'answer-ar', lang: 'ar', place: 'at/vienna', question: 'بدي دكتور بس ما عندي اوراق ولا تامين' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const { file, lang, place, question } of pictures) {
  const page = await browser.newPage({ viewport: { width: 480, height: 1150 }, javaScriptEnabled: false });
  await page.goto(`http://127.0.0.1:8787/?lang=${lang}&place=${place}`);
  await page.fill('#question', question);
  await page.click('form.question button');
  await page.waitForSelector('.answer');
  await page.screenshot({ path: `.github/${file}.png` });
}
await browser.close();
