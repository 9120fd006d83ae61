/** What every page gets: who asks, where, in which language, and the words to say it in. Read from the address alone. */
import type { Context } from 'hono';
import { type Core, preferredLocale, type Question, type Reader, readers, world } from '../../core/index.ts';
import { framedPlace } from '../address.ts';
import { localeFor, namedIn, sayIn } from '../assistant.ts';
import { isReader } from '../fields.ts';
import type { Say } from '../say.ts';
import type { Refusal } from './problem.ts';
import type { WebSettings } from './settings.ts';

export interface Visit {
  readonly settings: WebSettings;
  readonly core: Core;
  readonly place: string;
  /** The city asked for, where it is not listed: the page is that of its country. */
  readonly notListed?: string;
  /** False on pages that belong to no place: there it is the one of the deployment, or the world. */
  readonly placeChosen: boolean;
  readonly locale: string;
  readonly say: Say;
  readonly reader: Reader;
  /** Inside another site: the path of the frame, which is the only one of ours that may be there. */
  readonly frame?: string;
  /** Origin and path, without the query. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly now: string;
  /** Done after the response was sent, where somebody waits for it. */
  readonly behind: (work: Promise<unknown> | undefined) => void;
}

/** The values of the `:names` of its address. */
export type Params = Readonly<Record<string, string>>;

/** A page: what it shows, or why it cannot; a whole response where it is no page, such as a file or a redirect. */
export type PageFunction = (visit: Visit, params: Params, request: Request) => Promise<object | Refusal | Response>;

/** A visit to the place and language of the address, `/:country[/:city]/:lang/...`; without them to the place of the deployment and the language of the browser. Null: no such place. */
export async function readVisit(c: Context, settings: WebSettings): Promise<Visit | null> {
  const { country, city, lang } = c.req.param() as Readonly<Record<string, string>>;
  if (!country) return visitTo(c, settings, settings.defaultPlace ?? world);
  const place = city ? `${country}/${city}` : country;
  if (isListed(place, settings)) return visitTo(c, settings, place, { lang, placeChosen: true });
  if (!city || !isListed(country, settings)) return null;
  return visitTo(c, settings, country, { lang, placeChosen: true, notListed: place });
}

interface Chosen {
  readonly lang?: string | undefined;
  readonly placeChosen?: boolean;
  readonly notListed?: string;
}

async function visitTo(c: Context, settings: WebSettings, wanted: string, { lang, placeChosen = false, notListed }: Chosen = {}): Promise<Visit> {
  const { core } = settings;
  const { origin, pathname, searchParams: query } = new URL(c.req.url);
  const locale = lang ?? localeFor([query.get('lang'), preferredLocale(c.req.header('accept-language'), core.bundled.locales)], core.bundled);
  const reader = query.get('reader');
  return {
    ...{ settings, core, placeChosen, locale, query },
    place: isListed(wanted, settings) ? wanted : world,
    ...(notListed ? { notListed } : {}),
    ...(framedPlace(pathname) === null ? {} : { frame: pathname }),
    say: await sayIn(locale, core),
    reader: isReader(reader) ? reader : readers[0],
    url: origin + pathname,
    now: settings.now(),
    behind: (work) => behind(c, work),
  };
}

/** A Worker waits for what is still to be done; a test and a browser do not say so. */
export function behind(c: Context, work: Promise<unknown> | undefined): void {
  if (!work) return;
  try {
    c.executionCtx.waitUntil(work);
  } catch {
    // hono throws where nobody waits: the work goes on by itself.
  }
}

/** A visit that has failed: of the language of the address or the browser, and the lines of its place where it has one. */
export async function strayVisit(c: Context, settings: WebSettings): Promise<Visit> {
  const [country = '', ...rest] = c.req.path.split('/').filter(Boolean);
  const place = [`${country}/${rest[0]}`, country].find((id) => isListed(id, settings));
  const lang = rest.slice(0, 2).find((tag) => Object.hasOwn(settings.core.bundled.locales, tag));
  return visitTo(c, settings, place ?? settings.defaultPlace ?? world, { lang, placeChosen: place !== undefined });
}

/** The same visit where the answer led: its place and the language of its words. */
export function visitOf(visit: Visit, place: string, say: Say): Visit {
  return { ...visit, place, say, locale: say.locale, placeChosen: true };
}

/** Asks for a topic by its id, as a link does. */
export function topicQuestion({ place, locale, reader, now }: Visit, topic: string): Question {
  return { text: '', topic, locale, place, reader, askedAt: now, channel: 'web' };
}

export function placeName(visit: Visit, id = visit.place): string {
  return namedIn(id, visit.locale, visit.core.bundled);
}

function isListed(place: string, { core }: WebSettings): boolean {
  return Object.hasOwn(core.bundled.places, place);
}
