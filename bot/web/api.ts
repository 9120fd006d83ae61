/** The JSON API. */
import type { Context, Hono } from 'hono';
import { type Answer, longestText, preferredLocale } from '../../core/index.ts';
import { localeFor, type Reply, reply, sayIn } from '../assistant.ts';
import type { Say } from '../say.ts';
import { type ProblemKind, statuses } from './problem.ts';
import { readJson } from './request.ts';
import type { WebSettings } from './settings.ts';
import { behind } from './visit.ts';

export function addApi(app: Hono, settings: WebSettings): void {
  app.use('/api/*', async (c, next) => {
    await next();
    // What is read may be read by any page; a question may be sent by our own only.
    if (c.req.method === 'GET') c.header('access-control-allow-origin', '*');
  });
  app.get('/api/health', (c) => c.json({ ok: true, content: settings.core.bundled.version }));
  app.get('/api/openapi.json', async () => {
    const asset = await settings.asset('/openapi.json');
    return new Response(asset.body, { status: asset.status, headers: { 'content-type': 'application/json; charset=utf-8' } });
  });
  app.post('/api/ask', async (c) => {
    const read = await readJson(c.req.raw, { place: settings.defaultPlace, now: settings.now() });
    if ('problem' in read) return problemJson(read.problem, await sayOf(c, settings, read.lang));
    const result = await reply(read.question, settings.core);
    behind(c, settings.feedback?.answered(result.answer));
    return replyJson(result);
  });
  app.all('/api/ask', (c) => apiProblem(c, settings, 'not-allowed', { allow: 'POST' }));
}

/** A problem in the language of who asks. */
export async function apiProblem(c: Context, settings: WebSettings, kind: ProblemKind, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return problemJson(kind, await sayOf(c, settings), headers);
}

function sayOf(c: Context, { core }: WebSettings, wish?: string): Promise<Say> {
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
