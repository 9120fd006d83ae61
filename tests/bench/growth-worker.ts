/** The core and the words of an answer on whatever content stands among the assets, so that one build serves every size. For the bench only. */
import { reply } from '../../bot/assistant.ts';
import { type Bundled, type Core, openCore } from '../../core/index.ts';

interface Bindings {
  readonly ASSETS: { fetch(request: string): Promise<Response> };
}

let core: Core | undefined;

export default {
  async fetch(request: Request, { ASSETS }: Bindings): Promise<Response> {
    const { question: text, place } = (await request.json()) as { question: string; place: string };
    const asset = (path: string): Promise<Response> => ASSETS.fetch(`https://assets.invalid${path}`);
    core ??= openCore((await (await asset('/bundled.json')).json()) as Bundled, async (name) => (await asset(`/content/${name}.json`)).arrayBuffer());
    const { answer } = await reply({ text, place, reader: 'resident', askedAt: '2026-11-24T10:00:00Z', channel: 'web' }, core);
    return Response.json(answer);
  },
};
