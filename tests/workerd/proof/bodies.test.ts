/** Bodies that are no questions: too much, too slow, broken, or made to change what objects are. */
import { exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { measure, none } from '../../proof/table.ts';
import { realCore, secret } from '../bot/telegram/harness.ts';
import { Workspace } from '../slack/workspace.ts';
import { openWebhook } from './doors.ts';

const core = realCore();
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const utf8 = new TextEncoder();

type Sendable = string | Uint8Array | ReadableStream<Uint8Array>;

afterEach(() => vi.unstubAllGlobals());

const post = (path: string, type: string, body: Sendable): Promise<Response> =>
  exports.default.fetch(
    new Request(`http://x${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit),
  );

/** So many bytes, a piece at a time; for ever without a number. */
function stream(piece: Uint8Array, bytes = Number.POSITIVE_INFINITY, everyMs = 0): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
      if (sent >= bytes) return controller.close();
      sent += piece.byteLength;
      controller.enqueue(piece);
    },
  });
}

const spaces = new Uint8Array(4096).fill(0x20);
const deep = (open: string, close: string, times: number): string => `${open.repeat(times)}1${close.repeat(times)}`;

/** Statuses that say plainly what is wrong; 200 where what is odd is harmless. */
const bodies: readonly (readonly [what: string, allowed: readonly number[], body: () => Sendable])[] = [
  ['5 MB', [413], () => `{"question":"${'a'.repeat(5 * 1024 * 1024)}"}`],
  ['5 MB in pieces', [413], () => stream(spaces, 5 * 1024 * 1024)],
  ['endless', [413], () => stream(spaces)],
  ['the head of a gzip bomb', [400], () => new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...new Uint8Array(1000).fill(0xff)])],
  ['invalid UTF-8', [400], () => new Uint8Array([...utf8.encode('{"question":"'), 0xc3, 0x28, 0xff, ...utf8.encode('"}')])],
  ['half a letter at the end', [400], () => utf8.encode('{"question":"é').slice(0, -1)],
  ['UTF-16', [400], () => new Uint8Array([0xff, 0xfe, ...[...'{"question":"x"}'].flatMap((letter) => [letter.charCodeAt(0), 0])])],
  ['a byte order mark', [200, 400], () => '\uFEFF{"question":"my boss does not pay me"}'],
  ['the same key twice', [200], () => '{"question":7,"question":"my boss does not pay me"}'],
  ['__proto__', [200, 400], () => '{"__proto__":{"polluted":1,"question":"x"},"constructor":{"prototype":{"polluted":1}},"question":"boss"}'],
  ['__proto__ alone', [400], () => '{"__proto__":{"question":"x"}}'],
  ['arrays in arrays', [400], () => deep('[', ']', 30_000)],
  ['objects in objects', [400, 200], () => `{"question":"x","previous":${deep('{"a":', '}', 8_000)}}`],
  ['halves of letters', [200, 400], () => '{"question":"\\ud800 boss \\udc00 no pay"}'],
  ['NUL', [200, 400], () => '{"question":"boss\\u0000 no pay","lang":"en\\u0000","place":"\\u0000"}'],
  ['a NUL that is not escaped', [400], () => '{"question":"\u0000"}'],
  ['numbers beyond all bounds', [400], () => '{"question":"x","position":{"latitude":1e999,"longitude":-1e999}}'],
  ['nothing', [400], () => ''],
];

describe('POST /api/ask', () => {
  it('says what is wrong with each', async ({ task }) => {
    const bad: string[] = [];
    for (const [what, allowed, body] of bodies) {
      const response = await post('/api/ask', json, body());
      if (!allowed.includes(response.status)) bad.push(`${what}: ${response.status}`);
      if (response.status >= 400 && !(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) bad.push(`${what}: no problem+json`);
      await response.arrayBuffer();
    }
    none(task, 'B2', 'bodies taken for something they are not, POST /api/ask', bad, bodies.length);
  });

  it('and so does the form', async ({ task }) => {
    const bad: string[] = [];
    const forms: readonly (readonly [string, readonly number[], Sendable])[] = [
      ['5 MB', [413], `question=${'a'.repeat(5 * 1024 * 1024)}`],
      ['endless', [413], stream(spaces)],
      ['invalid UTF-8', [400], new Uint8Array([...utf8.encode('question='), 0xff, 0xfe])],
      ['escapes that are no UTF-8', [200], 'question=boss%FF%C3%28 no pay'],
      ['the same field twice', [200, 400], 'question=x&question=boss+no+pay&lang=en&lang=ar'],
      ['__proto__', [400], '__proto__=x&constructor=y'],
      ['ten thousand fields', [200, 400], Array.from({ length: 6000 }, (_, n) => `a${n}=1`).join('&')],
      ['NUL', [200, 400], 'question=boss%00no+pay&place=%00'],
    ];
    for (const [what, allowed, body] of forms) {
      const response = await post('/', form, body);
      if (!allowed.includes(response.status)) bad.push(`${what}: ${response.status}`);
      await response.arrayBuffer();
    }
    none(task, 'B2', 'bodies taken for something they are not, the form', bad, forms.length);
  });
});

describe('the other doors', () => {
  it('Telegram: what is signed gets 2xx, or is asked to come again', async ({ task }) => {
    const send = openWebhook(core);
    const bad: string[] = [];
    for (const [what, , body] of bodies.filter(([name]) => name !== 'endless')) {
      const text = body();
      if (typeof text !== 'string') continue;
      const { status } = await send(text, secret);
      if (status !== 200) bad.push(`${what}: ${status}`);
    }
    none(task, 'B2', 'bodies that would mute a chat, Telegram', bad, bodies.length);
  });

  it('Slack: what is signed is refused plainly', async ({ task }) => {
    const workspace = new Workspace(core, { fetch: async () => Response.json({ ok: true }) });
    const bad: string[] = [];
    for (const [what, , body] of bodies) {
      const text = body();
      if (typeof text !== 'string') continue;
      const { status } = await workspace.post(text, json);
      if (![200, 400, 401, 413].includes(status)) bad.push(`${what}: ${status}`);
    }
    await workspace.settle();
    none(task, 'B2', 'bodies taken for something they are not, Slack', bad, bodies.length);
  });
});

describe('objects', () => {
  it('are what they were, whatever was sent, asked or named', async ({ task }) => {
    const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '__defineGetter__', 'valueOf'];
    const answers: number[] = [];
    for (const name of names) {
      const fields = { question: name, lang: name, place: name, previous: name, [name]: { polluted: 1 } };
      answers.push((await post('/api/ask', json, JSON.stringify(fields))).status);
      answers.push((await post('/api/ask', json, `{"question":"x","previous":{"topic":"${name}","place":"${name}","__proto__":{"polluted":1}}}`)).status);
      answers.push((await post('/', form, `question=${name}&place=${name}&lang=${name}&${name}[polluted]=1&${name}.polluted=1`)).status);
      for (const path of [`/?lang=${name}&place=${name}&${name}[polluted]=1`, `/${name}/${name}/commitments`, `/networks?need=${name}`])
        answers.push((await exports.default.fetch(`http://x${path}`)).status);
    }
    const polluted = ['polluted', 'question', 'topic'].filter((key) => key in Object.prototype || key in Array.prototype || key in Function.prototype);
    none(task, 'B5', 'properties that all objects have since', polluted, answers.length);
    none(
      task,
      'B5',
      'requests with names that mean something to objects: 5xx',
      answers.filter((status) => status >= 500),
      answers.length,
    );
    Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true });
    expect('polluted' in {}, 'the control').toBe(true);
    Reflect.deleteProperty(Object.prototype, 'polluted');
  });
});

describe('two hundred bodies that drip', () => {
  it('are all cut, and everybody else is answered meanwhile', { timeout: 60_000 }, async ({ task }) => {
    const drips = Array.from({ length: 200 }, () => post('/api/ask', json, stream(new Uint8Array([0x20]), Number.POSITIVE_INFINITY, 500)));
    const others = await Promise.all(Array.from({ length: 200 }, () => post('/api/ask', json, '{"question":"my boss does not pay me","place":"at/vienna"}')));
    const statuses = (await Promise.all(drips)).map(({ status }) => status);
    measure(task, 'B3', '200 dripping bodies cut with 408; answered meanwhile, of 200', {
      figure: `${statuses.filter((status) => status === 408).length}; ${others.filter(({ status }) => status === 200).length}`,
      bar: '200; 200',
      pass: statuses.every((status) => status === 408) && others.every(({ status }) => status === 200),
    });
  });
});
