/** The framework of commitments for human rights cities, as one place sees it. */
import type { Block, Citation, Inline, TopicRef } from './answer.ts';
import { bindsIn, citationOf } from './citations.ts';
import type { Core } from './core.ts';
import type { CommitmentShard, CompiledCommitment } from './framework-shards.ts';
import { world } from './place.ts';
import type { SearchIndex } from './search.ts';
import type { CompiledBlock, CompiledInline } from './shard-types.ts';
import { loadIndex, shardIn } from './texts.ts';

/** In the order of the framework. Vocabulary: commitment_kind. */
export const commitmentKinds = ['substantive', 'process', 'institutional'];

export interface Commitment extends TopicRef {
  /** The language of its words. */
  readonly lang: string;
  /** Vocabulary: commitment_kind. */
  readonly kind: string;
  /** Vocabulary: commitment_element. */
  readonly element: string;
  readonly commitment: readonly Block[];
  readonly question: readonly Block[];
  /** Evidence for level nought to three. */
  readonly levels: readonly (readonly Inline[])[];
  /** A first step for a small town. */
  readonly lowCost: readonly Block[];
  /** Where residents, staff and buddies meet it. */
  readonly topics: readonly TopicRef[];
  /** Targets of the Sustainable Development Goals. */
  readonly sdgTargets: readonly string[];
  /** Only law that holds in the place. */
  readonly citations: readonly Citation[];
}

/** All commitments in a language, with the law of one place. Throws ShardError when they cannot be loaded. */
export async function commitments(locale: string, place: string, core: Core): Promise<Commitment[]> {
  const [shard, index] = await Promise.all([core.shards.get<CommitmentShard>(shardIn('commitments', locale, core)), loadIndex(core, locale)]);
  const chain = core.bundled.places[place]?.chain ?? [world];
  return shard.commitments.map((compiled) => commitmentOf(compiled, shard, index, chain, locale));
}

function commitmentOf(compiled: CompiledCommitment, { laws }: CommitmentShard, index: SearchIndex, chain: readonly string[], locale: string): Commitment {
  const { id, title, lang, kind, element, sdgTargets } = compiled;
  const sources = compiled.sources.filter(({ law }) => !law || bindsIn(laws[law], chain));
  return {
    ...{ id, title, lang, kind, element, sdgTargets },
    commitment: compiled.commitment.map(blockOf),
    question: compiled.question.map(blockOf),
    levels: compiled.levels.map((level) => level.flatMap(inlineOf)),
    lowCost: compiled.lowCost.map(blockOf),
    topics: compiled.topics.flatMap((topic) => index.topics.filter((candidate) => candidate.id === topic)).map(({ id, title }) => ({ id, title })),
    citations: sources.map((source) => citationOf(source, laws, locale)),
  };
}

function blockOf(block: CompiledBlock): Block {
  if ('paragraph' in block) return { type: 'paragraph', content: block.paragraph.flatMap(inlineOf) };
  return { type: 'steps', ordered: block.ordered, items: block.items.map((item) => item.flatMap(inlineOf)) };
}

/** Commitments hold no facts: the compiler refuses a slot in them. */
function inlineOf(inline: CompiledInline): Inline[] {
  if (typeof inline === 'string') return [{ type: 'text', text: inline }];
  if ('strong' in inline) return [{ type: 'strong', content: inline.strong.flatMap(inlineOf) }];
  return 'href' in inline ? [{ type: 'link', href: inline.href, text: inline.text }] : [];
}
