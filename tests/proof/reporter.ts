/** Prints what was measured, once everything has run: id of the plan, what, figure, bar, pass. */
import { availableParallelism } from 'node:os';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import type { Measured } from './table.ts';

export class Table implements Reporter {
  #started = Date.now();
  #seed: unknown;
  #depth: unknown;

  onInit(vitest: Vitest): void {
    this.#started = Date.now();
    const { seed, depth } = vitest.getProvidedContext();
    this.#seed = seed;
    this.#depth = depth;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules.flatMap((module) => [...module.children.allTests()].flatMap((test) => test.meta().measured ?? []));
    if (rows.length === 0) return;
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    console.log(`\n${table(rows)}\n\n${this.#depth}, seed ${this.#seed}, ${seconds} s on ${availableParallelism()} cores, Node ${process.versions.node}`);
  }
}

function table(rows: readonly Measured[]): string {
  const sorted = rows.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return sorted.map(({ id, what, figure, bar, pass }) => [id.padEnd(4), what, figure, bar, pass ? 'pass' : 'FAIL'].join(' · ')).join('\n');
}
