/** What we use of Cloudflare D1, and the one way to fail: late, or not at all, both mean "not now". */
import { withinTime } from './within-time.ts';

export interface Statement {
  bind(...values: readonly (string | number | null)[]): Statement;
  first<Row>(): Promise<Row | null>;
  all<Row>(): Promise<{ readonly results: Row[] }>;
  run(): Promise<{ readonly meta: { readonly changes: number } }>;
}

export interface Database {
  prepare(sql: string): Statement;
  batch(statements: readonly Statement[]): Promise<{ readonly meta: { readonly changes: number } }[]>;
}

/** The store cannot be reached now. Nothing is known about what was written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A channel may wait three seconds for us; what we hold is a few rows away. Milliseconds. */
const patience = 1500;

const late = Symbol('late');

/** The database for the length of one request: once it was late, nobody waits for it again. */
export class Access {
  readonly db: Database;
  #late = false;

  constructor(db: Database) {
    this.db = db;
  }

  /** The result, in time; else StoreError. The error of the store is not passed on: it may hold what was bound. */
  async inTime<T>(work: (db: Database) => Promise<T>, milliseconds = patience): Promise<T> {
    if (this.#late) throw new StoreError('late before');
    let result: T | typeof late;
    try {
      result = await withinTime(work(this.db), milliseconds, late);
    } catch {
      throw new StoreError('not reached');
    }
    if (result !== late) return result;
    this.#late = true;
    throw new StoreError('late');
  }
}
