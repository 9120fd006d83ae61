/** The words of a city's desk: all of the interface, and those that only staff see. */
import { type Core, ShardError } from '../core/index.ts';
import { sayIn } from './assistant.ts';
import { Say } from './say.ts';

/** As `sayIn`, with the shard `desk.<locale>` besides; only the words of the bundle when one of the two cannot be had. */
export async function deskIn(locale: string, core: Core): Promise<Say> {
  try {
    const [say, { words }] = await Promise.all([
      sayIn(locale, core),
      core.shards.get<{ readonly format?: number; readonly words: Readonly<Record<string, unknown>> }>(`desk.${locale}`),
    ]);
    return say.learn(words);
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    return new Say(locale, core.bundled, null);
  }
}
