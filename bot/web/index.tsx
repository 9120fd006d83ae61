/** The web channel: one page and a small JSON API, on hono. */
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { type Answer, type Core, chooseNetworks, commitments, longestText, preferredLocale, type Question, readers, world } from '../../core/index.ts';
import { localeFor, type Reply, reply, sayIn } from '../assistant.ts';
import { networkNeeds } from '../needs.ts';
import { linesPart } from '../outline.ts';
import type { Say } from '../say.ts';
import { LineList } from './blocks.tsx';
import { CommitmentsView, NetworksView } from './framework.tsx';
import { Page, type PageProps } from './page.tsx';
import { AnswerView, PartView, type Shown } from './render.tsx';
import { readForm, readJson, readNetworkWish, type WebProblem } from './request.ts';

export interface WebSettings {
  readonly core: Core;
  readonly operator: string;
  readonly defaultPlace: string | undefined;
  readonly places: readonly string[];
  /** The moment of asking, ISO 8601. */
  readonly now: () => string;
  /** Static assets, for what the Worker answers first. */
  readonly asset: (path: string) => Promise<Response>;
}

const statuses = {
  empty: 400,
  'bad-request': 400,
  'not-allowed': 405,
  timeout: 408,
  'too-large': 413,
  'too-long': 413,
  'wrong-type': 415,
  'not-found': 404,
  failed: 500,
} as const;
type ProblemKind = keyof typeof statuses;

export function createWeb(settings: WebSettings): Hono {
  const app = new Hono();
  const defaults = () => ({ place: settings.defaultPlace, now: settings.now() });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  );
  app.get('/api/health', (c) => c.json({ ok: true, content: settings.core.bundled.version }));
  app.get('/api/openapi.json', async () => {
    const asset = await settings.asset('/openapi.json');
    return new Response(asset.body, { status: asset.status, headers: { 'content-type': 'application/json; charset=utf-8' } });
  });
  app.post('/api/ask', async (c) => {
    const read = await readJson(c.req.raw, defaults());
    if ('problem' in read) return problemJson(read.problem, await sayFor(c, settings, read.lang));
    return replyJson(await reply(read.question, settings.core));
  });
  app.get('/', async (c) => {
    const say = await sayFor(c, settings, c.req.query('lang'));
    c.header('vary', 'accept-language');
    return c.html(document(<Page {...pageProps(settings, say, c.req.query('place'))} />));
  });
  app.post('/', async (c) => {
    if (c.req.header('sec-fetch-site') === 'cross-site') return problemPage(c, settings, 'bad-request');
    const read = await readForm(c.req.raw, defaults());
    if ('problem' in read) return problemPage(c, settings, read.problem);
    return replyPage(c, settings, read.question, await reply(read.question, settings.core));
  });
  app.get('/networks', async (c) => {
    const say = await sayFor(c, settings, c.req.query('lang'));
    const wish = readNetworkWish(c.req.query());
    const networks = await chooseNetworks(wish, settings.core);
    return c.html(document(<Page {...pageProps(settings, say)}>{<NetworksView networks={networks} needs={networkNeeds} wish={wish} say={say} />}</Page>));
  });
  app.get('/:country/:lang/commitments', (c) => commitmentsPage(c, settings, c.req.param('country'), c.req.param('lang')));
  app.get('/:country/:city/:lang/commitments', (c) => commitmentsPage(c, settings, `${c.req.param('country')}/${c.req.param('city')}`, c.req.param('lang')));
  app.all('/api/ask', async (c) => problemJson('not-allowed', await sayFor(c, settings), { allow: 'POST' }));
  app.all('/', async (c) => problemPage(c, settings, 'not-allowed', { allow: 'GET, POST' }));
  app.notFound(async (c) => (c.req.path.startsWith('/api/') ? problemJson('not-found', await sayFor(c, settings)) : problemPage(c, settings, 'not-found')));
  // The channel's one catch. The error object is not logged: it may hold what was asked.
  app.onError(async (_, c) => (c.req.path.startsWith('/api/') ? problemJson('failed', await sayFor(c, settings)) : problemPage(c, settings, 'failed')));
  return app;
}

