/** `npm run pictures:telegram`: chats of the README, as the stand-in for the Bot API has them. Needs Chromium and `npm run assets`; no network. */
import { chromium } from 'playwright-core';
import { coreFrom } from '../../bot/disk.ts';
import { createWebhook } from '../../bot/telegram/index.ts';
import { memoryHere } from '../../bot/telegram/poll.ts';
import { world } from '../../core/index.ts';
import { apiRoot, FakeTelegram, me, type Shown, token } from '../telegram/fake.ts';
import { Person } from '../telegram/person.ts';

const pictures = [
  { file: 'telegram-en', language: 'en', start: 'at-vienna_en', says: 'boss no pay me 2 month' },
  { file: 'telegram-ar', language: 'ar', start: 'at-vienna_ar', says: 'زوجي يضربني الان' },
];

const fake = new FakeTelegram();
globalThis.fetch = fake.fetch as typeof fetch;
const webhook = createWebhook('secret', {
  token,
  apiRoot,
  botInfo: me as never,
  core: coreFrom('dist'),
  defaultPlace: world,
  places: [],
  now: () => new Date().toISOString(),
  memory: memoryHere(),
  report: (fault) => console.error(fault),
});

async function send(update: object): Promise<Response> {
  const headers = { 'x-telegram-bot-api-secret-token': 'secret' };
  const works: Promise<unknown>[] = [];
  const request = new Request('http://x/telegram/webhook', { method: 'POST', headers, body: JSON.stringify(update) });
  const response = await webhook.fetch(request, (work) => works.push(work));
  await Promise.all(works);
  return response;
}

const style = `body{margin:0;background:#d7e3cc;font:15px/1.35 "Noto Sans","DejaVu Sans",sans-serif;padding:10px}
.m{background:#fff;border-radius:12px;padding:8px 11px;margin:6px 60px 3px 0;white-space:pre-wrap;unicode-bidi:plaintext;overflow-wrap:anywhere}
.me{background:#e5fdd2;margin:6px 0 6px 120px}.k{display:flex;gap:3px;margin:0 60px 3px 0}
.k span{flex:1;background:#8aa97acc;color:#fff;border-radius:7px;text-align:center;padding:7px 4px;font-size:14px}
blockquote{margin:2px 0;border-inline-start:3px solid #5a8f4a;padding-inline-start:8px}a{color:#2678b6}`;

function bubble({ raw, rows }: Shown): string {
  const keys = rows.map((row) => `<div class=k>${row.map(({ text }) => `<span dir=auto>${escaped(text)}</span>`).join('')}</div>`);
  return withoutEmoji(`<div class=m>${raw.text}</div>${keys.join('')}`);
}

/** Not every machine has a font for them. */
function withoutEmoji(html: string): string {
  return html.replace(/\p{Emoji_Presentation} ?/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[&<]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const [id, { file, language, start, says }] of pictures.entries()) {
  const somebody = new Person(fake, send, { id: id + 1, language });
  await somebody.says(`/start ${start}`);
  const news = await somebody.says(says);
  const page = await browser.newPage({ viewport: { width: 480, height: 1150 }, javaScriptEnabled: false });
  await page.setContent(`<!doctype html><meta charset=utf-8><style>${style}</style><div class="m me">${escaped(says)}</div>${news.map(bubble).join('')}`);
  await page.screenshot({ path: `.github/${file}.png`, fullPage: true });
}
await browser.close();
