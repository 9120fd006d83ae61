/** `npm run content`: compiles content/ and locales/ to dist/, or lists every problem and fails. */
import { join } from 'node:path';
import { compile } from './index.ts';
import { describe } from './problem.ts';
import { readFolders } from './read.ts';
import { writeDist } from './write.ts';

const root = process.cwd();
const started = performance.now();
const { problems, emitted } = compile(readFolders(root));
for (const problem of problems) console.error(describe(problem));
if (!emitted) {
  console.error(`${problems.length} problems`);
  process.exit(1);
}
writeDist(join(root, 'dist'), emitted);
console.error(`${emitted.shards.size} shards, version ${emitted.bundled.version}, ${Math.round(performance.now() - started)} ms`);
