/** Who gets in, how soon Slack hears from us, and what happens when Slack itself does not answer. */
import { applyD1Migrations } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fetch, isSlack, outgoing } from '../../../bot/slack/outgoing.ts';
import { readKey, seal, unseal } from '../../../bot/slack/tokens.ts';
import { none, tries } from '../../proof/table.ts';
import { openAtlantis } from '../atlantis.ts';
import { sign, Workspace } from './workspace.ts';

const core = openAtlantis();
const now = () => new Date('2026-07-15T08:00:00Z');
const at = Math.floor(now().getTime() / 1000);
const atlantis = (more = {}) => new Workspace(core, { defaultPlace: 'xa/poseidonis', now, ...more });
const url = 'https://desk.example/slack/events';

beforeAll(() => applyD1Migrations(env.DB as never, migrations));

/** Sends a body with these headers as they are; the status, and how many calls of Slack followed. */
async function knock(workspace: Workspace, body: string, headers: Record<string, string>): Promise<number> {
  const behind: Promise<unknown>[] = [];
  const request = new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  const response = await workspace.channel.fetch(request, { waitUntil: (work) => behind.push(work) });
  await Promise.all(behind);
  return response.status;
}

const commandOf = (workspace: Workspace) =>
  new URLSearchParams({
    command: '/rights',
    text: 'boss no pay me pearls',
    team_id: workspace.team,
    user_id: 'U1',
    response_url: workspace.responseUrl,
  }).toString();

