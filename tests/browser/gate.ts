/** What stands between the browser and the Worker: the network, which can fail, and a new version, which can be put online. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another address, or another text, for what is served. */
export interface Rewrite {
  readonly path?: (path: string) => string;
  readonly text?: (text: string, path: string) => string;
}

export interface Gate {
  readonly origin: string;
  /** Requests that came through, as `GET /path`. */
  readonly passed: string[];
  /** False: every connection breaks. */
  isUp: boolean;
  rewrite: Rewrite;
  close(): Promise<void>;
}

export async function openGate(target: string): Promise<Gate> {
  const server = createServer((incoming, outgoing) => {
    if (!gate.isUp) return void incoming.socket.destroy();
    gate.passed.push(`${incoming.method} ${incoming.url}`);
    pass(incoming, outgoing, target, gate.rewrite);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const gate: Gate = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed: [],
    isUp: true,
    rewrite: {},
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return gate;
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string, { path = (same) => same, text }: Rewrite): void {
  const asked = incoming.url ?? '/';
  const headers = { ...incoming.headers, host: incoming.headers.host, ...(text ? { 'accept-encoding': 'identity' } : {}) };
  const onward = request(target + path(asked), { method: incoming.method, headers }, (reply) => {
    if (!text) {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      return void reply.pipe(outgoing);
    }
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk));
    reply.on('end', () => {
      const { 'content-length': _, 'transfer-encoding': __, ...kept } = reply.headers;
      const body = Buffer.concat(chunks);
      const isText = /text|javascript|json/.test(reply.headers['content-type'] ?? '');
      outgoing.writeHead(reply.statusCode ?? 502, kept);
      outgoing.end(isText ? text(body.toString(), asked) : body);
    });
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
