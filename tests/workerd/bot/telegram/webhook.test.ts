/** Who may come in, what comes back, and what an answer is. */
import { exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { open, realCore } from './harness.ts';

const core = realCore();

it('without its secrets the Worker serves the rest, and says which variables lack', async () => {
  const response = await exports.default.fetch('http://x/telegram/webhook', { method: 'POST', body: '{}' });
  expect(response.status).toBe(503);
  expect(await response.text()).toMatch(/TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET/);
  expect((await exports.default.fetch('http://x/')).status).toBe(200);
});

it('answers a question in a private chat', async () => {
  const { fake, person } = open(core);
  const somebody = person({ language: 'en' });
  const [answer] = await somebody.says('boss no pay me 2 month');
  expect(answer?.text).toContain('No lawyer and no local office');
  expect(fake.refused).toEqual([]);
});
