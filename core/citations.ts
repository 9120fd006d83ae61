/** What an answer rests on: a law with its article, or a page. */
import type { Citation } from './answer.ts';
import type { Law } from './schema/law.ts';
import type { CompiledSource } from './shard-types.ts';

/** `locale`: the language of the gloss. Throws when the compiler cited a law it did not ship: our own fault. */
export function citationOf(source: CompiledSource, laws: Readonly<Record<string, Law>>, locale: string): Citation {
  if (!source.law) return pageCitation(source);
  const law = laws[source.law];
  if (!law) throw new Error(`no law ${source.law}`);
  const gloss = law.names?.[locale];
  const identifier = law.eli ?? law.celex ?? law.ecli ?? law.treaty ?? law.reference;
  return {
    type: 'law',
    law: source.law,
    name: law.name,
    ...(gloss ? { gloss } : {}),
    ...(source.article ? { article: source.article } : {}),
    holdsIn: law.holds_in,
    ...(law.url ? { url: law.url } : {}),
    ...(identifier ? { identifier } : {}),
    checked: source.checked,
  };
}

/** Whether a law binds a place: it holds somewhere in its chain, and excepts no country of it. */
export function bindsIn(law: Pick<Law, 'holds_in' | 'except'> | undefined, chain: readonly string[]): boolean {
  return law !== undefined && chain.includes(law.holds_in) && !law.except.some((country) => chain.includes(country));
}

function pageCitation(source: CompiledSource): Citation {
  return {
    type: 'page',
    url: source.url ?? '',
    ...(source.title ? { title: source.title } : {}),
    kind: source.kind,
    seen: source.seen ?? 'undated',
  };
}
