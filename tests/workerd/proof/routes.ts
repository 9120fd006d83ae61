/** Every route of the Worker, once. What crawls them all reads this list: a new page adds a line here, and is held to everything that holds for the others. */

export interface Route {
  readonly path: string;
  /** GET when absent. */
  readonly method?: string;
  readonly body?: string;
  readonly type?: string;
  readonly status: number;
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

export const routes: readonly Route[] = [
  { path: '/', status: 200 },
  { path: '/?lang=ar&place=es/barcelona', status: 200 },
  { path: '/', method: 'POST', type: form, body: 'question=my+boss+does+not+pay+me&place=at/vienna', status: 200 },
  { path: '/networks', status: 200 },
  { path: '/at/vienna/en', status: 200 },
  { path: '/at/vienna/ar', method: 'POST', type: form, body: 'question=my+boss+does+not+pay+me', status: 200 },
  { path: '/at/vienna/en/topics', status: 200 },
  { path: '/at/vienna/en/services?free=yes', status: 200 },
  { path: '/at/vienna/en/emergency', status: 200 },
  { path: '/at/vienna/en/privacy', status: 200 },
  { path: '/at/vienna/en/about', status: 200 },
  { path: '/at/vienna/en/duties', status: 200 },
  { path: '/at/vienna/en/assessment', status: 200 },
  { path: '/at/vienna/en/work-unpaid-wages', status: 200 },
  { path: '/at/vienna/en/work-unpaid-wages?reader=staff', status: 200 },
  { path: '/at/vienna/en/work-unpaid-wages/card', status: 200 },
  { path: '/at/vienna/en/work-unpaid-wages/card/ar', status: 200 },
  { path: '/api', status: 200 },
  { path: '/api/hsds/services?place=at/vienna', status: 200 },
  { path: '/sitemap.xml', status: 200 },
  { path: '/robots.txt', status: 200 },
  { path: '/networks?need=voice&small=yes&free=yes&lang=es', status: 200 },
  { path: '/at/de/commitments', status: 200 },
  { path: '/at/vienna/en/commitments', status: 200 },
  { path: '/api/ask', method: 'POST', type: json, body: '{"question":"my boss does not pay me","place":"at/vienna"}', status: 200 },
  { path: '/api/health', status: 200 },
  { path: '/api/openapi.json', status: 200 },
];

/** What must be refused, and how. */
export const wrong: readonly Route[] = [
  { path: '/nowhere', status: 404 },
  { path: '/at/vienna/en/no-such-topic', status: 404 },
  { path: '/at/vienna/en/law/no-such-law', status: 404 },
  { path: '/at/vienna/en/service/no-such-door', status: 404 },
  { path: '/at/vienna/en/work-unpaid-wages/card/xx', status: 404 },
  { path: '/api/nowhere', status: 404 },
  { path: '/zz/en/commitments', status: 404 },
  { path: '/__proto__/constructor/commitments', status: 404 },
  { path: '/..%2f..%2fetc/passwd', status: 404 },
  { path: '/api/ask', status: 405 },
  { path: '/', method: 'PUT', status: 405 },
  { path: '/', method: 'DELETE', status: 405 },
  { path: '/api/ask', method: 'POST', type: json, body: '{', status: 400 },
  { path: '/api/ask', method: 'POST', type: json, body: '{"question":""}', status: 400 },
  { path: '/api/ask', method: 'POST', type: json, body: JSON.stringify({ question: 'x'.repeat(70_000) }), status: 413 },
  { path: '/api/ask', method: 'POST', type: 'text/plain', body: '{"question":"x"}', status: 415 },
  { path: '/', method: 'POST', type: form, body: 'question=', status: 400 },
  { path: '/', method: 'POST', type: form, body: `question=${'x'.repeat(5000)}`, status: 413 },
  { path: '/', method: 'POST', type: 'multipart/form-data; boundary=x', body: '--x--', status: 415 },
];

/** Doors of the other channels: they speak to machines, and say nothing to strangers. */
export const machines: readonly Route[] = [
  { path: '/telegram/webhook', method: 'POST', type: json, body: '{}', status: 503 },
  { path: '/telegram/webhook', status: 503 },
  { path: '/slack/events', method: 'POST', type: json, body: '{}', status: 401 },
  { path: '/slack/events', status: 404 },
  { path: '/slack/install', status: 404 },
  { path: '/slack/oauth_redirect?code=x&state=y', status: 404 },
  { path: '/slack/nowhere', status: 404 },
];

export function requestOf({ path, method = 'GET', body, type }: Route, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(`https://city.example${path}`, { method, body: body ?? null, headers: { ...(type ? { 'content-type': type } : {}), ...headers } });
}

export function nameOf({ path, method = 'GET', status, type = '' }: Route): string {
  return `${method} ${path} ${type} ${status}`;
}