function sayFor(c: Context, { core }: WebSettings, wish?: string): Promise<Say> {
  return sayIn(localeFor([wish, preferredLocale(c.req.header('accept-language'), core.bundled.locales)], core.bundled), core);
}

/** RFC 9457. With the lines of the place where there is an answer to take them from. */
function problemJson(kind: ProblemKind, say: Say, headers: Readonly<Record<string, string>> = {}, answer?: Answer): Response {
  const status = statuses[kind];
  const body = {
    type: `urn:hereabouts:problem:${kind}`,
    title: kind,
    status,
    detail: say.t(`essential.problem.${kind}`, { limit: longestText }),
    lang: say.locale,
    ...(answer ? { urgent: answer.urgent, lines: answer.lines } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } });
}

function replyJson(result: Reply): Response {
  if (result.problem) return problemJson(result.problem, result.say, {}, result.answer);
  return Response.json(result.answer, { headers: { 'cache-control': 'no-store' } });
}

function pageProps(settings: WebSettings, say: Say, place?: string): Omit<PageProps, 'children'> {
  const { core, operator, places, defaultPlace } = settings;
  const wanted = place ?? defaultPlace ?? world;
  return { say, bundled: core.bundled, operator, places, place: Object.hasOwn(core.bundled.places, wanted) ? wanted : world, reader: readers[0] };
}

function shown({ core }: WebSettings, result: Reply, question: Question): Shown {
  const { say, sayFor, placeName, answer } = result;
  return {
    say,
    sayFor,
    placeName,
    directionOf: (tag) => core.bundled.locales[tag]?.direction ?? 'ltr',
    carry: { lang: say.locale, place: answer.place, reader: question.reader },
  };
}

function replyPage(c: Context, settings: WebSettings, question: Question, result: Reply): Response | Promise<Response> {
  const { say, answer } = result;
  const view = shown(settings, result, question);
  const previous = answer.outcome === 'answered' ? { previous: answer.topic.id } : {};
  const props = { ...pageProps(settings, say, answer.place), ...previous, reader: question.reader };
  c.header('cache-control', 'no-store');
  if (!result.problem)
    return c.html(
      document(
        <Page {...props} question={question.text}>
          <AnswerView answer={answer} {...view} />
        </Page>,
      ),
    );
  const urgent = answer.urgent ? <PartView part={{ type: 'urgent', urgent: answer.urgent }} {...view} /> : null;
  const page = (
    <Page {...props}>
      {urgent}
      <p class="remark">{say.t(`essential.problem.${result.problem}`, { limit: longestText })}</p>
      {linesPart(answer.lines, say).map((part) => (
        <PartView part={part} {...view} />
      ))}
    </Page>
  );
  return c.html(document(page), statuses[result.problem]);
}

async function commitmentsPage(c: Context, settings: WebSettings, place: string, lang: string): Promise<Response> {
  const { core } = settings;
  if (!Object.hasOwn(core.bundled.places, place) || !Object.hasOwn(core.bundled.locales, lang)) return problemPage(c, settings, 'not-found');
  const say = await sayIn(lang, core);
  const carry = { lang, place, reader: 'staff' };
  const found = await commitments(lang, place, core);
  return c.html(
    document(
      <Page {...pageProps(settings, say, place)} reader="staff">
        <CommitmentsView commitments={found} say={say} carry={carry} />
      </Page>,
    ),
  );
}

async function problemPage(
  c: Context,
  settings: WebSettings,
  kind: ProblemKind | WebProblem,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const say = await sayFor(c, settings, c.req.query('lang'));
  const props = pageProps(settings, say);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.html(
    document(
      <Page {...props}>
        <p class="remark">{say.t(`essential.problem.${kind}`, { limit: longestText })}</p>
        <LineList lines={settings.core.bundled.places[props.place]?.lines ?? []} say={say} />
      </Page>,
    ),
    statuses[kind],
  );
}

function document(page: unknown): string {
  return `<!doctype html>${String(page)}`;
}
