/** Who may come in, how often an update counts, and what happens when something breaks. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { type Memory, type MemoryNamespace, openMemory } from '../../../../bot/memory.ts';
import { readConfig } from '../../../../bot/telegram/config.ts';
import worker from '../../../../bot/worker.ts';
import { type Core, openCore } from '../../../../core/index.ts';
import { measure, none, tries } from '../../../proof/table.ts';
import { apiRoot, FakeTelegram, me, token } from '../../../telegram/fake.ts';
import { Person } from '../../../telegram/person.ts';
import { bundled, type Harness, open, realCore, requestOf, secret } from './harness.ts';

const core = realCore();
const question = 'boss no pay me 2 month';

describe('the pages of the web', () => {
  it('are linked from an answer and from its card, where the Worker knows its own address', async () => {
    const somebody = open(core, { site: 'https://rights.example' }).person({ language: 'ar' });
    await somebody.says('/start at-vienna_ar');
    await somebody.says('صاحب العمل ما دفع لي راتبي');
    expect(somebody.button('🔗').button.url).toBe('https://rights.example/at/vienna/ar/work-unpaid-wages');
    await somebody.press('⇄');
    expect(somebody.button('🖨').button.url).toBe('https://rights.example/at/vienna/ar/work-unpaid-wages/card/de');
  });

  it('are not linked where it does not', async () => {
    const somebody = open(core).person({ language: 'en' });
    await somebody.says(question);
    expect(somebody.buttons().join()).not.toContain('🔗');
  });
});

describe('the Worker', () => {
  it('serves the rest without the secrets, and says which variables lack', async () => {
    const response = await exports.default.fetch('http://x/telegram/webhook', { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET');
    expect((await exports.default.fetch('http://x/')).status).toBe(200);
  });

  it('answers with them, asks once who it is, and goes nowhere but to the Bot API', async () => {
    const fake = new FakeTelegram();
    vi.stubGlobal('fetch', (input: Request | URL | string, init?: RequestInit) => {
      expect(String(input)).toMatch(`${apiRoot}/bot`);
      return fake.fetch(input, init);
    });
    const bindings = { ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: `${apiRoot}/` };
    const send = async (update: object): Promise<Response> => {
      const context = createExecutionContext();
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      const request = new Request('http://x/telegram/webhook', { method: 'POST', headers, body: JSON.stringify(update) });
      const response = await worker.fetch(request, bindings, context);
      await waitOnExecutionContext(context);
      return response;
    };
    const somebody = new Person(fake, send, { id: 41, language: 'en' });
    expect((await somebody.says(question))[0]?.text).toContain('No lawyer and no local office');
    await somebody.says('/help');
    expect(fake.calls.map(({ method }) => method)).toEqual(['getMe', 'sendMessage', 'sendMessage']);
  });

  it.each([
    [{}, ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET']],
    [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: '' }, ['TELEGRAM_WEBHOOK_SECRET']],
    [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: 'with spaces' }, ['TELEGRAM_WEBHOOK_SECRET']],
    [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: 'a'.repeat(257) }, ['TELEGRAM_WEBHOOK_SECRET']],
    [{ TELEGRAM_BOT_TOKEN: 'none', TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_BOT_INFO: '{' }, ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_BOT_INFO']],
  ])('%j does not open the channel', (variables, lacking) => expect(readConfig(variables)).toEqual(lacking));

  it('takes what getMe says from a variable', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_BOT_INFO: JSON.stringify(me) });
    expect(config).toMatchObject({ apiRoot: 'https://api.telegram.org', botInfo: { username: me.username } });
  });
});

describe('who may come in', () => {
  it('accepts none of 10,000 forged requests', async ({ task }) => {
    const { fake, send, person } = open(core);
    const somebody = person();
    const half = Math.floor(secret.length / 2);
    const forged = (i: number): (string | null)[] => [
      null,
      '',
      ' ',
      `wrong-${i}`,
      secret.slice(0, -1 - (i % half)),
      `${secret}${i}`,
      secret.toUpperCase(),
      `${secret}, ${secret}`,
      `${secret.slice(0, half)}${i % 10}${secret.slice(half + 1)}`,
      'undefined',
    ];
    const rounds = tries(200, 1000);
    const accepted: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const responses = await Promise.all(forged(i).map((header) => send(somebody.message({ text: '/help' }), header)));
      accepted.push(...responses.map(({ status }) => status).filter((status) => status !== 401));
    }
    none(task, 'A1', 'forged updates of Telegram that were accepted', accepted, rounds * forged(0).length);
    expect(fake.calls).toEqual([]);
    expect((await somebody.says('/help')).length).toBe(1);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"update_id":"1"}',
    '{"update_id":1}',
    '{"update_id":2,"message":{}}',
    '{"update_id":3,"poll":{}}',
    'x'.repeat(2_000_000),
  ])('an authentic update that makes no sense is answered 2xx and dropped: %#', async (body) => {
    const { fake, send } = open(core);
    expect((await send(body)).status).toBe(200);
    expect(fake.calls).toEqual([]);
  });
});

describe('how often an update counts', () => {
  it('once, however often it is sent', async () => {
    const { fake, send, person } = open(core);
    const update = person().message({ text: '/help' });
    const responses = await Promise.all(Array.from({ length: 1000 }, () => send(update)));
    expect(responses.every(({ ok }) => ok)).toBe(true);
    expect(fake.calls.length).toBe(1);
  });

  it('10,000 updates, three of ten twice, two of ten out of order: each is answered once', async ({ task }) => {
    const many = tries(1400, 7000);
    const { fake, send, person } = open(core);
    const people = Array.from({ length: 50 }, () => person());
    const unique = Array.from({ length: many }, (_, i) => people[i % people.length]?.message({ text: '/help' }) ?? {});
    const updates = shuffleSome([...unique, ...unique.slice(0, (many * 3) / 7)], 0.2);
    for (let i = 0; i < updates.length; i += 100) {
      const responses = await Promise.all(updates.slice(i, i + 100).map((update) => send(update)));
      expect(responses.every(({ ok }) => ok)).toBe(true);
    }
    expect(fake.refused).toEqual([]);
    measure(task, 'A4', 'answers to updates that came twice or out of order, and updates', {
      figure: `${fake.calls.length}, ${updates.length}`,
      bar: `${many} answers`,
      pass: fake.calls.length === many,
    });
  }, 240_000);

  it('numbers that begin again elsewhere are no duplicates', async () => {
    const { send, fake, person } = open(core);
    const somebody = person();
    for (const update_id of [900, 5, 901, 6, 5, 900]) await send({ ...somebody.message({ text: '/help' }), update_id });
    expect(fake.calls.length).toBe(4);
  });

  it('an update of yesterday, and a press that waited too long, bring nothing', async () => {
    const { fake, person } = open(core);
    const somebody = person({ language: 'en' });
    const [answer] = await somebody.says(question);
    for (let i = 0; i < 20; i++) expect(await somebody.does(somebody.message({ text: question }, 25 * 3600))).toEqual([]);
    expect(await somebody.does(somebody.message({ text: '/help' }, 23 * 3600))).toHaveLength(1);
    const { button } = somebody.button('More');
    if (answer) expect(await somebody.does(somebody.pressOf(answer, button.callback_data ?? '', 151))).toEqual([]);
    expect(fake.calls.filter(({ method }) => method !== 'answerCallbackQuery')).toHaveLength(2);
  });
});

describe('buttons', () => {
  it('of another version, or forged, are answered with a word and change nothing', async () => {
    const { fake, person } = open(core);
    const somebody = person({ language: 'ar' });
    const [start] = await somebody.says('/start');
    for (const data of ['0ar.en.x.y..', '2ar.en.qzj1p6.1extwyi..', 'hello', '1ar.xx.qzj1p6...', '1ar.en.zzzzzz...', '1Zr.en.qzj1p6...', '\u0000'])
      if (start) expect(await somebody.does(somebody.pressOf(start, data))).toEqual([]);
    expect(fake.presses.size).toBe(0);
    expect(fake.calls.at(-1)?.payload.text).toMatch(/\p{Script=Arabic}/u);
  });

  it('may come before their message was seen, and under a message that is gone', async () => {
    const { fake, person } = open(core);
    const somebody = person({ language: 'en' });
    await somebody.says(question);
    const { button } = somebody.button('More');
    fake.chats.get(somebody.chat)?.messages.clear();
    const news = await somebody.does(somebody.pressOf({ id: 77 }, button.callback_data ?? ''));
    expect(news).toHaveLength(1);
    expect(news[0]?.text).toContain('If they say no');
  });

  it('pressed twice change the message once', async () => {
    const { fake, person, faults } = open(core);
    const somebody = person({ language: 'en' });
    await somebody.says(question);
    await somebody.press('More');
    const { message } = somebody.button('Back');
    const again = fake.calls.findLast(({ method }) => method === 'editMessageText')?.payload;
    const data = '1mr.en.qzj1p6.1extwyi..';
    expect(again).toBeDefined();
    expect(await somebody.does(somebody.pressOf(message, data))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('when something breaks', () => {
  /** A core that throws when it is asked, as only a fault of ours would. */
  function poisoned(isOn: () => boolean): Core {
    return Object.defineProperty({ ...core }, 'urgentPatterns', {
      get: () => {
        if (isOn()) throw new TypeError('poison');
        return core.urgentPatterns;
      },
    });
  }

  it('a poison update is answered 2xx and in words, and the next one as always', async () => {
    let isOn = true;
    const { person, faults } = open(poisoned(() => isOn));
    const somebody = person({ language: 'en' });
    const [sorry] = await somebody.says(question);
    expect(sorry?.text).toContain('Something went wrong on our side');
    isOn = false;
    expect((await somebody.says(question))[0]?.text).toContain('I worked and was not paid');
    expect(faults).toEqual([{ name: 'TypeError' }]);
  });

  it('broken shards still give the numbers of the place', async () => {
    const broken = openCore(bundled, async () => null);
    const { person } = open(broken, { defaultPlace: 'at/vienna' });
    expect((await person({ language: 'en' }).says('/services'))[0]?.text).toMatch(/went wrong[\s\S]*112/);
  });

  const attempts = (fake: FakeTelegram) => fake.calls.filter(({ method }) => method === 'sendMessage').length;

  it.each([
    ['429 with a short wait', { code: 429, retryAfter: 1 }, 2, 1],
    ['429 with a long wait', { code: 429, retryAfter: 60 }, 1, 0],
    ['500', { code: 500 }, 2, 1],
    ['400 for another reason', { code: 400, description: 'Bad Request: something else' }, 1, 0],
  ])('%s', async (_, fault, calls, shown) => {
    const { fake, person } = open(core);
    const somebody = person();
    let left = 1;
    fake.fault = (method) => (method === 'sendMessage' && left-- > 0 ? fault : null);
    expect((await somebody.says('/help')).length).toBe(shown);
    expect(attempts(fake)).toBe(calls);
  });

  it.each(['reset', 'html', { code: 500 }, { code: 502 }] as const)('%j for ever: two tries, no storm, and the next message is answered', async (fault) => {
    const { fake, person, faults } = open(core);
    const somebody = person();
    let tries = 0;
    fake.fault = (method) => (method === 'sendMessage' && tries++ < 2 ? fault : null);
    expect(await somebody.says('/help')).toEqual([]);
    expect(tries).toBe(2);
    expect(faults).toHaveLength(1);
    expect(JSON.stringify(faults)).not.toContain(token);
    expect(await somebody.says('/help')).toHaveLength(1);
  });

  it('a call that hangs is cut after five seconds; the webhook was answered before', async () => {
    const { fake, person, webhook } = open(core);
    const somebody = person();
    let isHanging = true;
    fake.fault = (method) => (isHanging && method === 'sendMessage' ? 'hang' : null);
    const started = Date.now();
    const works: Promise<unknown>[] = [];
    let isDone = false;
    const waitUntil = (work: Promise<unknown>) => {
      works.push(
        work.then(() => {
          isDone = true;
        }),
      );
    };
    await webhook.fetch(requestOf(somebody.message({ text: '/help' })), waitUntil);
    expect(isDone).toBe(false);
    await Promise.all(works);
    const took = Date.now() - started;
    expect(took).toBeGreaterThanOrEqual(4900);
    expect(took).toBeLessThan(9900);
    isHanging = false;
    expect(await somebody.says('/help')).toHaveLength(1);
  });

  it('markup that is refused is sent again as plain text, with its buttons', async () => {
    const { fake, person } = open(core);
    const somebody = person({ language: 'en' });
    fake.fault = (_, { parse_mode }) => (parse_mode ? { code: 400, description: "Bad Request: can't parse entities: Unsupported start tag" } : null);
    const [answer] = await somebody.says(question);
    expect(answer?.text).toContain('Your right');
    expect(answer?.text).not.toMatch(/<b>|&amp;/);
    expect(answer?.rows.length).toBeGreaterThan(2);
  });
});

