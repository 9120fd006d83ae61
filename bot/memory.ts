/**
 * What is kept of a chat: language, city and reader once somebody chose one, for ninety days after the last message; and for a day the numbers of updates, so
 * that none is answered twice, and in which languages we said what we are. One SQLite Durable Object per keyed hash of the chat. Nothing else, ever.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Reader } from '../core/index.ts';
import { keyedHash } from './keyed-hash.ts';
import { withinTime } from './within-time.ts';

export interface Settings {
  readonly locale?: string;
  readonly place?: string;
  readonly reader?: Reader;
}

export interface Kept {
  /** False for an update that was here before. */
  readonly isNew: boolean;
  readonly settings: Settings;
  /** Languages in which this chat was told what we are. */
  readonly told: readonly string[];
}

/** What a channel remembers of one chat. Never throws, never waits longer than a second: a memory that is down costs nobody an answer. */
export interface Memory {
  /** Takes note of an update. When the memory is down every update is new and nothing was chosen. */
  begin(update: number): Promise<Kept>;
  /** False when it could not be kept. */
  keep(settings: Settings): Promise<boolean>;
  tell(locale: string): Promise<boolean>;
  /** Deletes everything. False when it could not be done now. */
  forget(): Promise<boolean>;
}

const day = 24 * 60 * 60 * 1000;
export const kept = { seen: day, settings: 90 * day } as const;

/** Times in milliseconds since 1970. */
export class ChatMemory extends DurableObject {
  /** Whether the tables are there and an alarm is set, as far as this instance knows. */
  #isReady = false;

  async begin(update: number, now: number): Promise<Kept> {
    const sql = await this.#open(now);
    const { rowsWritten } = sql.exec('INSERT OR IGNORE INTO seen VALUES (?, ?)', update, now);
    const [row] = sql.exec<Record<keyof Settings, string | null>>('SELECT locale, place, reader FROM settings').toArray();
    if (row) sql.exec('UPDATE settings SET at = ?', now);
    const told = sql.exec<{ locale: string }>('SELECT locale FROM told').toArray();
    const settings: Settings = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null));
    return { isNew: rowsWritten > 0, settings, told: told.map(({ locale }) => locale) };
  }

  async keep({ locale = null, place = null, reader = null }: { [Key in keyof Settings]?: string | null }, now: number): Promise<void> {
    (await this.#open(now)).exec('INSERT OR REPLACE INTO settings VALUES (1, ?, ?, ?, ?)', locale, place, reader, now);
  }

  async tell(locale: string, now: number): Promise<void> {
    (await this.#open(now)).exec('INSERT OR REPLACE INTO told VALUES (?, ?)', locale, now);
  }

  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#isReady = false;
  }

  /** Every row, as it stands: for who asks what is held about them. Writes nothing. */
  async held(): Promise<Record<string, readonly Record<string, unknown>[]>> {
    const { sql } = this.ctx.storage;
    const tables = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB '__miniflare_*' ORDER BY name")
      .toArray();
    return Object.fromEntries(tables.map(({ name }) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()]));
  }

  /** Deletes what is due, and everything once no settings and no numbers are left. What we said of ourselves goes with the settings, else after a day. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    const sql = await this.#open(now);
    sql.exec('DELETE FROM settings WHERE at <= ?', now - kept.settings);
    sql.exec('DELETE FROM seen WHERE at <= ?', now - kept.seen);
    sql.exec('DELETE FROM told WHERE at <= ? AND NOT EXISTS (SELECT 1 FROM settings)', now - kept.seen);
    const [due] = sql
      .exec<{ at: number | null }>(
        'SELECT min(at) AS at FROM (SELECT at + ? AS at FROM settings UNION SELECT at + ? FROM seen UNION SELECT at + ? FROM told WHERE NOT EXISTS (SELECT 1 FROM settings))',
        kept.settings,
        kept.seen,
        kept.seen,
      )
      .toArray();
    if (due?.at) await this.ctx.storage.setAlarm(due.at);
    else await this.forget();
  }

  /** The tables, and an alarm that sees to it that what is due gets deleted. */
  async #open(now: number) {
    const { sql } = this.ctx.storage;
    if (this.#isReady) return sql;
    sql.exec(`CREATE TABLE IF NOT EXISTS seen (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS settings (one INTEGER PRIMARY KEY, locale TEXT, place TEXT, reader TEXT, at INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS told (locale TEXT PRIMARY KEY, at INTEGER NOT NULL)`);
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now + kept.seen);
    this.#isReady = true;
    return sql;
  }
}

/** The part of a Durable Object namespace that is used. */
export interface MemoryNamespace {
  idFromName(name: string): unknown;
  get(id: unknown): Pick<ChatMemory, 'begin' | 'keep' | 'tell' | 'forget'>;
}

const longestWait = 1000;

/** Of its Durable Object. */
export async function nameOfChat(chat: string, hash: ReturnType<typeof keyedHash>): Promise<string> {
  return Array.from(await hash(chat), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The memory of each chat. `secret` keys the hash of its number, so that nobody who sees the names of the objects can tell whose they are. */
export function openMemory(namespace: MemoryNamespace, secret: string, now: () => number): (chat: string) => Promise<Memory> {
  const hash = keyedHash(secret);
  return async (chat) => {
    const name = await nameOfChat(chat, hash);
    const use = <T>(work: (object: ReturnType<MemoryNamespace['get']>) => Promise<T>, otherwise: T): Promise<T> =>
      inTime(async () => work(namespace.get(namespace.idFromName(name))), otherwise);
    const done = (work: (object: ReturnType<MemoryNamespace['get']>) => Promise<void>): Promise<boolean> =>
      use(async (object) => {
        await work(object);
        return true;
      }, false);
    return {
      begin: (update) => use((object) => object.begin(update, now()), { isNew: true, settings: {}, told: [] }),
      keep: (settings) => done((object) => object.keep(settings, now())),
      tell: (locale) => done((object) => object.tell(locale, now())),
      forget: () => done((object) => object.forget()),
    };
  };
}

/** What the work gives, or something else when it fails or takes too long. */
async function inTime<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await withinTime(work(), longestWait, otherwise);
  } catch {
    return otherwise;
  }
}
