/** Who is refused, who never is, and what a limiter that is down does to anybody. */
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { createLimit, type Limiter, type LimitSettings } from '../../../bot/rate-limit.ts';
import { problemSchema } from '../../../bot/web/schema.ts';
import { measure, none } from '../../proof/table.ts';
import { openAtlantis } from '../atlantis.ts';

const core = openAtlantis();
const now = () => '2026-07-15T08:00:00Z';
const refusing: Limiter = { limit: async () => ({ success: false }) };
const open = (more: Partial<LimitSettings> = {}) => createLimit({ core, limiter: refusing, defaultPlace: 'xa/poseidonis', now, ...more });

function post(question: string, address = '192.0.2.7', path = '/api/ask', more: object = {}): Request {
  const body = path === '/' ? new URLSearchParams({ question }).toString() : JSON.stringify({ question, ...more });
  const type = path === '/' ? 'application/x-www-form-urlencoded' : 'application/json';
  return new Request(`http://x${path}`, { method: 'POST', body, headers: { 'content-type': type, 'cf-connecting-ip': address } });
}

describe('who is over the limit', () => {
  it('hears it in their language, with the numbers to call', async () => {
    const response = await open()(post('صاحب العمل ما دفع لي اجري'));
    expect(response?.status).toBe(429);
    expect(response?.headers.get('retry-after')).toBe('60');
    const body = problemSchema.parse(await response?.json());
    expect(body).toMatchObject({ lang: 'ar', title: 'too-many' });
    expect(body.lines?.map(({ number }) => number)).toContain('777');
  });

  it('on the page, gets words and numbers too', async () => {
    const response = await open()(post('boss no pay me', '192.0.2.7', '/'));
    expect(response?.status).toBe(429);
    expect(await response?.text()).toMatch(/^Very many questions[\s\S]*: 777\n/);
  });

  it('is answered all the same in danger', async () => {
    expect(await open()(post('help we are sinking'))).toBeNull();
    expect(await open()(post('help we are sinking', '192.0.2.7', '/'))).toBeNull();
  });

  it('may look at pages as much as they like', async () => {
    for (const path of ['/', '/networks', '/api/health', '/xa/en/commitments'])
      expect(await open()(new Request(`http://x${path}`, { headers: { 'cf-connecting-ip': '192.0.2.7' } }))).toBeNull();
  });
});

describe('the key', () => {
  it('is the same within a day, another on the next, another in another isolate, and never the address', async () => {
    const keys: string[] = [];
    const limiter: Limiter = { limit: async ({ key }) => ({ success: keys.push(key) > 0 }) };
    let day = '2026-07-15T08:00:00Z';
    const [one, other] = [open({ limiter, now: () => day }), open({ limiter, now: () => day })];
    await one(post('x'));
    await one(post('y'));
    await one(post('x', '192.0.2.8'));
    await other(post('x'));
    day = '2026-07-16T08:00:00Z';
    await one(post('x'));
    const [first, again, neighbour, elsewhere, tomorrow] = keys;
    expect(again).toBe(first);
    expect(new Set([first, neighbour, elsewhere, tomorrow]).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a limiter that is not there, throws, hangs or lies', () => {
  it.each([
    ['is not there', undefined],
    ['throws', { limit: () => Promise.reject(new Error('down')) }],
    [
      'throws at once',
      {
        limit: () => {
          throw new Error('down');
        },
      },
    ],
    ['hangs', { limit: () => new Promise<never>(() => undefined) }],
  ])('%s: nobody is refused', async (_, limiter) => expect(await open({ limiter })(post('boss no pay me'))).toBeNull());
});

describe('the real binding', () => {
  const ask = (address: string, question = 'my boss does not pay me') =>
    exports.default.fetch('http://x/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': address },
      body: JSON.stringify({ question, place: 'at/vienna' }),
    });

  it('serves sixty people behind one address, and refuses a machine', { timeout: 60_000 }, async ({ task }) => {
    expect(env.LIMITER, 'no binding: nothing is tested').toBeDefined();
    const shelter = await Promise.all(Array.from({ length: 60 }, () => ask('198.51.100.1')));
    none(
      task,
      'B14',
      'of a shelter of 60 people behind one address, refused',
      shelter.filter(({ status }) => status !== 200),
      shelter.length,
    );
    let [served, refused, numbers] = [0, 0, 0];
    for (let n = 0; n < 600; n++) {
      const response = await ask('198.51.100.2');
      if (response.status === 200) served++;
      else {
        refused++;
        if (response.status === 429 && (await response.text()).includes('"112"')) numbers++;
      }
    }
    measure(task, 'B14', '600 questions in a minute from one address: served, the others 429 with the emergency number', {
      figure: `${served}, ${refused}`,
      bar: '≤ 240',
      pass: served >= 120 && served <= 240 && numbers === refused,
    });
    const danger = await Promise.all(Array.from({ length: 20 }, () => ask('198.51.100.2', 'my husband is beating me now, help')));
    none(
      task,
      'B14',
      'messages of danger from that address, refused',
      danger.filter(({ status }) => status !== 200),
      danger.length,
    );
  });
});