describe('only Slack gets in', () => {
  it('10,000 forged, late, early, malformed requests: none is accepted, none has an effect', { timeout: 120_000 }, async ({ task }) => {
    const workspace = atlantis();
    const body = commandOf(workspace);
    const good = await sign(body, at);
    const wrongKey = await sign(body, at, 'another secret');
    const flipped = good.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const stamped = async (stamp: string | number) => ({ 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': await sign(body, stamp) });
    const signed = (signature: string) => ({ 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature });
    const forged: Record<string, string>[] = [
      {},
      { 'x-slack-signature': good },
      { 'x-slack-request-timestamp': String(at) },
      signed(wrongKey),
      signed(flipped),
      signed(good.toUpperCase()),
      signed(good.replace('v0=', 'v1=')),
      signed(good.slice(0, -2)),
      signed(`${good}00`),
      signed(''),
      signed(`v0=${'0'.repeat(64)}`),
      { 'x-slack-request-timestamp': String(at + 1), 'x-slack-signature': good },
      ...(await Promise.all(
        [at - 301, at + 301, at - 86_400, at + 86_400, 0, -at, `${at}.5`, `${at}e0`, 'abc', '1e20', ' ', `0x${at.toString(16)}`, '9'.repeat(30)].map(stamped),
      )),
    ];
    const accepted: number[] = [];
    const many = tries(2000, 10_000);
    for (let n = 0; n < many; n++) {
      const headers = forged[n % forged.length] ?? {};
      const status = await knock(workspace, body, headers);
      if (status !== 401) accepted.push(status);
    }
    const others = [
      await knock(workspace, `${body}&x=1`, signed(good)),
      await knock(workspace, body.slice(1), signed(good)),
      await knock(workspace, '', signed(good)),
    ];
    none(task, 'A2', 'forged requests of Slack that were accepted', accepted, many);
    expect(others).toEqual([401, 401, 401]);
    expect(await workspace.taken()).toEqual([]);
    expect(await knock(workspace, body, signed(good))).toBe(200);
    expect(await workspace.taken()).toHaveLength(1);
  });

  it.each([
    ['at the edges of five minutes', at - 300],
    ['a little ahead', at + 299],
  ])('what is signed %s is Slack', async (_, stamp) => {
    const workspace = atlantis();
    const body = commandOf(workspace);
    expect(await knock(workspace, body, { 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': await sign(body, stamp) })).toBe(200);
  });

  it('one valid request a thousand times has one effect, also in another isolate', { timeout: 60_000 }, async () => {
    const [workspace, elsewhere] = [atlantis(), atlantis()];
    const body = commandOf(workspace);
    const headers = { 'x-slack-request-timestamp': String(at), 'x-slack-signature': await sign(body, at) };
    const one = await Promise.all(Array.from({ length: 500 }, () => knock(workspace, body, headers)));
    const other = await Promise.all(Array.from({ length: 500 }, () => knock(elsewhere, body, headers)));
    expect(new Set([...one, ...other])).toEqual(new Set([200]));
    expect(await workspace.taken()).toHaveLength(1);
  });

  it('an event that Slack sends again is answered once, also when two workers have it at the same time', async () => {
    const [here, there] = [atlantis(), atlantis()];
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'boss no pay me pearls', ts: '1.1' };
    await Promise.all([here.event(event, 'EvSame'), there.event(event, 'EvSame'), here.event(event, 'EvSame')]);
    await Promise.all([here.settle(), there.settle()]);
    expect([...(await here.taken()), ...(await there.taken())]).toHaveLength(1);
  });

  it('without the store an event is still answered, and once per isolate', async () => {
    const workspace = atlantis({ database: null });
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'boss no pay me pearls', ts: '1.1' };
    for (let n = 0; n < 3; n++) await workspace.event(event, 'EvAgain');
    await workspace.settle();
    expect(await workspace.taken()).toHaveLength(1);
  });

  it('a response_url that is not Slack is never called', async () => {
    const called: string[] = [];
    const spy: Fetch = async (address) => {
      called.push(address);
      return new Response('ok');
    };
    for (const address of [
      'https://evil.example/x',
      'http://hooks.slack.com/x',
      'https://hooks.slack.com.evil.example/x',
      'https://u@hooks.slack.com/x',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      const workspace = atlantis({ fetch: spy });
      await workspace.form({ command: '/rights', text: 'boss', team_id: workspace.team, user_id: 'U1', response_url: address });
      await workspace.settle();
    }
    expect(called).toEqual([]);
    expect(isSlack('https://hooks.slack.com/commands/1', 'https://slack.com/api/')).toBe(true);
  });

  it('other routes, methods and bodies have clear answers', async () => {
    const { channel } = atlantis();
    const behind = { waitUntil: () => undefined };
    const ask = (path: string, init?: RequestInit) => channel.fetch(new Request(`https://desk.example${path}`, init), behind).then(({ status }) => status);
    expect(
      await Promise.all([
        ask('/slack/events'),
        ask('/slack/nothing'),
        ask('/slack/install'),
        ask('/slack/events', { method: 'POST', body: 'x'.repeat(2_000_000) }),
      ]),
    ).toEqual([404, 404, 404, 413]);
    const workspace = atlantis();
    expect((await workspace.post('not json', 'application/json')).status).toBe(400);
    expect((await workspace.post('a', 'text/plain')).status).toBe(400);
    expect(await (await workspace.post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), 'application/json')).text()).toBe('abc');
    expect((await workspace.form({ command: '/unknown', text: '' })).status).toBe(200);
  });
});

describe('Slack hears from us before the work is done', () => {
  it('with a Slack that takes seconds for every call, the answer to it takes none', async () => {
    const workspace = atlantis();
    await workspace.fault({ method: 'chat.postMessage', times: 5, hangs: 4000, error: 'slow' });
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'boss no pay me pearls', ts: '1.1' };
    let done = false;
    const response = await workspace.event(event);
    const work = workspace.settle().then(() => {
      done = true;
    });
    expect([response.status, done]).toEqual([200, false]);
    await work;
  });

  it('with a store that takes its time, neither an event nor a command waits for it', async () => {
    let asked = false;
    const slow = (): Promise<never> =>
      new Promise((_, reject) => {
        setTimeout(() => {
          asked = true;
          reject(new Error('late'));
        }, 300);
      });
    const statement: ReturnType<typeof env.DB.prepare> = { bind: () => statement, first: slow, all: slow, run: slow };
    const workspace = atlantis({ database: { prepare: () => statement, batch: slow } });
    await workspace.event({ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'boss no pay me pearls', ts: '1.1' });
    await workspace.form({ command: '/rights', text: 'boss no pay me pearls', team_id: workspace.team, user_id: 'U1', response_url: workspace.responseUrl });
    expect(asked).toBe(false);
    await workspace.settle();
    expect([asked, (await workspace.taken()).length]).toEqual([true, 2]);
  });

  it('429 with a short pause is waited for, once; a long one is not, and nothing is sent twice', { timeout: 20_000 }, async () => {
    const workspace = atlantis();
    const ana = workspace.person('UANA');
    await workspace.fault({ method: 'chat.postMessage', times: 1, status: 429, retryAfter: 1, error: 'ratelimited' });
    expect(await ana.types('boss no pay me pearls')).toContain('You are owed');
    await workspace.fault({ method: 'chat.postMessage', times: 1, status: 429, retryAfter: 60, error: 'ratelimited' });
    expect(await ana.types('boss no pay me')).toBe('');
    expect(await ana.types('my boss owes me')).toContain('You are owed');
  });

  it('the wait is at most one try more, and redirects are not followed', async () => {
    const sent: RequestInit[] = [];
    const busy: Fetch = async (_, init) => {
      sent.push(init ?? {});
      return new Response('', { status: 429, headers: { 'retry-after': '0' } });
    };
    expect((await outgoing('https://slack.com/api/', busy)('https://slack.com/api/x', { redirect: 'error' })).status).toBe(429);
    expect(sent.map(({ redirect }) => redirect)).toEqual(['manual', 'manual']);
    await expect(outgoing('https://slack.com/api/', busy)('https://evil.example/')).rejects.toThrow('not Slack');
  });

  it('Slack refusing or failing is our problem, not a request again', async () => {
    const workspace = atlantis();
    for (const fault of [{ error: 'channel_not_found' }, { status: 500 }, { status: 502 }]) {
      await workspace.fault({ method: 'chat.postMessage', times: 1, ...fault });
      const response = await workspace.event({ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'boss no pay me pearls', ts: '1.1' });
      await workspace.settle();
      expect(response.status).toBe(200);
    }
    expect(await workspace.taken()).toEqual([]);
  });

  it('a fault of our own is said to the person, and a form that met one stays open', async () => {
    const poisoned = {
      ...core,
      bundled: {
        ...core.bundled,
        places: new Proxy(
          {},
          {
            get: () => {
              throw new Error('poison');
            },
          },
        ),
      },
    } as typeof core;
    const workspace = atlantis();
    const broken = new Workspace(poisoned, { now, botToken: workspace.token });
    const seen = await broken.person('UANA').types('/rights boss no pay me pearls');
    expect(JSON.stringify([seen, await broken.taken()])).toContain('Something went wrong on our side');
    expect(JSON.stringify(await broken.taken())).not.toContain('poison');
    const values = { 'town|': { town: { value: 'Lower Kelp' } }, 'place|': { place: { selected_option: { value: 'xa' } } } };
    const form = { callback_id: 'start', private_metadata: '{}', blocks: [], state: { values } };
    expect((await broken.interact({ type: 'view_submission', trigger_id: broken.trigger, user: { id: 'UANA' }, view: form })).status).toBe(500);
  });
});

describe('many workspaces', () => {
  const oauth = { clientId: 'client', clientSecret: 'secret', tokenKey: btoa('k'.repeat(32)) };
  const many = () => atlantis({ botToken: undefined, oauth });
  const behind = { waitUntil: () => undefined };
  const get = (workspace: Workspace, path: string, cookie = '') =>
    workspace.channel.fetch(new Request(`https://desk.example${path}`, { headers: { cookie, 'accept-language': 'ar' } }), behind);

  async function begin(workspace: Workspace): Promise<{ state: string; cookie: string }> {
    const response = await get(workspace, '/slack/install');
    const address = new URL(response.headers.get('location') ?? '');
    expect([response.status, address.pathname, address.searchParams.get('redirect_uri')]).toEqual([
      302,
      '/oauth/v2/authorize',
      'https://desk.example/slack/oauth_redirect',
    ]);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    return { state: address.searchParams.get('state') ?? '', cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  }

  it('installs once per state and browser, keeps the token sealed, and works with it', async () => {
    const workspace = many();
    const { state, cookie } = await begin(workspace);
    const back = `/slack/oauth_redirect?code=code-${workspace.team}&state=${state}`;
    for (const [path, jar] of [
      [back, ''],
      [back, 'hereabouts-slack-state=other'],
      [back.replace(state, 'x'), cookie],
      ['/slack/oauth_redirect', cookie],
    ] as const)
      expect((await get(workspace, path, jar)).status).toBe(400);
    const done = await get(workspace, back, cookie);
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('/duties')]);
    expect((await get(workspace, back, cookie)).status).toBe(400);
    const { results } = await env.DB.prepare('SELECT token FROM slack_installations WHERE team = ?').bind(workspace.team).all<{ token: string }>();
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain('xoxb');
    expect(await workspace.person('UANA').types('boss no pay me pearls')).toContain('You are owed');
  });

  it('a state of an hour ago, and a person who said no, install nothing', async () => {
    const workspace = many();
    const { state, cookie } = await begin(workspace);
    const late = new Workspace(core, { botToken: undefined, oauth, now: () => new Date(now().getTime() + 3_600_000) });
    expect((await get(late, `/slack/oauth_redirect?code=code-${workspace.team}&state=${state}`, cookie)).status).toBe(400);
    const again = await begin(workspace);
    expect((await get(workspace, `/slack/oauth_redirect?error=access_denied&state=${again.state}`, again.cookie)).status).toBe(400);
    expect((await env.DB.prepare('SELECT token FROM slack_installations WHERE team = ?').bind(workspace.team).all()).results).toEqual([]);
  });

  it.each([
    ['app_uninstalled', {}],
    ['tokens_revoked', { tokens: { bot: ['UBOT'] } }],
  ])('%s takes token, settings and assessment away', async (type, more) => {
    const workspace = many();
    const { state, cookie } = await begin(workspace);
    await get(workspace, `/slack/oauth_redirect?code=code-${workspace.team}&state=${state}`, cookie);
    const ana = workspace.person('UANA');
    await ana.types('/rights-settings');
    await ana.submits({ language: 'ar' });
    await ana.types('/assess');
    await ana.clicks('assess_start', 'start');
    await ana.submits({ town: 'Lower Kelp', place: 'xa' });
    const held = async () => {
      const counts = ['slack_installations WHERE team', 'slack_settings WHERE team', 'assessments WHERE tenant'].map((table, i) =>
        env.DB.prepare(`SELECT count(*) AS n FROM ${table} = ?`)
          .bind(i === 2 ? `slack:${workspace.team}` : workspace.team)
          .first<{ n: number }>(),
      );
      return (await Promise.all(counts)).map((row) => row?.n);
    };
    expect(await held()).toEqual([1, 1, 1]);
    await workspace.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await workspace.settle();
    expect(await held()).toEqual([1, 1, 1]);
    await workspace.event({ type, ...more });
    await workspace.settle();
    expect(await held()).toEqual([0, 0, 0]);
  });

  it('a sealed token opens with its key and in its workspace only', async () => {
    const [key, other] = [await readKey(oauth.tokenKey), await readKey(btoa('o'.repeat(32)))];
    if (!key || !other) throw new Error('no key');
    const sealed = await seal('xoxb-1', 'T1', key);
    expect(await unseal(sealed, 'T1', key)).toBe('xoxb-1');
    expect([await unseal(sealed, 'T2', key), await unseal(sealed, 'T1', other), await unseal('x.y', 'T1', key), await unseal('', 'T1', key)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await seal('xoxb-1', 'T1', key)).not.toBe(sealed);
    expect([await readKey('short'), await readKey('***')]).toEqual([null, null]);
  });
});

it('the real Worker has the route, and the page beside it', async () => {
  const stamp = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ type: 'url_verification', challenge: 'of the Worker' });
  const headers = { 'content-type': 'application/json', 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': await sign(body, stamp) };
  expect(await (await exports.default.fetch(url, { method: 'POST', body, headers })).text()).toBe('of the Worker');
  expect((await exports.default.fetch(url, { method: 'POST', body })).status).toBe(401);
  expect((await exports.default.fetch('https://desk.example/')).status).toBe(200);
});
