/**
 * A strict Slack on the loopback, for tests: takes only what Slack takes, remembers what it took, and fails on demand. State is kept by token, so
 * that tests do not meet. `GET /_calls?token=`, `POST /_fault`, `POST /_file` are for the test; everything else is as in Slack.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageProblems, viewProblems } from './limits.ts';

export interface Taken {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Fault {
  readonly token: string;
  readonly method: string;
  /** How often; then all is well again. */
  times: number;
  readonly status?: number;
  readonly error?: string;
  readonly retryAfter?: number;
  readonly hangs?: number;
}

const needed: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['channel', 'text'],
  'chat.postEphemeral': ['channel', 'user', 'text'],
  'views.open': ['trigger_id', 'view'],
  'views.update': ['view_id', 'view'],
  'views.publish': ['user_id', 'view'],
  'conversations.open': ['users'],
  'files.getUploadURLExternal': ['filename', 'length'],
  'files.completeUploadExternal': ['files', 'channel_id'],
  'assistant.threads.setSuggestedPrompts': ['channel_id', 'thread_ts', 'prompts'],
};

/** Starts it; its port. It ends with the process. */
export async function startFakeSlack(): Promise<number> {
  const slack = new FakeSlack();
  const server = createServer(async (request, response) => {
    const { status, body, headers = {} } = await slack.answer(request, await readAll(request));
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

class FakeSlack {
  readonly #taken = new Map<string, Taken[]>();
  readonly #faults: Fault[] = [];
  readonly #triggers = new Set<string>();
  readonly #responses = new Map<string, number>();
  readonly #uploads = new Map<string, string>();
  #count = 0;

  async answer(request: IncomingMessage, text: string): Promise<Reply> {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (pathname === '/_calls') return json(this.#taken.get(searchParams.get('token') ?? '') ?? []);
    if (pathname === '/_fault') return json(this.#faults.push(JSON.parse(text)));
    if (pathname === '/_file') return json(this.#uploads.set(JSON.parse(text).path, JSON.parse(text).text).size);
    if (pathname.startsWith('/response/')) return this.#response(pathname.slice('/response/'.length), text);
    if (pathname.startsWith('/upload/')) return this.#upload(pathname, text);
    const token = /^Bearer (xoxb-[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (pathname.startsWith('/files/'))
      return token && this.#uploads.has(pathname) ? { status: 200, body: this.#uploads.get(pathname) ?? '' } : { status: 404, body: '' };
    const method = pathname.replace('/api/', '');
    if (method === 'oauth.v2.access') return this.#install(new URLSearchParams(text));
    const fault = this.#faults.find((one) => one.token === token && one.method === method && one.times > 0);
    if (fault) {
      fault.times--;
      if (fault.hangs) await new Promise((resolve) => setTimeout(resolve, fault.hangs));
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return { status: fault.status ?? 200, body: fault.error ? JSON.stringify({ ok: false, error: fault.error }) : '<html>', headers };
    }
    if (!token) return refuse('not_authed');
    return this.#call(token, method, fieldsOf(text), origin);
  }

  #call(token: string, method: string, fields: Readonly<Record<string, unknown>>, origin: string): Reply {
    const missing = needed[method]?.filter((name) => fields[name] === undefined || fields[name] === '');
    if (!missing) return refuse('unknown_method');
    if (missing.length > 0) return refuse(`missing: ${missing.join(', ')}`);
    const problems = method.startsWith('chat.')
      ? messageProblems(fields.blocks ? fields : { ...fields, blocks: [{ type: 'divider' }] })
      : method.startsWith('views.')
        ? viewProblems(fields.view as Taken['fields'])
        : [];
    if (problems.length > 0) return refuse(`invalid_blocks: ${problems.join('; ')}`);
    if (method === 'views.open' && !this.#spend(String(fields.trigger_id))) return refuse('expired_trigger_id');
    this.#note(token, { method, fields });
    const id = `${++this.#count}`;
    if (method === 'conversations.open') return json({ ok: true, channel: { id: `D${fields.users}` } });
    if (method === 'files.getUploadURLExternal') return json({ ok: true, upload_url: `${origin}/upload/${token}/${id}`, file_id: `F${id}` });
    return json({ ok: true, ts: `${id}.000`, view: { ...(fields.view as object | undefined), id: `V${id}` } });
  }

  /** A trigger opens one form. Those of tests begin with their moment, and last three seconds. */
  #spend(trigger: string): boolean {
    const fresh = Date.now() - Number(trigger.split('.')[0]) < 3000;
    return fresh && !this.#triggers.has(trigger) && this.#triggers.add(trigger) !== undefined;
  }

  /** `/response/<token>/<id>`: five uses each. */
  #response(path: string, text: string): Reply {
    const [token = ''] = path.split('/');
    const used = (this.#responses.get(path) ?? 0) + 1;
    this.#responses.set(path, used);
    const fields = JSON.parse(text) as Taken['fields'];
    const problems = fields.blocks ? messageProblems(fields) : [];
    if (used > 5) return { status: 404, body: 'used_url' };
    if (problems.length > 0) {
      this.#note(token, { method: 'refused', fields: { problems } });
      return { status: 400, body: problems.join('; ') };
    }
    this.#note(token, { method: 'response', fields });
    return { status: 200, body: 'ok' };
  }

  #upload(path: string, text: string): Reply {
    const [, , token = ''] = path.split('/');
    this.#note(token, { method: 'upload', fields: { text } });
    return { status: 200, body: 'OK' };
  }

  #install(form: URLSearchParams): Reply {
    const { client_id: id, client_secret: secret, code } = Object.fromEntries(form);
    if (id !== 'client' || secret !== 'secret' || !code?.startsWith('code-')) return refuse('invalid_code');
    const team = code.slice('code-'.length);
    return json({ ok: true, access_token: `xoxb-${team}`, team: { id: team } });
  }

  #note(token: string, taken: Taken): void {
    this.#taken.set(token, [...(this.#taken.get(token) ?? []), taken]);
  }
}

function json(value: unknown): Reply {
  return { status: 200, body: JSON.stringify(value) };
}

function refuse(error: string): Reply {
  return json({ ok: false, error });
}

/** Slack's client sends a form whose lists and objects are JSON. */
function fieldsOf(text: string): Taken['fields'] {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) fields[name] = /^[[{]/.test(value) ? JSON.parse(value) : value;
  return fields;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
