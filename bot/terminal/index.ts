/** `npm run -s ask`: the assistant in a terminal, for editors and tests. Same core, same content, from disk. */
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Bundled, type Core, longestText, openCore } from '../../core/index.ts';
import { reply } from '../assistant.ts';
import { renderBatchLine, renderProblem, renderText } from './render.ts';
import { readArguments, readBatchLine } from './request.ts';

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
  if (result.problem) return JSON.stringify({ id, error: result.problem });
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
  const result = await reply(command.question, core);
  const { places } = core.bundled;
  const placeName = (id: string): string => places[id]?.names[result.answer.locale] ?? places[id]?.names.en ?? id;
  if (command.json) process.stdout.write(`${JSON.stringify(result.answer, null, 2)}\n`);
  else process.stdout.write(`${result.problem ? renderProblem(result, longestText) : renderText(result, placeName)}\n`);
}

if (import.meta.main) await main();
