/** Who must do what: the same facts as a resident's right, from the side of who carries it. */
import type { Answered, Block, Citation, Deadline, Section, TopicRef } from './answer.ts';
import { bindsIn } from './citations.ts';
import type { Core } from './core.ts';
import type { CommitmentShard, CompiledDutyTopic, DutyShard } from './framework-shards.ts';
import { world } from './place.ts';
import { loadIndex, shardIn } from './texts.ts';

/** The way down: service area, then bearer, then topic. What is not given is not filtered by. */
export interface DutyPath {
  /** Vocabulary: group. */
  readonly area?: string;
  /** Vocabulary: bearer. */
  readonly bearer?: string;
}

/** One step of the way, with how many duties lie behind it. */
export interface DutyStep {
  readonly code: string;
  readonly duties: number;
}

export interface Duty {
  readonly id: string;
  /** Vocabulary: bearer. */
  readonly bearer: string;
  readonly citation: Citation;
  /** Commitments of the framework that name this duty. */
  readonly commitments: readonly TopicRef[];
}

/** All that a desk needs of one topic. */
export interface DutySheet {
  readonly topic: TopicRef;
  /** What is to be done, in the words of the corpus; empty where nobody has written it yet. */
  readonly what: readonly Section[];
  readonly duties: readonly Duty[];
  /** Vocabulary: status. */
  readonly forWhom: readonly string[];
  readonly deadlines: readonly Deadline[];
  /** The resident's side of the same facts. */
  readonly right: readonly Section[];
  /** A paragraph for a letter or a file, with its sources; null where there is nothing to quote. */
  readonly paste: { readonly lang: string; readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } | null;
  readonly asOf: string;
}

/** To be asked before a decision: who is affected, which right, is there a milder way, who was heard, who can put it right. */
export const impactChecks = ['affected', 'right', 'least_harm', 'heard', 'remedy'] as const;

/** Service areas in which somebody has a duty here, those with most first. */
export async function dutyAreas(place: string, core: Core): Promise<DutyStep[]> {
  return steps(await topicsHere(place, {}, core), ({ group }) => group);
}

/** Who carries duties in an area here, those with most first. */
export async function dutyBearers(place: string, area: string, core: Core): Promise<DutyStep[]> {
  const topics = await topicsHere(place, { area }, core);
  const each = topics.flatMap(({ duties }) => duties.map((duty) => ({ bearer: duty.bearer, duties: [duty] })));
  return steps(each, ({ bearer }) => bearer);
}

/** The topics in which that bearer has a duty here, by title. Throws ShardError, as the others. */
export async function dutyTopics(place: string, path: DutyPath, locale: string, core: Core): Promise<TopicRef[]> {
  const [topics, index] = await Promise.all([topicsHere(place, path, core), loadIndex(core, locale)]);
  const titles = new Map(index.topics.map(({ id, title }) => [id, title]));
  const found = topics.flatMap(({ id }) => (titles.has(id) ? [{ id, title: titles.get(id) ?? id }] : []));
  return found.sort((one, other) => one.title.localeCompare(other.title, locale));
}

/** The sheet of an answer that was made for the reader `staff`. */
export async function dutySheet(answer: Answered, core: Core): Promise<DutySheet> {
  const { topic, sections, citations, deadlines, asOf } = answer;
  const [{ topics }, { commitments }] = await Promise.all([loadDuties(core), core.shards.get<CommitmentShard>(shardIn('commitments', answer.locale, core))]);
  const what = sections.filter(({ name }) => name === 'duty');
  const duties = answer.duties.flatMap(({ id, bearer, citation: at }): Duty[] => {
    const citation = citations[at];
    const naming = commitments.filter((commitment) => commitment.duties.some((named) => named.topic === topic.id && named.duty === id));
    return citation ? [{ id, bearer, citation, commitments: naming.map(({ id, title }) => ({ id, title })) }] : [];
  });
  const [general] = what;
  const cited = [...new Set(duties.map(({ citation }) => citation))];
  return {
    topic,
    what,
    duties,
    forWhom: topics.find(({ id }) => id === topic.id)?.statuses ?? [],
    deadlines,
    right: sections.filter(({ name }) => name === 'answer'),
    paste: general && cited.length > 0 ? { lang: general.lang, blocks: quotable(general.blocks), citations: cited } : null,
    asOf,
  };
}

/** The first paragraph says the duty; what follows is how to go about it. */
function quotable(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ type }) => type === 'paragraph').slice(0, 1);
}

function loadDuties(core: Core): Promise<DutyShard> {
  return core.shards.get<DutyShard>('duties');
}

/** Topics with only those of their duties that reach the place and lie on the path. */
async function topicsHere(place: string, { area, bearer }: DutyPath, core: Core): Promise<CompiledDutyTopic[]> {
  const { topics, laws } = await loadDuties(core);
  const chain = core.bundled.places[place]?.chain ?? [world];
  return topics
    .filter(({ group }) => area === undefined || group === area)
    .map((topic) => ({ ...topic, duties: nearest(topic.duties, laws, chain).filter((duty) => bearer === undefined || duty.bearer === bearer) }))
    .filter(({ duties }) => duties.length > 0);
}

/** Those that hold along a chain of places; of the same id the nearest, as in an answer. */
function nearest(duties: CompiledDutyTopic['duties'], laws: DutyShard['laws'], chain: readonly string[]): CompiledDutyTopic['duties'] {
  const distance = (place: string | null): number => (place === null ? chain.length : chain.indexOf(place));
  const here = duties.filter(({ place, law }) => distance(place) >= 0 && (law === undefined || bindsIn(laws[law], chain)));
  return here.filter((duty) => !here.some((other) => other.id === duty.id && distance(other.place) < distance(duty.place)));
}

function steps<T extends { readonly duties: readonly unknown[] }>(found: readonly T[], codeOf: (one: T) => string): DutyStep[] {
  const counts = [...Map.groupBy(found, codeOf)].map(([code, group]) => ({ code, duties: group.reduce((sum, { duties }) => sum + duties.length, 0) }));
  return counts.sort((one, other) => other.duties - one.duties || (one.code < other.code ? -1 : 1));
}
