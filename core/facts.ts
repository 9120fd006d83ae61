/** Facts are dated parameters: the value in force on a day, or none. */
import type { CompiledFact } from './shard-types.ts';

export interface FactValue {
  readonly unit: string;
  readonly value: number | string;
  readonly currency?: string;
  readonly per?: string;
  /** The day this value began to hold. */
  readonly since: string;
  /** Index into the sources of the topic. */
  readonly source: number;
}

/**
 * The value in force on `day`. Null before the first value, after an end (`value: null`), and when the fact is overdue
 * for review: an old number is never shown as today's.
 */
export function factOn(fact: CompiledFact, day: string): FactValue | null {
  if (day > fact.reviewDue) return null;
  let current: CompiledFact['values'][number] | undefined;
  for (const entry of fact.values) if (entry[0] <= day) current = entry;
  if (!current || current[1] === null) return null;
  return {
    unit: fact.unit,
    value: current[1],
    ...(fact.currency ? { currency: fact.currency } : {}),
    ...(fact.per ? { per: fact.per } : {}),
    since: current[0],
    source: current[2],
  };
}
