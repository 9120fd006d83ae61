/** Self-assessments in D1, each the property of a tenant: for Slack a workspace. Every function throws StoreError when the store cannot be reached. */
import { type Assessment, type Change, type Entry, type Remark, type Reviewer, sameEntry, type Town } from '../core/index.ts';
import type { Access, Database, Statement } from './database.ts';

/**
 * `saved`: it stands. `conflict`: somebody else was first, and this is what stands now; nothing was written. `gone`: there is no such assessment
 * any more.
 */
export type Saved = { readonly saved: Change } | { readonly conflict: Change } | { readonly gone: true };

/** `imported`: nothing was there, now all of it is. `merged`: the same assessment, with so many new remarks. `other`: another one is there; nothing was written. */
export type Imported = { readonly imported: true } | { readonly merged: number } | { readonly other: true };

interface AssessmentRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly small: number;
  readonly started_at: string;
}
type ChangeRow = Omit<Change, 'entry'> & { readonly entry: string };
type RemarkRow = Omit<Remark, 'reviewer'> & Reviewer;

export class Assessments {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  async load(tenant: string): Promise<Assessment | null> {
    const [row, changes, remarks] = await this.#access.inTime((db) =>
      Promise.all([
        db.prepare('SELECT id, name, place, small, started_at FROM assessments WHERE tenant = ?').bind(tenant).first<AssessmentRow>(),
        db.prepare('SELECT commitment, version, at, by, entry FROM changes WHERE tenant = ? ORDER BY n').bind(tenant).all<ChangeRow>(),
        db
          .prepare('SELECT commitment, version, at, name, organisation, kind, level, comment FROM remarks WHERE tenant = ? ORDER BY n')
          .bind(tenant)
          .all<RemarkRow>(),
      ]),
    );
    if (!row) return null;
    const { id, name, place, small, started_at: startedAt } = row;
    return { id, town: { name, place, small: small === 1 }, startedAt, changes: changes.results.map(changeOf), remarks: remarks.results.map(remarkOf) };
  }

  /** Starts one where there is none; else changes what is said about the town. */
  async start(tenant: string, town: Town, at: string): Promise<void> {
    const sql = `INSERT INTO assessments (tenant, id, name, place, small, started_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant) DO UPDATE SET name = excluded.name, place = excluded.place, small = excluded.small`;
    await this.#access.inTime((db) => db.prepare(sql).bind(tenant, crypto.randomUUID(), town.name, town.place, Number(town.small), at).run());
  }

  /** Writes the next version, if `over` is still the last one (nought: none yet). The same words twice are one change. */
  async save(tenant: string, over: number, change: Omit<Change, 'version'>): Promise<Saved> {
    const { commitment, at, by, entry } = change;
    const { meta } = await this.#access.inTime((db) =>
      db
        .prepare(insertNext)
        .bind(commitment, over + 1, at, by, JSON.stringify(entry), tenant, commitment, over)
        .run(),
    );
    if (meta.changes === 1) return { saved: { ...change, version: over + 1 } };
    const row = await this.#access.inTime((db) =>
      db
        .prepare('SELECT commitment, version, at, by, entry FROM changes WHERE tenant = ? AND commitment = ? ORDER BY version DESC LIMIT 1')
        .bind(tenant, commitment)
        .first<ChangeRow>(),
    );
    if (!row) return { gone: true };
    const current = changeOf(row);
    return current.by === by && sameEntry(current.entry, entry) ? { saved: current } : { conflict: current };
  }

  /** False: there is no such entry (any more), or it was signed so already. */
  async remark(tenant: string, remark: Remark): Promise<boolean> {
    const { meta } = await this.#access.inTime((db) => remarkInto(db, tenant, remark).run());
    return meta.changes === 1;
  }

  /** A file that was read: the whole, or what reviewers wrote into a copy of ours. `added`: their remarks that we do not have yet. */
  async take(tenant: string, file: Assessment, added: (own: Assessment) => readonly Remark[]): Promise<Imported> {
    const own = await this.load(tenant);
    if (own && own.id !== file.id) return { other: true };
    if (own) {
      const remarks = added(own);
      const written = remarks.length > 0 ? await this.#access.inTime((db) => db.batch(remarks.map((remark) => remarkInto(db, tenant, remark)))) : [];
      return { merged: written.reduce((sum, { meta }) => sum + meta.changes, 0) };
    }
    const { id, town, startedAt } = file;
    const whole = (db: Database): Statement[] => [
      db
        .prepare('INSERT INTO assessments (tenant, id, name, place, small, started_at) VALUES (?, ?, ?, ?, ?, ?)')
        .bind(tenant, id, town.name, town.place, Number(town.small), startedAt),
      ...file.changes.map((change) => changeInto(db, tenant, change)),
      ...file.remarks.map((remark) => remarkInto(db, tenant, remark)),
    ];
    await this.#access.inTime((db) => db.batch(whole(db)), importPatience);
    return { imported: true };
  }

  /** All of it: answers, remarks and history. */
  async delete(tenant: string): Promise<void> {
    await this.#access.inTime((db) =>
      db.batch(['remarks', 'changes', 'assessments'].map((table) => db.prepare(`DELETE FROM ${table} WHERE tenant = ?`).bind(tenant))),
    );
  }
}

function changeInto(db: Database, tenant: string, { commitment, version, at, by, entry }: Change): Statement {
  const sql = 'INSERT INTO changes (tenant, commitment, version, at, by, entry) VALUES (?, ?, ?, ?, ?, ?)';
  return db.prepare(sql).bind(tenant, commitment, version, at, by, JSON.stringify(entry));
}

function remarkInto(db: Database, tenant: string, { commitment, version, at, level, comment, reviewer }: Remark): Statement {
  const { name, organisation, kind } = reviewer;
  return db.prepare(insertRemark).bind(commitment, version, at, name, organisation, kind, level, comment, tenant, commitment, version);
}

/** A file of years is written at once, behind the answer to Slack. */
const importPatience = 20_000;

/** The condition and the writing are one statement: of two at once, one finds that it was not the last version. */
const insertNext = `INSERT INTO changes (tenant, commitment, version, at, by, entry)
  SELECT tenant, ?, ?, ?, ?, ? FROM assessments WHERE tenant = ?
  AND (SELECT coalesce(max(version), 0) FROM changes WHERE changes.tenant = assessments.tenant AND commitment = ?) = ?`;

const insertRemark = `INSERT OR IGNORE INTO remarks (tenant, commitment, version, at, name, organisation, kind, level, comment)
  SELECT tenant, ?, ?, ?, ?, ?, ?, ?, ? FROM changes WHERE tenant = ? AND commitment = ? AND version = ?`;

function changeOf({ entry, ...row }: ChangeRow): Change {
  return { ...row, entry: JSON.parse(entry) as Entry };
}

function remarkOf({ name, organisation, kind, ...row }: RemarkRow): Remark {
  return { ...row, reviewer: { name, organisation, kind } };
}
