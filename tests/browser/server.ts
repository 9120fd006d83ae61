/** The real Worker in the real runtime, on the loopback, with what `npm run assets` made. */
import { type AddressInfo, createServer } from 'node:net';
import { unstable_startWorker } from 'wrangler';

export interface Server {
  readonly origin: string;
  stop(): Promise<void>;
}

export async function startServer(vars: Readonly<Record<string, string>> = {}): Promise<Server> {
  const bindings = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, { type: 'plain_text' as const, value }]));
  const worker = await unstable_startWorker({
    config: 'wrangler.toml',
    // dist/ is there already.
    build: { custom: { command: '' } },
    bindings,
    dev: { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, watch: false, liveReload: false, logLevel: 'error', persist: false },
  });
  const { origin } = await worker.url;
  return { origin, stop: () => worker.dispose() };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
