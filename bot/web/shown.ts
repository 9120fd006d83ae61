/** What the views of an answer need to know of who reads it. */
import type { Reply } from '../assistant.ts';
import type { Level } from './heading.tsx';
import type { Shown } from './render.tsx';
import type { Visit } from './visit.ts';

/** `level`: of the heading of an answer. */
export function shownTo({ core, place, reader }: Visit, { say, sayFor, placeName }: Pick<Reply, 'say' | 'sayFor' | 'placeName'>, level: Level = 2): Shown {
  return { say, sayFor, placeName, directionOf: (tag) => core.bundled.locales[tag]?.direction ?? 'ltr', place, reader, level };
}
