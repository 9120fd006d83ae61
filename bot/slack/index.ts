/** The Slack channel: one route for all that Slack sends, and two to install it. Bolt behind a receiver of our own. */
import { App, LogLevel } from '@slack/bolt';
import { type Core, longestText } from '../../core/index.ts';
import { Assessments } from '../assessments.ts';
import { localeFor } from '../assistant.ts';
import { readBody } from '../body.ts';
import { Access, type Database, StoreError } from '../database.ts';
import { deskIn } from '../desk.ts';
import { type Desk, seconds } from './desk.ts';
import { beginInstall, finishInstall, type Installer, type OAuth, tokenOf } from './install.ts';
import { listen } from './listen.ts';
import { type Fetch, outgoing } from './outgoing.ts';
import { EdgeReceiver, readIncoming } from './receiver.ts';
import { SlackStore } from './store.ts';
import { isFromSlack } from './verify.ts';

export interface SlackSettings {
  readonly core: Core;
  readonly signingSecret: string;
  /** For one workspace. */
  readonly botToken: string | undefined;
  /** For many. Needs the database. */
  readonly oauth: OAuth | undefined;
  /** Slack's, or what stands in for it. Ends in a slash. */
  readonly apiUrl: string;
  readonly database: Database | null;
  readonly defaultPlace: string | undefined;
  readonly places: readonly string[];
  readonly now: () => Date;
  readonly fetch?: Fetch;
}

/** Work that goes on behind an answer. */
export interface Behind {
  waitUntil(work: Promise<unknown>): void;
}

export interface SlackChannel {
  fetch(request: Request, behind: Behind): Promise<Response>;
}

export function createSlack(settings: SlackSettings): SlackChannel {
  const common = { settings, fetch: outgoing(settings.apiUrl, settings.fetch), seen: new Set<string>() };
  return {
    fetch: async (request, behind) => {
      const { pathname, origin } = new URL(request.url);
      const parts = partsOf(common);
      const { installer } = parts;
      if (pathname === '/slack/events' && request.method === 'POST') return events(request, behind, parts);
      if (pathname === '/slack/install' && request.method === 'GET' && installer) return installing(() => beginInstall(installer, origin), request, parts);
      if (pathname === '/slack/oauth_redirect' && request.method === 'GET' && installer)
        return installing(() => finishInstall(installer, request), request, parts);
      return new Response('', { status: 404 });
    },
  };
}

interface Common {
  readonly settings: SlackSettings;
  readonly fetch: Fetch;
  /** What this isolate has seen lately, for when the store cannot be asked. */
  readonly seen: Set<string>;
}

interface Parts extends Common {
  readonly desk: Desk;
  readonly installer: Installer | null;
}

/** For one request, so that a store that was late once is not waited for again in it. */
function partsOf(common: Common): Parts {
  const { core, signingSecret, oauth, apiUrl, database, defaultPlace, places, now } = common.settings;
  const access = database && new Access(database);
  const memory = access && new SlackStore(access, signingSecret);
  const desk: Desk = { core, assessments: access && new Assessments(access), memory, defaultPlace, places, now };
  return { ...common, desk, installer: oauth && memory ? { oauth, memory, apiUrl, fetch: common.fetch, now: () => seconds(desk) } : null };
}

async function events(request: Request, behind: Behind, parts: Parts): Promise<Response> {
  const { settings, desk } = parts;
  const body = await readBody(request, { bytes: 1024 * 1024, milliseconds: 2000 });
  if ('problem' in body) return new Response('', { status: body.problem === 'too-large' ? 413 : 400 });
  const at = seconds(desk);
  if (!(await isFromSlack(request.headers, body.text, settings.signingSecret, at))) return new Response('', { status: 401 });
  const incoming = readIncoming(request.headers.get('content-type') ?? '', body.text);
  if (!incoming) return new Response('', { status: 400 });
  if (incoming.type === 'url_verification') return new Response(String(incoming.challenge));
  const id = String(incoming.event_id ?? request.headers.get('x-slack-signature'));
  const receiver = new EdgeReceiver();
  const app = appFor(receiver, parts);
  listen(app, desk, parts.fetch);
  const { response, work } = receiver.handle({ body: incoming, isNew: () => firstTime(id, at, parts) });
  behind.waitUntil(work.catch(() => undefined));
  return response;
}

const mostSeen = 2000;

/** Slack sends an event again when it has not heard from us, and anybody may send again what they overheard. */
async function firstTime(id: string, now: number, { desk, seen }: Parts): Promise<boolean> {
  if (seen.has(id)) return false;
  seen.add(id);
  for (const oldest of seen) {
    if (seen.size <= mostSeen) break;
    seen.delete(oldest);
  }
  try {
    return (await desk.memory?.isNew(id, now)) ?? true;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return true;
  }
}

/** One App per request: it costs a tenth of a millisecond, and shares neither tokens nor pauses with another. */
function appFor(receiver: EdgeReceiver, parts: Parts): App {
  const { settings, installer, fetch } = parts;
  const { botToken, apiUrl } = settings;
  const app = new App({
    receiver,
    // Who we are is never asked: our own messages are told by their `bot_id`.
    authorize: async ({ teamId }) => ({ botId: '', botUserId: '', ...(await tokenFor(teamId, botToken, installer)) }),
    convoStore: false,
    logger: silent,
    extendedErrorHandler: true,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 5000, fetch: fetch as never },
  });
  app.error(async ({ body }: { body: object }) => sayFailed('response_url' in body ? body.response_url : undefined, parts));
  return app;
}

/** The channel's one catch: the person hears that it was not them. Nothing of the error is kept; it may hold what was asked, or a token. */
async function sayFailed(address: unknown, { settings: { core }, fetch }: Parts): Promise<void> {
  if (typeof address !== 'string') return;
  const say = await deskIn('en', core);
  const text = `${say.t('essential.failed.title')}. ${say.t('essential.problem.failed')}`;
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
  });
}

async function tokenFor(team: string | undefined, botToken: string | undefined, installer: Installer | null): Promise<{ botToken?: string }> {
  const token = botToken ?? (team && installer ? await tokenOf(team, installer) : null);
  return token ? { botToken: token } : {};
}

const ignore = (): undefined => undefined;
/** Errors of Slack's client hold what was sent. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore, setLevel: ignore, setName: ignore, getLevel: () => LogLevel.ERROR };

/** A page for the person who installs, in the language of their browser. */
async function installing(work: () => Promise<Response | boolean>, request: Request, { settings: { core } }: Parts): Promise<Response> {
  const done = await work().catch(() => false);
  if (done instanceof Response) return done;
  const say = await deskIn(localeFor([request.headers.get('accept-language')?.split(/[,;]/)[0]], core.bundled), core);
  const text = done && say.complete ? say.t('slack.installed', { command: '/duties' }) : say.t('essential.problem.failed', { limit: longestText });
  return new Response(text, { status: done ? 200 : 400, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}
