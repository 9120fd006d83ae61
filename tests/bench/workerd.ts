/** Runs the built Worker in workerd itself, beside a bare "hello" that reads the same body. Only on the loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

export interface Running {
  readonly ask: string;
  readonly hello: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const folder = 'dist/bench';
const ports = { ask: 18787, hello: 18788, telegram: 18790 };
const compatibilityDate = '2026-10-23';

const hello = `export default { async fetch(request) { const body = await request.text(); return Response.json({ hello: body.length }); } };`;

export interface Site {
  /** Served as ASSETS. */
  readonly assets: string;
  readonly v8Flags: readonly string[];
}

const usualSite: Site = { assets: 'dist/assets', v8Flags: [] };

/** Stores are absent: what answers over HTTP needs none. ASSETS is a disk service over a folder. */
function config(worker: string, site: Site): string {
  const assets = JSON.stringify(resolve(site.assets));
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "ask", worker = .ask), (name = "hello", worker = .hello),
    (name = "assets", disk = (path = ${assets}, writable = false)),
  ],
  sockets = [
    (name = "ask", address = "127.0.0.1:${ports.ask}", http = (), service = "ask"),
    (name = "hello", address = "127.0.0.1:${ports.hello}", http = (), service = "hello"),
  ],
  v8Flags = ${JSON.stringify(site.v8Flags)},
);
const ask :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed ${JSON.stringify(relative(folder, worker))})],
  compatibilityDate = "${compatibilityDate}",
  bindings = [(name = "ASSETS", service = "assets"), (name = "OPERATOR_NAME", text = "bench")],
);
const hello :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "hello.js")],
  compatibilityDate = "${compatibilityDate}",
);
`;
}

/** One Worker with its Durable Objects in memory, that may call the loopback. */
function telegramConfig(worker: string, variables: Readonly<Record<string, string>>): string {
  const bindings = Object.entries(variables).map(([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "telegram", worker = .telegram),
    (name = "assets", disk = (path = ${JSON.stringify(resolve('dist/assets'))}, writable = false)),
    (name = "loopback", network = (allow = ["private"])),
  ],
  sockets = [(name = "telegram", address = "127.0.0.1:${ports.telegram}", http = (), service = "telegram")],
);
const telegram :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed ${JSON.stringify(relative(folder, worker))})],
  compatibilityDate = "${compatibilityDate}",
  bindings = [(name = "ASSETS", service = "assets"), (name = "MEMORY", durableObjectNamespace = "ChatMemory"), ${bindings.join(', ')}],
  durableObjectNamespaces = [(className = "ChatMemory", uniqueKey = "bench", enableSql = true)],
  durableObjectStorage = (inMemory = void),
  globalOutbound = "loopback",
);
`;
}

export async function start(worker: string, site = usualSite): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/hello.js`, hello);
  writeFileSync(`${folder}/config.capnp`, config(worker, site));
  const child = spawn('node_modules/.bin/workerd', ['serve', `${folder}/config.capnp`], { stdio: ['ignore', 'ignore', 'inherit'] });
  const running = { ask: `http://127.0.0.1:${ports.ask}/api/ask`, hello: `http://127.0.0.1:${ports.hello}/`, pid: child.pid ?? 0, stop: () => stop(child) };
  await ready(running.hello);
  return running;
}

/** A Worker that answers Telegram. */
export async function startTelegram(worker: string, variables: Readonly<Record<string, string>>): Promise<{ readonly url: string; stop(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/telegram.capnp`, telegramConfig(worker, variables));
  const child = spawn('node_modules/.bin/workerd', ['serve', '--experimental', `${folder}/telegram.capnp`], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${ports.telegram}`;
  await ready(`${url}/api/ask`, { 'content-type': 'application/json' }, '{"question":"hello"}');
  return { url, stop: () => stop(child) };
}

async function ready(url: string, headers: Readonly<Record<string, string>> = {}, body = '{}'): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const up = await fetch(url, { method: 'POST', headers, body }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('workerd does not answer');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve_) => child.once('exit', resolve_));
  child.kill();
  await ended;
}
