/** Characters that nobody sees and that turn what stands around them: with them a text reads otherwise than it is. Each channel isolates directions itself. */
import type { Problem } from './problem.ts';
import type { Files } from './read.ts';

/** Overrides and isolates of direction, as they are or escaped. */
const turning = /[\u202A-\u202E\u2066-\u2069]|\\u(?:202[A-E]|206[6-9])/i;

export function* hiddenIn(files: Files): Iterable<Problem> {
  for (const [file, text] of files) {
    if (!file.startsWith('tests/') && turning.test(text))
      yield { file, rule: 'hidden', what: 'a character that turns the direction of text', fix: 'take it out' };
  }
}
