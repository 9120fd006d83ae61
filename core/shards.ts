/** Loads shards, refuses what was altered or has another format, keeps what is in use in memory. */
import { ShardError } from './errors.ts';
import { type Bundled, shardFormat } from './shard-types.ts';

/** Where the bytes come from: static assets, a folder, the browser's cache. Rejects or returns null when it has none. */
export type ShardSource = (name: string) => Promise<ArrayBuffer | null>;

/** Bytes of JSON text kept: the indexes of all languages and many texts. Measured: 24 MB of text are some 45 MB of objects and arrays, far under the 128 MB of a Worker. */
const keepBytes = 24 * 1024 * 1024;

export class Shards {
  readonly #source: ShardSource;
  readonly #digests: Bundled['shards'];
  /** Only finished shards are kept: a promise shared between requests breaks in Workers. */
  readonly #kept = new Map<string, { value: unknown; bytes: number }>();
  #bytes = 0;

  constructor(source: ShardSource, digests: Bundled['shards']) {
    this.#source = source;
    this.#digests = digests;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#digests, name);
  }

  /**
   * The shard, prepared by `prepare` once. Throws ShardError when it is missing, altered or of another format.
   * A name has one shape and one `prepare` for ever.
   */
  async get<Raw extends { readonly format?: number }, Ready = Raw>(
    name: string,
    prepare: (raw: Raw) => Ready = (raw) => raw as unknown as Ready,
  ): Promise<Ready> {
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept.value as Ready;
    }
    const { raw, bytes } = await this.#load<Raw>(name);
    const value = prepare(raw);
    this.#keep(name, value, bytes);
    return value;
  }

  async #load<Raw extends { readonly format?: number }>(name: string): Promise<{ raw: Raw; bytes: number }> {
    const expected = Object.hasOwn(this.#digests, name) ? this.#digests[name] : undefined;
    if (!expected) throw new ShardError(name, 'not in the manifest');
    let bytes: ArrayBuffer | null;
    try {
      bytes = await this.#source(name);
    } catch (cause) {
      throw new ShardError(name, 'could not be loaded', { cause });
    }
    if (!bytes) throw new ShardError(name, 'is missing');
    if ((await digestOf(bytes)) !== expected) throw new ShardError(name, 'does not match its checksum');
    const raw = JSON.parse(new TextDecoder().decode(bytes)) as Raw;
    if (raw.format !== shardFormat) throw new ShardError(name, `has format ${raw.format}, expected ${shardFormat}`);
    return { raw, bytes: bytes.byteLength };
  }

  #keep(name: string, value: unknown, bytes: number): void {
    const before = this.#kept.get(name);
    if (before) this.#bytes -= before.bytes;
    this.#kept.set(name, { value, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#kept) {
      if (this.#bytes <= keepBytes || oldest === name) break;
      this.#kept.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}

/** So many bytes of a SHA-256 tell every accident; the manifest of thousands of shards is in the bundle. */
export const digestBytes = 8;

/** The digest of a shard, as the manifest has it. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, digestBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
