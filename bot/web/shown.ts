/** What the views of an answer need to know of who reads it. */
import type { Reply } from '../assistant.ts';
import type { Shown } from './render.tsx';
import type { Visit } from './visit.ts';

export function shownTo({ core, place, reader }: Visit, { say, sayFor, placeName }: Pick<Reply, 'say' | 'sayFor' | 'placeName'>): Shown {
  return { say, sayFor, placeName, directionOf: (tag) => core.bundled.locales[tag]?.direction ?? 'ltr', place, reader };
}
