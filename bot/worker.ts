/** Cloudflare entry: routes to channels; shards from static assets. */

import { type Bundled, type Core, openCore } from '../core/index.ts';
import bundled from '../dist/bundled.json';
import { createWeb } from './web/index.tsx';

interface Bindings {
  readonly ASSETS: { fetch(request: Request | URL | string): Promise<Response> };
  readonly OPERATOR_NAME?: string;
  readonly OPERATOR_CONTACT?: string;
  readonly DEFAULT_PLACE?: string;
  readonly PLACES?: string;
}

/** Made once per isolate: what it holds is the same for everybody. */
let app: ReturnType<typeof createWeb> | undefined;

export default {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    app ??= createWeb({
      core: coreOf(env),
      operator: [env.OPERATOR_NAME, env.OPERATOR_CONTACT].filter(Boolean).join(', '),
      defaultPlace: env.DEFAULT_PLACE || undefined,
      places: (env.PLACES ?? '')
        .split(',')
        .map((place) => place.trim())
        .filter(Boolean),
      now: () => new Date().toISOString(),
      asset: (path) => assetOf(env, path),
    });
    return app.fetch(request);
  },
};

function coreOf(env: Bindings): Core {
  return openCore(bundled as unknown as Bundled, async (name) => {
    const response = await assetOf(env, `/content/${name}.json`);
    return response.ok ? response.arrayBuffer() : null;
  });
}

/** The host is not looked at: the binding serves this deployment's own files. */
function assetOf(env: Bindings, path: string): Promise<Response> {
  return env.ASSETS.fetch(new URL(path, 'https://assets.invalid'));
}
