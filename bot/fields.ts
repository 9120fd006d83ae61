/** Fields of a question as strangers send them, in JSON or on a line. */
import { type Question, type Reader, readers } from '../core/index.ts';

export function isReader(value: unknown): value is Reader {
  return readers.some((reader) => reader === value);
}

export function isOptionalString(value: unknown): value is string | undefined | null {
  return value === undefined || value === null || typeof value === 'string';
}

/** A topic id, or an object with topic and place. Null: none. Undefined: not valid. */
export function readPrevious(value: unknown): NonNullable<Question['previous']> | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return { topic: value };
  if (typeof value !== 'object') return undefined;
  const { topic, place } = Object.fromEntries(Object.entries(value));
  if (typeof topic !== 'string' || !isOptionalString(place)) return undefined;
  return { topic, ...(place ? { place } : {}) };
}
