/** Puts an answer together: the nearest section of each kind, its slots filled with the facts in force, its sources, and how far to trust it. */
import type { Block, Citation, Contact, Deadline, DutyCitation, Inline, Section, Term, TopicRef, Trust } from './answer.ts';
import { citationOf } from './citations.ts';
import { type FactValue, factOn } from './facts.ts';
import { explainOnce } from './glossary.ts';
import type { Reader } from './question.ts';
import type { Law } from './schema/law.ts';
import type { Line } from './schema/place.ts';
import type { SectionName } from './schema/prose.ts';
import type { CompiledBlock, CompiledInline, CompiledSection, PlaceTopic, ProseMeta, TopicText } from './shard-types.ts';

/** Which sections each reader sees, in their order. */
const order: Readonly<Record<Reader, readonly SectionName[]>> = {
  resident: ['answer', 'careful', 'steps', 'refused'],
  staff: ['duty', 'answer', 'careful', 'refused'],
  buddy: ['answer', 'careful', 'buddy', 'steps', 'refused'],
};

export interface Parts {
  readonly general: TopicText | undefined;
  readonly local: TopicText | undefined;
  readonly topic: PlaceTopic;
  readonly laws: Readonly<Record<string, Law>>;
  readonly lines: readonly Line[];
  readonly ask: Contact | null;
  /** The day whose law holds. */
  readonly day: string;
  /** The language of glosses. */
  readonly locale: string;
}

export interface Composed {
  readonly sections: readonly Section[];
  readonly deadlines: readonly Deadline[];
  readonly duties: readonly DutyCitation[];
  readonly citations: readonly Citation[];
  readonly terms: readonly Term[];
  readonly commitments: readonly TopicRef[];
  readonly trust: Trust;
  /** The language of the first section. */
  readonly answeredIn: string;
}

export function compose(parts: Parts, reader: Reader): Composed | null {
  const used: ProseMeta[] = [];
  const sections = order[reader].flatMap((name) => sectionsOf(name, parts, used));
  const [first] = sections;
  if (!first) return null;
  return {
    ...explainOnce(sections, [parts.local, parts.general]),
    deadlines: deadlinesOf(parts),
    duties: parts.topic.duties.map((duty) => ({ id: duty.id, bearer: duty.bearer, citation: duty.source })),
    citations: parts.topic.sources.map((source) => citationOf(source, parts.laws, parts.locale)),
    commitments: parts.general?.commitments ?? [],
    trust: trustOf(used, parts),
    answeredIn: first.lang,
  };
}

function sectionsOf(name: SectionName, parts: Parts, used: ProseMeta[]): Section[] {
  const found: Section[] = [];
  for (const text of [parts.local, parts.general]) {
    for (const section of text?.sections[name] ?? []) {
      const meta = text?.metas[section.meta];
      if (!meta || found.some(({ status }) => status === section.status)) continue;
      used.push(meta);
      found.push(sectionOf(name, section, meta, parts));
    }
  }
  return found.sort((a, b) => Number(a.status !== null) - Number(b.status !== null));
}

function sectionOf(name: SectionName, section: CompiledSection, meta: ProseMeta, parts: Parts): Section {
  const blocks: Block[] = [];
  let withheld = false;
  for (const block of section.blocks) {
    const filled = fillBlock(block, parts);
    if (filled.block) blocks.push(filled.block);
    withheld ||= filled.withheld;
  }
  if (withheld && parts.ask) blocks.push({ type: 'ask', contact: parts.ask });
  return { name, lang: meta.lang, place: meta.place, status: section.status, blocks };
}

/** A paragraph or step whose slot has no value is withheld whole: half a sentence about law is worse than none. */
function fillBlock(block: CompiledBlock, parts: Parts): { block: Block | null; withheld: boolean } {
  if ('paragraph' in block) {
    const content = fillAll(block.paragraph, parts);
    return { block: content && { type: 'paragraph', content }, withheld: content === null };
  }
  const items = block.items.map((item) => fillAll(item, parts));
  const kept = items.filter((item) => item !== null);
  return {
    block: kept.length > 0 ? { type: 'steps', ordered: block.ordered, items: kept } : null,
    withheld: kept.length < items.length,
  };
}

function fillAll(content: readonly CompiledInline[], parts: Parts): Inline[] | null {
  const filled: Inline[] = [];
  for (const inline of content) {
    const one = fill(inline, parts);
    if (!one) return null;
    filled.push(one);
  }
  return filled;
}

function fill(inline: CompiledInline, parts: Parts): Inline | null {
  if (typeof inline === 'string') return { type: 'text', text: inline };
  if ('term' in inline) return { type: 'term', id: inline.term, text: inline.text };
  if ('href' in inline) return { type: 'link', href: inline.href, text: inline.text };
  if ('strong' in inline) {
    const content = fillAll(inline.strong, parts);
    return content && { type: 'strong', content };
  }
  const [first = '', kind] = inline.slot.split('.');
  if (kind) {
    const line = parts.lines.find((candidate) => candidate.kind === kind);
    if (line) return { type: 'line', line };
    return kind === 'emergency' ? { type: 'emergency-here' } : null;
  }
  const fact = factValueOf(first, parts);
  return fact && { type: 'fact', fact, ...(inline.form ? { form: inline.form } : {}) };
}

function factValueOf(id: string, parts: Parts): FactValue | null {
  const fact = Object.hasOwn(parts.topic.facts, id) ? parts.topic.facts[id] : undefined;
  return fact ? factOn(fact, parts.day) : null;
}

function deadlinesOf(parts: Parts): Deadline[] {
  return parts.topic.deadlines.flatMap((id) => {
    const fact = factValueOf(id, parts);
    const text = parts.local?.deadlines[id] ? parts.local : parts.general;
    const { label, meta } = text?.deadlines[id] ?? {};
    const lang = meta === undefined ? undefined : text?.metas[meta]?.lang;
    const { countedFrom } = parts.topic.facts[id] ?? {};
    return fact && label && lang ? [{ id, label, lang, fact, ...(countedFrom ? { countedFrom } : {}) }] : [];
  });
}

/** The weakest of all texts and facts shown: a chain is as strong as that. */
function trustOf(used: readonly ProseMeta[], { topic, day }: Parts): Trust {
  const translations = used.map((meta) => meta.translation);
  const everyReviewed = (role: 'law' | 'language' | 'locality'): string | undefined => {
    const reviewers = used.map((meta) => meta.reviewedBy[role]);
    return reviewers.every((reviewer) => reviewer !== undefined) ? [...new Set(reviewers)].join('; ') : undefined;
  };
  const reviewedBy = Object.fromEntries(
    (['law', 'language', 'locality'] as const).map((role) => [role, everyReviewed(role)]).filter(([, reviewer]) => reviewer),
  );
  const reviewedOn = used
    .map((meta) => meta.reviewedOn)
    .filter((on) => on !== null)
    .sort()[0];
  return {
    translation: translations.includes('machine') ? 'machine' : translations.includes('human') ? 'human' : 'source',
    reviewedBy,
    reviewedOn: reviewedOn ?? null,
    checkedOn: [topic.checkedOn, ...used.map((meta) => meta.checkedOn)].sort()[0] ?? day,
    behind: used.some((meta) => meta.edition < meta.sourceEdition),
    overdue: day > topic.reviewDue || used.some((meta) => day > meta.reviewDue),
  };
}
