/** What was measured, for the table at the end of a run: ids are those of the test plan, and of the README. */
import { expect, inject, type TestContext } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `gate`: what every change must pass, in minutes. `deep`: the same with many more tries. */
    readonly depth: 'gate' | 'deep';
    /** Of everything that is drawn by chance; printed with the table. */
    readonly seed: number;
  }
  interface TaskMeta {
    measured?: Measured[];
  }
}

export interface Measured {
  readonly id: string;
  readonly what: string;
  readonly figure: string | number;
  readonly bar: string;
  readonly pass: boolean;
}

/** One line of the table. Fails the test when the bar is not met. */
export function measure(task: TestContext['task'], id: string, what: string, { figure, bar, pass }: Omit<Measured, 'id' | 'what'>): void {
  task.meta.measured = [...(task.meta.measured ?? []), { id, what, figure, bar, pass }];
  expect(pass, `${id} ${what}: ${figure}, bar ${bar}`).toBe(true);
}

/** Of what must never happen: how often it did, in how many tries. */
export function none(task: TestContext['task'], id: string, what: string, found: readonly unknown[], tries: number): void {
  task.meta.measured = [...(task.meta.measured ?? []), { id, what, figure: `${found.length} of ${tries}`, bar: '0', pass: found.length === 0 && tries > 0 }];
  expect(found.slice(0, 20), `${id} ${what}`).toEqual([]);
  expect(tries, `${id} ${what}: nothing was tried`).toBeGreaterThan(0);
}

/** So many tries at the gate, so many in the long run. */
export function tries(gate: number, deep: number): number {
  return inject('depth') === 'deep' ? deep : gate;
}

/** Every so manyth at the gate, from a place that moves with each list; all of them in the long run. */
export function sample<T>(all: readonly T[], every: number, from = 0): readonly T[] {
  return inject('depth') === 'deep' ? all : all.filter((_, at) => at % every === from % every);
}

/** The same chance for the same seed. Mulberry32. */
export function chance(seed = inject('seed')): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
