/** The content among the static assets, a shard at a time. */
import type { ShardSource } from '../core/index.ts';
import { withinTime } from './within-time.ts';

export interface Assets {
  fetch(request: Request | URL | string): Promise<Response>;
}

/** Static files come in milliseconds. One that hangs is as one that is missing: who asks gets the numbers to call. Milliseconds. */
const patience = 2000;

export function contentFrom(assets: Assets): ShardSource {
  return (name) => withinTime(load(assets, name), patience, null);
}

async function load(assets: Assets, name: string): Promise<ArrayBuffer | null> {
  const response = await assetOf(assets, `/content/${name}.json`);
  return response.ok ? response.arrayBuffer() : null;
}

/** The host is not looked at: the binding serves this deployment's own files. */
export function assetOf(assets: Assets, path: string): Promise<Response> {
  return assets.fetch(new URL(path, 'https://assets.invalid'));
}
