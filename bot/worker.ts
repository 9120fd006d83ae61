/** Cloudflare entry: routes to channels; shards from static assets. */

import type { ExecutionContext } from 'hono';
import { type Bundled, type Core, openCore, world } from '../core/index.ts';
import bundled from '../dist/bundled.json';
import { type Assets, assetOf, contentFrom } from './content.ts';
import type { Database } from './database.ts';
import { openFeedback } from './feedback.ts';
import { type MemoryNamespace, openMemory } from './memory.ts';
import { createLimit, type Limit, type Limiter } from './rate-limit.ts';
import { withSafeHeaders } from './safe-headers.ts';
import type { SlackChannel } from './slack/index.ts';
import { readConfig, type TelegramVariables } from './telegram/config.ts';
import { createWebhook, type Webhook } from './telegram/index.ts';
import { readFramers } from './web/framers.ts';
import { createWeb } from './web/index.tsx';

export { ChatMemory } from './memory.ts';

interface Bindings extends TelegramVariables {
  readonly ASSETS: Assets;
  readonly MEMORY: MemoryNamespace;
  readonly OPERATOR_NAME?: string;
  readonly OPERATOR_CONTACT?: string;
  readonly DEFAULT_PLACE?: string;
  readonly PLACES?: string;
  /** Which origins may show the chat of a place inside their pages: `es/barcelona=https://www.example.org https://example.org; at/vienna=…`. */
  readonly EMBED?: string;
  /** `off` takes the service worker back from every device. */
  readonly OFFLINE?: string;
  /** For the city's desk; without the secrets of Slack there is none. */
  readonly DB?: Database;
  readonly SLACK_SIGNING_SECRET?: string;
  readonly SLACK_BOT_TOKEN?: string;
  readonly SLACK_CLIENT_ID?: string;
  readonly SLACK_CLIENT_SECRET?: string;
  readonly SLACK_TOKEN_KEY?: string;
  readonly SLACK_API_URL?: string;
  /** How many questions one address may ask over the web; without it, any number. */
  readonly LIMITER?: Limiter;
}

/** Made once per isolate: what they hold is the same for everybody. */
let core: Core | undefined;
let web: ReturnType<typeof createWeb> | undefined;
let limit: Limit | undefined;
let telegram: Webhook | undefined;
let slack: SlackChannel | undefined;

export default {
  /** The last catch: a fault of ours outside every channel. Nothing of it is told or kept. */
  async fetch(request: Request, env: Bindings, behind: ExecutionContext): Promise<Response> {
    try {
      return await route(request, env, behind);
    } catch {
      return withSafeHeaders(new Response('', { status: 500 }));
    }
  },
};

async function route(request: Request, env: Bindings, behind: ExecutionContext): Promise<Response> {
  core ??= openCore(bundled as unknown as Bundled, contentFrom(env.ASSETS));
  const { pathname, origin } = new URL(request.url);
  if (pathname === '/telegram/webhook') {
    const channel = telegramOf(core, env, origin);
    return withSafeHeaders(Array.isArray(channel) ? notSet(channel) : await channel.fetch(request, (work) => behind.waitUntil(work)));
  }
  if (env.SLACK_SIGNING_SECRET && pathname.startsWith('/slack/')) {
    slack ??= await slackOf(env, core, env.SLACK_SIGNING_SECRET);
    return withSafeHeaders(await slack.fetch(request, behind));
  }
  if (pathname === '/sw.js') return assetOf(env.ASSETS, env.OFFLINE === 'off' ? '/sw-off.js' : '/sw.js');
  const now = () => new Date().toISOString();
  const defaultPlace = env.DEFAULT_PLACE || undefined;
  limit ??= createLimit({ core, limiter: env.LIMITER, defaultPlace, now });
  const refused = await limit(request);
  if (refused) return withSafeHeaders(refused);
  web ??= createWeb({
    core,
    contact: env.OPERATOR_CONTACT || undefined,
    feedback: env.DB && openFeedback(env.DB, Date.now),
    operator: [env.OPERATOR_NAME, env.OPERATOR_CONTACT].filter(Boolean).join(', '),
    defaultPlace,
    places: placesOf(env),
    framers: readFramers(env.EMBED),
    now,
    asset: (path) => assetOf(env.ASSETS, path),
  });
  return web.fetch(request, env, behind);
}

/** The channel, or the variables it lacks: without a secret it takes nothing from anybody. */
function telegramOf(opened: Core, env: Bindings, origin: string): Webhook | string[] {
  if (telegram) return telegram;
  const config = readConfig(env);
  if (!('token' in config)) return [...config];
  telegram = createWebhook(config.secret, {
    ...config,
    core: opened,
    defaultPlace: env.DEFAULT_PLACE || world,
    places: placesOf(env),
    // Telegram writes to the address under which people find the pages; it takes no link without TLS.
    site: origin.startsWith('https:') ? origin : undefined,
    now: () => new Date().toISOString(),
    memory: openMemory(env.MEMORY, config.token, Date.now),
    // Nothing is logged: wrangler.toml turns logs off.
    report: () => undefined,
  });
  return telegram;
}

function notSet(variables: readonly string[]): Response {
  return new Response(`Not set, or not valid: ${variables.join(', ')}\n`, { status: 503 });
}

/** Bolt is evaluated when the first request of Slack comes, not when the Worker starts. */
async function slackOf(env: Bindings, core: Core, signingSecret: string): Promise<SlackChannel> {
  const { createSlack } = await import('./slack/index.ts');
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_TOKEN_KEY: tokenKey } = env;
  return createSlack({
    core,
    signingSecret,
    botToken: env.SLACK_BOT_TOKEN || undefined,
    oauth: clientId && clientSecret && tokenKey ? { clientId, clientSecret, tokenKey } : undefined,
    apiUrl: env.SLACK_API_URL || 'https://slack.com/api/',
    database: env.DB ?? null,
    defaultPlace: env.DEFAULT_PLACE || undefined,
    places: placesOf(env),
    now: () => new Date(),
  });
}

function placesOf({ PLACES = '' }: Bindings): string[] {
  return PLACES.split(',')
    .map((place) => place.trim())
    .filter(Boolean);
}
