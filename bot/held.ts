/** `npm run held -- telegram:<chat>` or `slack:<team>:<user>`: prints all that is held about somebody, where the Worker runs on this machine. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface Running {
  readonly url: string;
  /** All that it wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Runs a Worker under the settings of wrangler.toml and .dev.vars, on the loopback. `flags`: more for `wrangler dev`. */
export async function runLocally(main: string, flags: readonly string[] = []): Promise<Running> {
  const port = await freePort();
  const args = ['dev', main, '--ip', '127.0.0.1', '--port', String(port), '--show-interactive-dev-session=false', ...flags];
  // Wrangler keeps traces of its own on the disk of a developer; here nothing may stay.
  const env = { ...process.env, X_LOCAL_OBSERVABILITY: 'false', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: 'true' };
  const child = spawn('node_modules/.bin/wrangler', args, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Wrangler has children of its own: the whole group goes.
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 900 && child.exitCode === null; tries++) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return { url, output: () => text, stop };
    await new Promise((later) => setTimeout(later, 200));
  }
  await stop();
  throw new Error(`the Worker does not start:\n${text}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function main([who = '', ...flags]: readonly string[]): Promise<void> {
  if (!/^(?:telegram:-?\d+|slack:\w+:\w+)$/.test(who)) {
    process.stderr.write('npm run held -- telegram:<chat> | slack:<team>:<user>\n');
    process.exitCode = 1;
    return;
  }
  const running = await runLocally('bot/held-worker.ts', flags);
  try {
    const response = await fetch(`${running.url}/${who.replaceAll(':', '/')}`);
    const text = await response.text();
    process.stdout.write(`${response.ok ? JSON.stringify(JSON.parse(text), null, 2) : text}\n`);
    if (!response.ok) process.exitCode = 1;
  } finally {
    await running.stop();
  }
}

if (import.meta.main) await main(process.argv.slice(2));
