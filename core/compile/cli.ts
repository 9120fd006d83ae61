/** `npm run content`: compiles content/ and locales/ to dist/, or lists every problem and fails. What stands there already is not compiled again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { compile } from './index.ts';
import { describe } from './problem.ts';
import { readFolders } from './read.ts';
import { clearStamp, digestOf, isCurrent, writeStamp } from './stamp.ts';
import { withheldIn } from './withheld.ts';
import { writeDist } from './write.ts';

const root = process.cwd();
const started = performance.now();
const dist = join(root, 'dist');
const files = readFolders(root);
const digest = digestOf(files, root);
if (isCurrent(dist, digest)) {
  console.error('dist/ is up to date');
  process.exit(0);
}
const { corpus, problems, emitted } = compile(files);
for (const problem of problems) console.error(describe(problem));
if (!emitted) {
  console.error(`${problems.length} problems`);
  process.exit(1);
}
clearStamp(dist);
writeDist(dist, emitted);
const withheld = withheldIn(corpus);
writeFileSync(join(dist, 'withheld.txt'), withheld.map((line) => `${line}\n`).join(''));
// For tests: reading it again takes a second, parsing it half a minute.
writeFileSync(join(dist, 'corpus.v8'), serialize(corpus));
console.error(`${withheld.length} sentences withheld somewhere for want of a value: see dist/withheld.txt`);
console.error(`${emitted.shards.size} shards, version ${emitted.bundled.version}, ${Math.round(performance.now() - started)} ms`);
writeStamp(dist, digest);
