/** content/ and locales/ -> shards and bundle: read -> parse -> resolve -> check -> emit. */
import { check } from './check/index.ts';
import type { Corpus } from './corpus.ts';
import { type Emitted, emit } from './emit.ts';
import { hiddenIn } from './hidden.ts';
import { parse } from './parse.ts';
import type { Problem } from './problem.ts';
import type { Files } from './read.ts';

export type { Problem } from './problem.ts';

export interface Compiled {
  readonly problems: readonly Problem[];
  readonly corpus: Corpus;
  /** Null when there are problems. */
  readonly emitted: Emitted | null;
}

export function compile(files: Files): Compiled {
  const { corpus, problems } = parse(files);
  const all = [...problems, ...hiddenIn(files), ...check(corpus)].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { corpus, problems: all, emitted: all.length === 0 ? emit(corpus) : null };
}
