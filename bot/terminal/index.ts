/** `npm run -s ask`: the assistant in a terminal, for editors and tests. Same core, same content, from disk. */
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Bundled, type Core, longestText, openCore } from '../../core/index.ts';
import { reply } from '../assistant.ts';
import { readArguments, readBatchLine } from './request.ts';
import { renderBatchLine, renderProblem, renderText } from './render.ts';

/** Opens what `npm run content` wrote to a folder. */
export function coreFrom(dist: string): Core {
  const bundled = JSON.parse(readFileSync(`${dist}/bundled.json`, 'utf8')) as Bundled;
  return openCore(bundled, async (name) => {
    const bytes = await readFile(`${dist}/assets/content/${name}.json`);
    return new Uint8Array(bytes).buffer;
  });
}

async function batch(file: string, core: Core): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    process.stdout.write(`${await batchLine(line, core)}\n`);
  }
}

export async function batchLine(line: string, core: Core): Promise<string> {
  const { id, question, error } = readBatchLine(line, new Date().toISOString());
  if (!question || id === null) return JSON.stringify({ id, error });
  const started = performance.now();
  const result = await reply(question, core);
  if (result.type === 'problem') return JSON.stringify({ id, error: result.problem });
  return renderBatchLine(id, result.answer, performance.now() - started);
}

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2), new Date().toISOString());
  if (typeof command === 'string') {
    process.stderr.write(`${command}\n`);
    process.exitCode = 2;
    return;
  }
  const core = coreFrom('dist');
  if (command.batch !== null) return batch(command.batch, core);
  if (!command.question) return;
  const { type, answer, say, ...rest } = await reply(command.question, core);
  const placeName = (id: string): string => core.bundled.places[id]?.names[answer.locale] ?? core.bundled.places[id]?.names.en ?? id;
  if (command.json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  else if (type === 'problem') process.stdout.write(`${renderProblem('problem' in rest ? rest.problem : '', longestText, answer, say)}\n`);
  else process.stdout.write(`${renderText(answer, say, placeName)}\n`);
}

if (import.meta.main) await main();
