/** What we use of Cloudflare D1, and the one way to fail: late, or not at all, both mean "not now". */

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

/** Slack waits three seconds for us; what we hold is a few rows away. */
const patience = 1500;

/** The result, in time; else StoreError. The error of the store is not passed on: it may hold what was bound. */
export async function inTime<T>(work: Promise<T>, milliseconds = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('late')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    throw new StoreError('not reached');
  } finally {
    clearTimeout(timer);
  }
}
