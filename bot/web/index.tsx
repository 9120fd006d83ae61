/** The web channel on hono: the table of its addresses, and the one catch. */
import { type Context, Hono } from 'hono';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { addApi, apiProblem } from './api.ts';
import { headers } from './headers.ts';
import { addHsds } from './hsds-api.ts';
import { aboutPage } from './pages/about.tsx';
import { apiPage } from './pages/api.tsx';
import { assessmentData, assessmentPage } from './pages/assessment.tsx';
import { cardChoicePage, cardPage } from './pages/card.tsx';
import { askPage, chatPage } from './pages/chat.tsx';
import { commitmentsPage } from './pages/commitments.tsx';
import { countPage, deadlinePage } from './pages/deadline.tsx';
import { dutiesPage } from './pages/duties.tsx';
import { dutyPage } from './pages/duty.tsx';
import { emergencyPage } from './pages/emergency.tsx';
import { tapPage, thanksPage } from './pages/feedback.tsx';
import { homePage } from './pages/home.tsx';
import { lawPage } from './pages/law.tsx';
import { networksPage } from './pages/networks.tsx';
import { privacyPage } from './pages/privacy.tsx';
import { problemPage } from './pages/problem.tsx';
import { servicePage } from './pages/service.tsx';
import { servicesPage } from './pages/services.tsx';
import { topicPage } from './pages/topic.tsx';
import { topicsPage } from './pages/topics.tsx';
import { type ProblemKind, type Refusal, statuses } from './problem.ts';
import type { WebSettings } from './settings.ts';
import { addSite } from './site.ts';
import { addSitemap } from './sitemap.ts';
import { type PageFunction, type Params, readVisit, strayVisit, type Visit } from './visit.ts';

export type { WebSettings } from './settings.ts';

type Route = readonly [method: 'get' | 'post', path: string, page: PageFunction];

/** Pages that belong to no place. */
const routes: readonly Route[] = [
  ['get', '/', homePage],
  ['post', '/', askPage],
  ['get', '/networks', networksPage],
  ['get', '/api', apiPage],
];

/** Under `/<place>/<lang>`. What stands first wins, so the topic comes last. */
const placeRoutes: readonly Route[] = [
  ['get', '', chatPage],
  ['post', '', askPage],
  ['get', '/topics', topicsPage],
  ['get', '/services', servicesPage],
  ['get', '/service/:service', servicePage],
  ['get', '/emergency', emergencyPage],
  ['get', '/privacy', privacyPage],
  ['get', '/about', aboutPage],
  ['get', '/law/:law', lawPage],
  ['get', '/duties', dutiesPage],
  ['get', '/duties/:topic', dutyPage],
  ['get', '/commitments', commitmentsPage],
  ['get', '/assessment', assessmentPage],
  ['get', '/assessment/data', assessmentData],
  ['get', '/:topic/card', cardChoicePage],
  ['get', '/:topic/card/:second', cardPage],
  ['get', '/:topic/deadline', deadlinePage],
  ['post', '/:topic/deadline', countPage],
  ['post', '/:topic/feedback', tapPage],
  ['get', '/:topic/thanks', thanksPage],
  ['get', '/:topic', topicPage],
];

/** Under `/embed/<place>/<lang>`, for a frame inside another site. */
const frameRoutes: readonly Route[] = [
  ['get', '', chatPage],
  ['post', '', askPage],
];

export function createWeb(settings: WebSettings): Hono {
  const app = new Hono();
  app.use(headers(settings.framers));
  app.use(trimTrailingSlash());
  addApi(app, settings);
  addSitemap(app, settings);
  addHsds(app, settings);
  addSite(app, settings);
  const lang = `:lang{(?:${Object.keys(settings.core.bundled.locales).join('|')})}`;
  const add = (base: string, [method, path, page]: Route) => app[method](base + path, (c) => show(c, settings, page));
  for (const route of routes) add('', route);
  for (const base of [`/:country/${lang}`, `/:country/:city/${lang}`]) {
    for (const route of frameRoutes) add(`/embed${base}`, route);
    for (const route of placeRoutes) add(base, route);
  }
  app.all('/', (c) => refuse(c, settings, { problem: 'not-allowed' }, { allow: 'GET, POST' }));
  app.notFound((c) => fault(c, settings, 'not-found'));
  // The channel's one catch. The error object is not logged: it may hold what was asked.
  app.onError((_, c) => fault(c, settings, 'failed'));
  return app;
}

async function show(c: Context, settings: WebSettings, page: PageFunction): Promise<Response> {
  const visit = await readVisit(c, settings);
  if (!visit) return refuse(c, settings, { problem: 'not-found' });
  const isPost = c.req.method === 'POST';
  // Without its words a page says nothing; an answer may still show danger, and the numbers.
  if (!visit.say.complete && !isPost) return refuse(c, settings, { problem: 'failed' }, {}, visit);
  if (isPost) c.header('cache-control', 'no-store');
  if (!visit.placeChosen) c.header('vary', 'accept-language');
  const result = await page(visit, c.req.param() as Params, c.req.raw);
  if (result instanceof Response) return result;
  return 'problem' in result ? refuse(c, settings, result as Refusal, {}, visit) : c.html(document(result));
}

async function refuse(c: Context, settings: WebSettings, refusal: Refusal, more: Readonly<Record<string, string>> = {}, visit?: Visit): Promise<Response> {
  for (const [name, value] of Object.entries(more)) c.header(name, value);
  return c.html(document(problemPage(visit ?? (await strayVisit(c, settings)), refusal)), statuses[refusal.problem]);
}

function fault(c: Context, settings: WebSettings, kind: ProblemKind): Promise<Response> {
  return c.req.path.startsWith('/api/') ? apiProblem(c, settings, kind) : refuse(c, settings, { problem: kind });
}

function document(page: object): string {
  return `<!doctype html>${String(page)}`;
}
