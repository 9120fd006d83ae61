/** `npm run boot`: starts the built Worker in workerd, asks it a question, and says how large it is. Fails when it does not answer or is too large. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { start } from './workerd.ts';

/** Design budgets: for web and Telegram together, which the danger patterns of thirty languages alone nearly fill, and for all that is ever in the bundle. */
const budgetKib = 450;
const largestKib = 1024;

export function bundleKib(): number {
  return readdirSync('dist/worker')
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/worker/${file}`)).byteLength / 1024, 0);
}

async function boot(): Promise<void> {
  const running = await start('dist/worker/worker.js');
  try {
    const body = JSON.stringify({ question: 'my boss does not pay me', place: 'at/vienna' });
    const response = await fetch(running.ask, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = (await response.json()) as { outcome: string; topic?: { id: string } };
    const size = bundleKib();
    console.log(`boot: ${answer.outcome} ${answer.topic?.id}; bundle ${size.toFixed(1)} KiB gzip, budget ${budgetKib}, at most ${largestKib}`);
    if (answer.outcome !== 'answered' || size > largestKib) process.exitCode = 1;
  } finally {
    await running.stop();
  }
}

if (import.meta.main) await boot();
