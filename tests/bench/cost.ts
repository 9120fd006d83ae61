/** Asking a Worker on this machine one question after another, and what that costs it. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** One connection that stays open. `send`: the text of the answer; rejects when the connection breaks. */
export function keptOpen(): { send(url: string, body: string): Promise<string>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (url: string, body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.once('end', () => resolve(text)).once('error', reject);
      });
      sent.once('error', reject).end(body);
    });
  return { send, close: () => agent.destroy() };
}

/** CPU of a whole process so far, in milliseconds: user and system, from the kernel's clock ticks of 10 ms. Linux only; elsewhere NaN. */
export function cpuMilliseconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
