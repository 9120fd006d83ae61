/** What every response says to the browser that gets it; and who may send a form, read an answer, or frame a page. */
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { isSlack, outgoing } from '../../../bot/slack/outgoing.ts';
import { none } from '../../proof/table.ts';
import { machines, nameOf, requestOf, routes, wrong } from './routes.ts';

const worker = exports.default;
const all = [...routes, ...wrong, ...machines];

/** What a response lacks. */
function lacks({ headers, status, body }: Response): string[] {
  const says = (name: string): string => headers.get(name) ?? '';
  const csp = says('content-security-policy');
  const type = says('content-type');
  return [
    ...["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"].filter((part) => !csp.includes(part)),
    ...(says('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(says('referrer-policy') === 'no-referrer' ? [] : ['referrer']),
    ...(says('x-frame-options') === 'DENY' ? [] : ['frame']),
    ...(/max-age=\d{7,}/.test(says('strict-transport-security')) ? [] : ['hsts']),
    ...(body === null || /charset=utf-8/i.test(type) || type === 'application/json' ? [] : [`charset: ${type}`]),
    ...(says('set-cookie') === '' ? [] : ['a cookie']),
    ...(says('server') || says('x-powered-by') ? ['names its software'] : []),
    ...(status >= 500 && status !== 503 ? [`status ${status}`] : []),
  ];
}

describe('every route, also those that are wrong', () => {
  it('answers as the list says, with all headers', async ({ task }) => {
    const bad: string[] = [];
    for (const route of all) {
      const response = await worker.fetch(requestOf(route));
      await response.clone().text();
      for (const what of lacks(response)) bad.push(`${nameOf(route)}: ${what}`);
      // What the API says to a GET is for everybody to read.
      const isOpen = route.path.startsWith('/api') && (route.method ?? 'GET') === 'GET';
      if (!isOpen && response.headers.has('access-control-allow-origin')) bad.push(`${nameOf(route)}: open to other origins`);
      if (response.status !== route.status) bad.push(`${nameOf(route)}: is ${response.status}`);
    }
    none(task, 'B7', 'routes, errors among them, without all security headers', bad, all.length);
  });

  it('a response without them is found out', () => {
    expect(lacks(new Response('x', { headers: { 'content-type': 'text/html', 'set-cookie': 'a=b' } }))).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", 'nosniff', 'referrer', 'frame', 'hsts', 'a cookie', 'charset: text/html']),
    );
  });

  it('static files are told the same by their own list', async () => {
    const listed = await (await env.ASSETS.fetch('http://x/style.css')).headers;
    expect(listed.get('x-content-type-options')).toBe('nosniff');
    expect(listed.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('other origins', () => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };

  it('cannot send a form, read an answer or ask whether they might', async ({ task }) => {
    const got: string[] = [];
    const posts = routes.filter(({ method }) => method === 'POST');
    for (const route of posts) {
      const response = await worker.fetch(requestOf(route, foreign));
      if (response.headers.has('access-control-allow-origin')) got.push(`${nameOf(route)} may be read`);
      if (route.type !== 'application/json' && response.status < 400) got.push(`${nameOf(route)} was taken`);
    }
    // A browser asks before it sends JSON to another origin; nobody says yes.
    for (const route of all) {
      const asked = await worker.fetch(requestOf({ path: route.path, method: 'OPTIONS', status: 0 }, { ...foreign, 'access-control-request-method': 'POST' }));
      if (asked.headers.has('access-control-allow-origin') || asked.headers.has('access-control-allow-methods')) got.push(`OPTIONS ${route.path}`);
    }
    // What needs no such question: forms and plain text.
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', '']) {
      const sent = await worker.fetch(requestOf({ path: '/api/ask', method: 'POST', type, body: '{"question":"x"}', status: 415 }, foreign));
      if (sent.status !== 415) got.push(`/api/ask takes ${type}`);
    }
    none(task, 'B6', 'requests from another origin that were taken or could be read', got, posts.length + all.length + 4);
  });

  it('the same form from our own page is taken', async () => {
    const form = routes.find(({ method, type }) => method === 'POST' && type !== 'application/json');
    expect((await worker.fetch(requestOf(form ?? all[0] ?? { path: '/', status: 200 }, { 'sec-fetch-site': 'same-origin' }))).status).toBe(200);
  });

  it('frame nothing', async ({ task }) => {
    const framed: string[] = [];
    for (const route of [...routes, ...wrong]) {
      const { headers } = await worker.fetch(requestOf(route, { 'sec-fetch-dest': 'iframe', referer: 'https://evil.example/' }));
      if (!/frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? '')) framed.push(nameOf(route));
    }
    none(task, 'B16', 'routes that another site may frame', framed, routes.length + wrong.length);
  });

  it('forged headers of a proxy change nothing', async () => {
    const asked = routes.find(({ path, method }) => path === '/' && method === undefined);
    const plain = await (await worker.fetch(requestOf(asked ?? { path: '/', status: 200 }))).text();
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '127.0.0.1',
      'x-original-url': '/admin',
      'x-http-method-override': 'DELETE',
      forwarded: 'host=evil.example',
    };
    expect(await (await worker.fetch(requestOf(asked ?? { path: '/', status: 200 }, forged))).text()).toBe(plain);
  });
});

describe('where a request may send us', () => {
  const api = 'https://slack.com/api/';
  const traps = [
    'http://127.0.0.1/',
    'http://localhost:8787/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://0x7f000001/',
    'http://2130706433/',
    'https://hooks.slack.com.evil.example/',
    'https://hooks.slack.com@evil.example/',
    'https://evil.example/#hooks.slack.com',
    'https://evil.example/https://hooks.slack.com/',
    'http://hooks.slack.com/commands/1',
    'ftp://hooks.slack.com/',
    'https://user:pass@hooks.slack.com/',
    'https://xhooks.slack.com/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    '//evil.example',
    'https://hooks%2eslack.com.evil.example',
    'https://slack.com.evil.example/api/',
    'https://ѕlack.com/api/',
    '',
  ];

  it('leads nowhere but to Slack, and along no redirect', async ({ task }) => {
    const called: string[] = [];
    const send = outgoing(api, async (url) => {
      called.push(url);
      return new Response('');
    });
    for (const trap of traps) await send(trap).catch(() => undefined);
    none(task, 'B17', 'addresses outside Slack that were called', called, traps.length);
    const modes: unknown[] = [];
    await outgoing(api, async (_, init) => new Response(String(modes.push(init?.redirect))))('https://hooks.slack.com/commands/1', { redirect: 'follow' });
    expect(modes).toEqual(['manual']);
    expect(isSlack('https://hooks.slack.com/commands/1', api)).toBe(true);
  });
});
