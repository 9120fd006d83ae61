/** Which sentences of which place are withheld because a slot has no value there: for editors to know, not an error. */
import type { Line } from '../schema/place.ts';
import type { CompiledBlock, PlaceTopic, Sections } from '../shard-types.ts';
import { allTopicFolders, type Corpus } from './corpus.ts';
import { inlinesIn } from './prose.ts';
import { chainOf, layersOf, resolveText, resolveTopic } from './resolve.ts';

/** `place · topic · section · slot`, for every place. Values that end or begin on a day are not foreseen. */
export function withheldIn(corpus: Corpus): string[] {
  const topics = new Set(allTopicFolders(corpus).map(({ id }) => id));
  return [...corpus.places.keys()].flatMap((place) => {
    const chain = chainOf(place, corpus);
    const lines = chain.flatMap((id) => corpus.places.get(id)?.place.data.lines ?? []);
    return [...topics].sort().flatMap((id) => {
      const layers = layersOf(id, chain, corpus);
      const text = resolveText(layers, ['en']);
      return text ? missing(text.sections, resolveTopic(layers, chain, corpus), lines).map((what) => `${place} · ${id} · ${what}`) : [];
    });
  });
}

function missing(sections: Sections, topic: PlaceTopic, lines: readonly Line[]): string[] {
  return Object.entries(sections).flatMap(([name, variants]) =>
    variants.flatMap(({ blocks }) => slotsWithout(blocks, topic, lines).map((slot) => `${name} · {${slot}}`)),
  );
}

function slotsWithout(blocks: readonly CompiledBlock[], topic: PlaceTopic, lines: readonly Line[]): string[] {
  const slots = inlinesIn(blocks).flatMap((inline) => (typeof inline === 'object' && 'slot' in inline ? [inline.slot] : []));
  return [...new Set(slots)].filter((slot) => {
    const [name = '', kind] = slot.split('.');
    if (kind) return kind !== 'emergency' && !lines.some((line) => line.kind === kind);
    return (topic.facts[name]?.values.at(-1)?.[1] ?? null) === null;
  });
}
