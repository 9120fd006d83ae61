/** What strangers send, by the ten thousand, through every door: nothing breaks, nothing hangs. */
import { applyD1Migrations } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, inject, it, type TestContext, vi } from 'vitest';
import { createSlack } from '../../../bot/slack/index.ts';
import { withinTime } from '../../../bot/within-time.ts';
import { bodies, forms, slackBodies, updates } from '../../proof/inputs.ts';
import { measure, tries } from '../../proof/table.ts';
import { realCore, secret } from '../bot/telegram/harness.ts';
import { sign } from '../slack/workspace.ts';
import { openWebhook } from './doors.ts';

const core = realCore();
const share = () => tries(2500, 25_000);

beforeAll(() => applyD1Migrations(env.DB as never, migrations));
afterEach(() => vi.unstubAllGlobals());

/** Sends each input; what breaks is made smaller by fast-check, and shown. Milliseconds are shown, not held against anybody: the machine is shared. */
async function fuzz<T>(task: TestContext['task'], what: string, inputs: fc.Arbitrary<T>, send: (input: T) => Promise<Response>): Promise<void> {
  const took: number[] = [];
  const statuses: Record<string, number> = {};
  const property = fc.asyncProperty(inputs, async (input) => {
    const started = performance.now();
    const response = await withinTime(send(input), 10_000, null);
    took.push(performance.now() - started);
    if (!response) throw new Error('hangs');
    await response.arrayBuffer();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    if (response.status >= 500) throw new Error(`status ${response.status}`);
  });
  await fc.assert(property, { numRuns: share(), seed: inject('seed') });
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;
  const seen = Object.entries(statuses).map(([status, many]) => `${many} × ${status}`);
  measure(task, 'B1', `${what}: 5xx and hangs in ${took.length}, seed ${inject('seed')} (p99 ${p99.toFixed(0)} ms; ${seen.join(', ')})`, {
    figure: 0,
    bar: '0',
    pass: took.length >= share(),
  });
}

describe('0 × 5xx, 0 hangs', () => {
  const patient = { timeout: 1_200_000 };

  it('POST /api/ask', patient, ({ task }) =>
    fuzz(task, 'POST /api/ask', bodies, (body) =>
      exports.default.fetch('http://x/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    ),
  );

  it('the form of the page', patient, ({ task }) =>
    fuzz(task, 'the form of the page', forms, (body) =>
      exports.default.fetch('http://x/', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }),
    ),
  );

  it('the webhook of Telegram', patient, async ({ task }) => {
    const send = openWebhook(core);
    await fuzz(task, 'the webhook of Telegram', updates, (update) => send(JSON.stringify(update), secret));
  });

  it('the events of Slack', patient, async ({ task }) => {
    const channel = createSlack({
      core,
      signingSecret: env.SLACK_SIGNING_SECRET,
      botToken: 'xoxb-fuzz',
      oauth: undefined,
      apiUrl: env.SLACK_API_URL,
      database: env.DB,
      defaultPlace: undefined,
      places: [],
      now: () => new Date(),
      fetch: async () => Response.json({ ok: true }),
    });
    await fuzz(task, 'the events of Slack', slackBodies, async ({ type, body }) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': await sign(body, timestamp) };
      const behind: Promise<unknown>[] = [];
      const response = await channel.fetch(new Request('http://x/slack/events', { method: 'POST', headers, body }), { waitUntil: (work) => behind.push(work) });
      await Promise.all(behind);
      return response;
    });
  });

  it('a door that breaks is found', async () => {
    const breaking = fc.asyncProperty(bodies, async (body) => {
      const status = String(body).includes('wages') ? 500 : 200;
      if (status >= 500) throw new Error('found');
    });
    await expect(fc.assert(breaking, { numRuns: 2000, seed: 1 })).rejects.toThrow(/Property failed/);
  });
});
