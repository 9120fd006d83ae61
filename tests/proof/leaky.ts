/** Our Worker, with one more door that leaks on purpose: whoever looks for what must not be kept has to find this first. For tests only. */
import type { ChatMemory } from '../../bot/memory.ts';
import worker from '../../bot/worker.ts';

declare const caches: { open(name: string): Promise<{ put(address: string, response: Response): Promise<void> }> };

export { ChatMemory } from '../../bot/memory.ts';

type Bindings = Parameters<typeof worker.fetch>[1];
type Context = Parameters<typeof worker.fetch>[2];

export default {
  async fetch(request: Request, env: Bindings, context: Context): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/leak') return worker.fetch(request, env, context);
    const [what, to] = [searchParams.get('what') ?? '', searchParams.get('to') ?? ''];
    console.log(what);
    await fetch(to, { method: 'POST', body: what });
    const memory = env.MEMORY.get(env.MEMORY.idFromName('leak')) as unknown as ChatMemory;
    await memory.keep({ place: what }, Date.now());
    await env.DB?.prepare('INSERT OR REPLACE INTO slack_seen (id, until) VALUES (?, ?)').bind(what, 9_999_999_999).run();
    await caches.open('leak').then((cache) => cache.put('https://leak.example/x', new Response(what, { headers: { 'cache-control': 'max-age=600' } })));
    return new Response('', { headers: { 'x-leak': what } });
  },
};
