/** What the channel remembers, in D1. A lookup does without it: then nobody chose anything, and an event may be answered twice. */
import type { Access } from '../database.ts';
import { keyedHash } from '../keyed-hash.ts';

export interface Settings {
  readonly locale: string | null;
  readonly place: string | null;
}

const day = 24 * 60 * 60;
const lifetimes = { seen: day, settings: 90 * day, state: 10 * 60 };
/** Less than for what somebody typed: an answer waits for this. */
const patience = 900;

export class SlackStore {
  readonly #access: Access;
  readonly #hash: ReturnType<typeof keyedHash>;

  /** `secret` keys the hashes of people: without it nobody can tell whose settings these are. */
  constructor(access: Access, secret: string) {
    this.#access = access;
    this.#hash = keyedHash(secret);
  }

  /** Whether this is the first time. What has outlived its time goes with every request. `now`: seconds. */
  async isNew(id: string, now: number): Promise<boolean> {
    const results = await this.#access.inTime(
      (db) =>
        db.batch([
          ...['slack_seen', 'slack_settings', 'slack_states'].map((table) => db.prepare(`DELETE FROM ${table} WHERE until < ?`).bind(now)),
          db.prepare('INSERT OR IGNORE INTO slack_seen (id, until) VALUES (?, ?)').bind(id, now + lifetimes.seen),
        ]),
      patience,
    );
    return results.at(-1)?.meta.changes === 1;
  }

  async settings(team: string, user: string): Promise<Settings> {
    const person = await this.#person(team, user);
    const row = await this.#access.inTime(
      (db) =>
        db.prepare('SELECT locale, place FROM slack_settings WHERE team = ? AND person = ?').bind(team, person).first<{ locale: string; place: string }>(),
      patience,
    );
    return { locale: row?.locale || null, place: row?.place || null };
  }

  async choose(team: string, user: string, { locale, place }: Settings, now: number): Promise<void> {
    const person = await this.#person(team, user);
    const sql = 'INSERT OR REPLACE INTO slack_settings (team, person, locale, place, until) VALUES (?, ?, ?, ?, ?)';
    const until = now + lifetimes.settings;
    await this.#access.inTime((db) =>
      db
        .prepare(sql)
        .bind(team, person, locale ?? '', place ?? '', until)
        .run(),
    );
  }

  async install(team: string, token: string): Promise<void> {
    await this.#access.inTime((db) => db.prepare('INSERT OR REPLACE INTO slack_installations (team, token) VALUES (?, ?)').bind(team, token).run());
  }

  async token(team: string): Promise<string | null> {
    const row = await this.#access.inTime(
      (db) => db.prepare('SELECT token FROM slack_installations WHERE team = ?').bind(team).first<{ token: string }>(),
      patience,
    );
    return row?.token ?? null;
  }

  /** Everything of a workspace but its assessment. */
  async remove(team: string): Promise<void> {
    await this.#access.inTime((db) =>
      db.batch(['slack_settings', 'slack_installations'].map((table) => db.prepare(`DELETE FROM ${table} WHERE team = ?`).bind(team))),
    );
  }

  async begin(state: string, now: number): Promise<void> {
    await this.#access.inTime((db) =>
      db
        .prepare('INSERT INTO slack_states (state, until) VALUES (?, ?)')
        .bind(state, now + lifetimes.state)
        .run(),
    );
  }

  /** True once for a state that was begun and is not too old. */
  async spend(state: string, now: number): Promise<boolean> {
    const { meta } = await this.#access.inTime((db) => db.prepare('DELETE FROM slack_states WHERE state = ? AND until >= ?').bind(state, now).run());
    return meta.changes === 1;
  }

  async #person(team: string, user: string): Promise<string> {
    return btoa(String.fromCharCode(...(await this.#hash(`settings:${team}:${user}`))));
  }
}