describe('the memory', () => {
  const settings = async (somebody: Person): Promise<string> => (await somebody.says('/settings'))[0]?.text ?? '';

  it('is emptied when the person blocks the bot, or a message says so', async () => {
    const { fake, person } = open(core);
    for (const leave of [(somebody: Person) => somebody.blocks(), async (somebody: Person) => void (await blocked(fake, somebody))]) {
      const somebody = person({ language: 'en' });
      await somebody.says('/city vienna');
      expect(await settings(somebody)).toContain('Vienna');
      await leave(somebody);
      expect(await settings(somebody)).not.toContain('Vienna');
    }
  });

  async function blocked(fake: FakeTelegram, somebody: Person): Promise<void> {
    const chat = fake.chat(somebody.chat);
    chat.blocked = true;
    await somebody.says('/help');
    chat.blocked = false;
  }

  const dead: MemoryNamespace = {
    idFromName: () => {
      throw new Error('no such binding');
    },
    get: () => {
      throw new Error('no such binding');
    },
  };
  const never = () => new Promise<never>(() => undefined);
  const hanging = { idFromName: () => '', get: () => ({ begin: never, keep: never, tell: never, forget: never }) } as unknown as MemoryNamespace;

  it.each([
    ['dead', dead],
    ['hanging', hanging],
  ] as const)('%s: everybody is answered all the same, and told what we are', async (_, namespace) => {
    const memory: (chat: string) => Promise<Memory> = openMemory(namespace, token, Date.now);
    const { person, fake }: Harness = open(core, { memory });
    const somebody = person({ language: 'en' });
    for (let i = 0; i < 2; i++) expect((await somebody.says(question))[0]?.text).toContain('An automatic service');
    expect((await somebody.says('/city vienna'))[0]?.text).toContain('Vienna');
    expect((await somebody.says('/forget'))[0]?.text).toContain('could not delete');
    expect(fake.refused).toEqual([]);
  });
});

function shuffleSome<T>(items: readonly T[], share: number): T[] {
  const shuffled = [...items];
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let i = 0; i < shuffled.length; i++) {
    if (next() > share) continue;
    const j = Math.floor(next() * shuffled.length);
    const [a, b] = [shuffled[i], shuffled[j]] as [T, T];
    shuffled[i] = b;
    shuffled[j] = a;
  }
  return shuffled;
}
