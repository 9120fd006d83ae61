/** Phone lines: every country has an emergency line, and every number a source. */
import { askAtOf } from '../resolve.ts';
import type { Rule } from './index.ts';

export const lines: Rule = function* (corpus) {
  for (const { id: placeId, place, services } of corpus.places.values()) {
    const { data, file } = place;
    if (data.level === 'country' && !data.lines.some((line) => line.kind === 'emergency')) {
      yield { file, what: 'no emergency line', fix: 'add the emergency number, with its source' };
    }
    for (const line of data.lines) {
      if (!line.source && line.trust !== 'high') yield { file, what: `line "${line.id}" has no source`, fix: 'name the page that shows the number' };
      if (line.trust === 'to-confirm') yield { file, what: `line "${line.id}" is to be confirmed`, fix: 'a line to call is sure, or it is left out' };
    }
    for (const [id, { file: door, data: service }] of services) {
      if (service.ask_at !== undefined && (service.ask_at === id || !askAtOf(service.ask_at, placeId, corpus)))
        yield { file: door, what: `ask_at "${service.ask_at}" is no line or active service of this place`, fix: 'name one that has a contact' };
    }
    const active = [...services].filter(([, doc]) => doc.data.status === 'active').map(([id]) => id);
    const known = [...data.lines.map((line) => line.id), ...active];
    if (data.ask !== undefined && !known.includes(data.ask))
      yield { file, what: `ask "${data.ask}" is no line or active service of this place`, fix: `use one of ${known.slice(0, 5).join(', ')} …` };
  }
};
