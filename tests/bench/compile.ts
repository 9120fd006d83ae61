/** How long the compiler takes for 30 languages x 200 topics x 6 cities, on generated content. */
import { type Compiled, compile } from '../../core/compile/index.ts';
import { generate, type Size } from './generate.ts';

const usual: Size = { languages: 30, topics: 200, cities: 6, services: 40 };

export interface Measured {
  readonly seconds: number;
  readonly files: number;
  readonly emitted: NonNullable<Compiled['emitted']>;
}

/** Throws when the generated content has problems: then it is no measure. */
export function timeCompile(size: Size): Measured {
  const files = generate(size);
  const started = performance.now();
  const { emitted, problems } = compile(files);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  if (emitted) return { seconds, files: files.size, emitted };
  throw new Error(
    problems
      .slice(0, 3)
      .map((problem) => `${problem.file}: ${problem.what}`)
      .join('\n'),
  );
}

export function measureCompile(): Record<string, number> {
  const { seconds, files, emitted } = timeCompile(usual);
  return { compile_seconds: seconds, compile_files: files, compile_shards: emitted.shards.size };
}
