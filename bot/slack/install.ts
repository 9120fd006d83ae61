/** Installing in many workspaces: OAuth 2.0 with a state that is spent once, tokens sealed before they are kept. */
import { StoreError } from '../database.ts';
import type { Fetch } from './outgoing.ts';
import { scopes } from './scopes.ts';
import type { SlackStore } from './store.ts';
import { readKey, seal, unseal } from './tokens.ts';

export interface OAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** 32 bytes in base64. */
  readonly tokenKey: string;
}

export interface Installer {
  readonly oauth: OAuth;
  readonly memory: SlackStore;
  readonly apiUrl: string;
  readonly fetch: Fetch;
  /** Seconds. */
  readonly now: () => number;
}

/** To Slack's page of consent. The state is kept here, and in the browser that began. */
export async function beginInstall({ oauth, memory, apiUrl, now }: Installer, origin: string): Promise<Response> {
  const state = crypto.randomUUID();
  await memory.begin(state, now());
  const address = new URL('/oauth/v2/authorize', apiUrl);
  const query = { client_id: oauth.clientId, scope: scopes.join(','), state, redirect_uri: redirectUri(origin) };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const cookie = `${stateCookie}=${state}; Path=/slack; Max-Age=600; HttpOnly; Secure; SameSite=Lax`;
  return new Response(null, { status: 302, headers: { location: String(address), 'set-cookie': cookie, 'cache-control': 'no-store' } });
}

const stateCookie = 'hereabouts-slack-state';

/** True when the workspace was installed. False for a state that is spent, too old or of another browser, and when Slack says no. */
export async function finishInstall({ oauth, memory, apiUrl, fetch, now }: Installer, request: Request): Promise<boolean> {
  const { searchParams, origin } = new URL(request.url);
  const [state, code] = [searchParams.get('state') ?? '', searchParams.get('code') ?? ''];
  const own = cookieOf(request, stateCookie) === state;
  if (!state || !own || !(await memory.spend(state, now())) || !code) return false;
  const key = await readKey(oauth.tokenKey);
  if (!key) return false;
  const body = new URLSearchParams({ client_id: oauth.clientId, client_secret: oauth.clientSecret, code, redirect_uri: redirectUri(origin) });
  const response = await fetch(new URL('oauth.v2.access', apiUrl).href, { method: 'POST', body });
  const granted = response.ok ? ((await response.json()) as Granted) : {};
  const team = granted.team?.id;
  if (granted.ok !== true || !granted.access_token || !team) return false;
  await memory.install(team, await seal(granted.access_token, team, key));
  return true;
}

interface Granted {
  readonly ok?: boolean;
  readonly access_token?: string;
  readonly team?: { readonly id?: string };
}

/** The token of a workspace; null when it has none, or nobody can be asked. */
export async function tokenOf(team: string, { oauth, memory }: Pick<Installer, 'oauth' | 'memory'>): Promise<string | null> {
  try {
    const [key, sealed] = await Promise.all([readKey(oauth.tokenKey), memory.token(team)]);
    return key && sealed ? await unseal(sealed, team, key) : null;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return null;
  }
}

function redirectUri(origin: string): string {
  return `${origin}/slack/oauth_redirect`;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
