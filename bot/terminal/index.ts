/** `npm run -s ask`: the assistant in a terminal, for editors and tests. Same core, same content, from disk. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Core, explain, longestText } from '../../core/index.ts';
import { reply } from '../assistant.ts';
import { coreFrom } from '../disk.ts';
import { renderBatchLine, renderJson, renderProblem, renderText, renderWhy } from './render.ts';
import { readArguments, readBatchLine } from './request.ts';

async function batch(file: string, core: Core): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (line.trim() !== '') process.stdout.write(`${await batchLine(line, core)}\n`);
}

async function batchLine(line: string, core: Core): Promise<string> {
  const { id, question, error } = readBatchLine(line, new Date().toISOString());
  if (!question || id === null) return renderJson({ id, error });
  const started = performance.now();
  const result = await reply(question, core);
  if (result.problem) return renderJson({ id, error: result.problem });
  return renderBatchLine(id, result.answer, performance.now() - started);
}

async function run(argv: readonly string[]): Promise<void> {
  const command = readArguments(argv, new Date().toISOString());
  if (typeof command === 'string') return refuse(command);
  const core = coreFrom('dist');
  if (command.batch !== null) return batch(command.batch, core);
  if (!command.question) return;
  if (command.why) {
    const explained = await explain(command.question, core);
    process.stdout.write(`${command.json ? renderJson(explained, 2) : renderWhy(explained)}\n`);
    return;
  }
  const result = await reply(command.question, core);
  const text = result.problem ? renderProblem(result, longestText) : renderText(result);
  process.stdout.write(`${command.json ? renderJson(result.answer, 2) : text}\n`);
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

/** The channel's one catch: a file that is not there, a reader that went away. */
async function main(): Promise<void> {
  process.stdout.on('error', () => process.exit());
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    refuse(error instanceof Error ? error.message : 'failed');
  }
}

if (import.meta.main) await main();
