/**
 * Not more than so many questions a minute from one internet address over the web, so that one machine cannot use up what a city pays for. A shelter whose sixty
 * people share one address is served; danger is always answered; who is refused still gets the numbers to call. Needs the binding of Cloudflare, and is open without it.
 */
import { askBundleOnly, type Core, type Question } from '../core/index.ts';
import { sayIn } from './assistant.ts';
import { keyedHash } from './keyed-hash.ts';
import { readForm, readJson } from './web/request.ts';
import { withinTime } from './within-time.ts';

/** The part of Cloudflare's rate limit that is used. How many in what time stands in wrangler.toml. It counts per location, and roughly. */
export interface Limiter {
  limit(by: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

export interface LimitSettings {
  readonly core: Core;
  readonly limiter: Limiter | undefined;
  readonly defaultPlace: string | undefined;
  /** The moment of asking, ISO 8601. */
  readonly now: () => string;
}

/** Null: go on. Else what to say in the place of an answer. Never throws, and does not read the request that goes on. */
export type Limit = (request: Request) => Promise<Response | null>;

/** Where a question is asked: over the API, on the home page, or on that of a place in a language. Null: anywhere else none is. */
function doorAt(path: string, { bundled }: Core): { readonly read: typeof readJson; readonly place?: string } | null {
  if (path === '/api/ask') return { read: readJson };
  const parts = path.split('/').filter(Boolean);
  const lang = parts.pop();
  if (lang === undefined) return { read: readForm };
  return Object.hasOwn(bundled.locales, lang) ? { read: readForm, place: parts.join('/') } : null;
}

export function createLimit(settings: LimitSettings): Limit {
  const { core, limiter, defaultPlace, now } = settings;
  const nameOf = dailyNames();
  return async (request) => {
    const door = doorAt(new URL(request.url).pathname, core);
    const address = request.headers.get('cf-connecting-ip');
    if (!limiter || !door || !address || request.method !== 'POST') return null;
    const moment = now();
    if (await isAllowed(limiter, await nameOf(address, moment.slice(0, 10)))) return null;
    const asked = await door.read(request.clone(), { place: door.place ?? defaultPlace, now: moment });
    // What is no question is told so by the channel itself, which costs nothing.
    return 'problem' in asked ? null : refuse(asked.question, door.read === readJson, core);
  };
}

/** A key nobody can turn back into an address: the salt is drawn anew each day, and is nowhere but in the memory of this isolate. */
function dailyNames(): (address: string, day: string) => Promise<string> {
  let today = '';
  let hash = keyedHash('');
  return async (address, day) => {
    if (day !== today) {
      hash = keyedHash(crypto.randomUUID() + crypto.randomUUID());
      today = day;
    }
    return Array.from((await hash(address)).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

/** Milliseconds. */
const patience = 250;

/** A limiter that is down, or late, limits nobody. */
async function isAllowed(limiter: Limiter, key: string): Promise<boolean> {
  try {
    return (await withinTime(limiter.limit({ key }), patience, { success: true })).success;
  } catch {
    return true;
  }
}

/** RFC 9457 to a program; plain text, which needs no escaping, to a person. Null in danger. */
async function refuse(question: Question, isProgram: boolean, core: Core): Promise<Response | null> {
  const { urgent, lines, locale } = askBundleOnly(question, core);
  if (urgent) return null;
  const say = await sayIn(locale, core);
  const detail = say.t('essential.problem.too-many');
  if (isProgram) {
    const body = { type: 'urn:hereabouts:problem:too-many', title: 'too-many', status: 429, detail, lang: say.locale, urgent, lines };
    return new Response(JSON.stringify(body), { status: 429, headers: { 'retry-after': '60', 'content-type': 'application/problem+json; charset=utf-8' } });
  }
  const numbers = lines.length > 0 ? lines.map(({ kind, number }) => `${say.label('line', kind)}: ${number}`) : [say.t('essential.lines.emergency_here')];
  const text = `${[detail, ...numbers].join('\n')}\n`;
  return new Response(text, { status: 429, headers: { 'retry-after': '60', 'content-type': 'text/plain; charset=utf-8', 'content-language': say.locale } });
}
