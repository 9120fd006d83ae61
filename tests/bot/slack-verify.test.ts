/** Each part of a signature by itself: what is wrong by one is refused. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isFromSlack } from '../../bot/slack/verify.ts';

const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const now = 1_531_420_618;
const body = 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&text=boss%20no%20pay';

function headersFor(timestamp: string, text = body, key = secret, version = 'v0'): Headers {
  const hash = createHmac('sha256', key).update(`v0:${timestamp}:${text}`).digest('hex');
  return new Headers({ 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `${version}=${hash}` });
}

const check = (headers: Headers, text = body, key = secret): Promise<boolean> => isFromSlack(headers, text, key, now);

describe('a request of Slack', () => {
  it('is taken', async () => expect(await check(headersFor(String(now)))).toBe(true));

  it('is the one that Slack prints as its example', async () => {
    const example =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = new Headers({
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    });
    expect(await check(headers, example)).toBe(true);
  });

  it.each([-300, -1, 1, 299, 300])('may be %i seconds off', async (off) => expect(await check(headersFor(String(now + off)))).toBe(true));
  it.each([-301, 301, -86_400, 86_400])('may not be %i seconds off', async (off) => expect(await check(headersFor(String(now + off)))).toBe(false));

  it.each([`${now}.0`, `${now} `.padStart(14), `+${now}`, `-${now}`, `${now}x`, `x${now}`, '1e9', '', '0x5b', '1'.repeat(13)])(
    'has no time such as "%s"',
    async (timestamp) => {
      const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      const headers = { get: (name: string) => (name === 'x-slack-signature' ? `v0=${hash}` : timestamp) } as unknown as Headers;
      expect(await check(headers)).toBe(false);
    },
  );

  it('is signed with our secret, over this body and this time', async () => {
    expect(await check(headersFor(String(now), body, 'another'))).toBe(false);
    expect(await check(headersFor(String(now), `${body}&x=1`))).toBe(false);
    expect(await check(headersFor(String(now)), `${body} `)).toBe(false);
    const moved = headersFor(String(now));
    moved.set('x-slack-request-timestamp', String(now + 1));
    expect(await check(moved)).toBe(false);
  });

  it.each([
    ['another version', (signature: string) => signature.replace('v0', 'v1')],
    ['no version', (signature: string) => signature.slice(3)],
    ['something before', (signature: string) => `x${signature}`],
    ['something behind', (signature: string) => `${signature}0`],
    ['a letter less', (signature: string) => signature.slice(0, -1)],
    ['capitals', (signature: string) => signature.toUpperCase()],
    ['no hex', (signature: string) => `${signature.slice(0, -1)}g`],
    ['another first byte', (signature: string) => signature.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`)],
    ['another last byte', (signature: string) => signature.replace(/(.)$/, (last) => (last === 'a' ? 'b' : 'a'))],
    ['nothing', () => ''],
  ])('has no signature with %s', async (_, change) => {
    const headers = headersFor(String(now));
    headers.set('x-slack-signature', change(headers.get('x-slack-signature') ?? ''));
    expect(await check(headers)).toBe(false);
  });

  it('has both headers', async () => {
    for (const name of ['x-slack-request-timestamp', 'x-slack-signature']) {
      const headers = headersFor(String(now));
      headers.delete(name);
      expect(await check(headers)).toBe(false);
    }
    expect(await check(new Headers())).toBe(false);
  });

  it('is never taken without a secret, and nothing throws', async () => {
    expect(await isFromSlack(headersFor(String(now)), body, '', now)).toBe(false);
    expect(await isFromSlack(new Headers(), '', '', now)).toBe(false);
  });
});
