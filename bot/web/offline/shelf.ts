/** The cache of this version, and the short list of what to keep in it. */
import { type Bundled, type Core, digestOf, openCore, shardsToKeep } from '../../../core/index.ts';
import { files } from '../files.ts';
import { cacheName, keptName, type Seen, shelved } from './version.ts';

/** A place and language, and the moment at which the network last showed them as this version has them. */
export interface Kept extends Seen {
  readonly since: string;
}

const record = '/kept.json';
/** A phone has little room: the last two pairs of place and language, for a volunteer who speaks one and reads another. */
const most = 2;

/** What every page needs. */
export async function stock(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(shelved.map((address) => new Request(address, { cache: 'reload' })));
}

/** What an older version kept is kept by this one as well. */
export async function stockKept(): Promise<void> {
  for (const seen of await allKept()) await keepShards(seen);
}

export async function clearOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('hereabouts-') && name !== cacheName && name !== keptName).map((name) => caches.delete(name)));
}

export async function forgetAll(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** The last looked at first. */
export async function allKept(): Promise<readonly Kept[]> {
  const response = await (await caches.open(keptName)).match(record);
  return response ? ((await response.json()) as readonly Kept[]) : [];
}

/** A page of `version` was seen, from the network or from here. */
export async function keep({ place, lang, version }: Seen & { readonly version: string }): Promise<void> {
  const before = await allKept();
  const same = (kept: Seen): boolean => kept.place === place && kept.lang === lang;
  const known = before.find(same);
  const whole = await keepShards({ place, lang });
  if (!whole && !known) return;
  const current = whole && version === files.version && navigator.onLine;
  const since = current || !known ? new Date().toISOString() : known.since;
  const kept: Kept[] = [{ place, lang, since }, ...before.filter((other) => !same(other))].slice(0, most);
  await (await caches.open(keptName)).put(record, Response.json(kept));
}

let opened: Core | undefined;

/** The core as it runs everywhere, its shards from this version's cache. Null when not even the bundle is there. */
export async function coreHere(): Promise<Core | null> {
  if (opened) return opened;
  const cache = await caches.open(cacheName);
  const bundle = await cache.match(files.bundle);
  if (!bundle) return null;
  opened = openCore((await bundle.json()) as Bundled, async (name) => (await (await caches.open(cacheName)).match(addressOf(name)))?.arrayBuffer() ?? null);
  return opened;
}

export async function isKept(name: string): Promise<boolean> {
  return (await (await caches.open(cacheName)).match(addressOf(name))) !== undefined;
}

/** True when every shard is there. What an older version has and has not changed is not loaded again. */
async function keepShards({ place, lang }: Seen): Promise<boolean> {
  const core = await coreHere();
  if (!core) return false;
  const cache = await caches.open(cacheName);
  for (const name of shardsToKeep(place, lang, core)) {
    const address = addressOf(name);
    if (await cache.match(address)) continue;
    const found = (await whole(await caches.match(address), core, name)) ?? (await whole(await fetch(address).catch(() => undefined), core, name));
    if (!found) return false;
    await cache.put(address, found);
  }
  return true;
}

/** The shard when its bytes are those of this version. */
async function whole(response: Response | undefined, core: Core, name: string): Promise<Response | null> {
  if (!response?.ok) return null;
  const bytes = await response.clone().arrayBuffer();
  return (await digestOf(bytes)) === core.bundled.shards[name] ? response : null;
}

function addressOf(shard: string): string {
  return `/content/${shard}.json`;
}
