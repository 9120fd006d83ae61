/** What the report of a self-assessment says, in order. Every form of it (page, Markdown, table) is made from this. */
import {
  type Assessment,
  type AssessmentSection,
  actionPlan,
  type Citation,
  type Commitment,
  type Item,
  type Level,
  type Network,
  type PlanStep,
  type Remark,
  type Score,
  type Standing,
  standing,
  topLevel,
} from '../core/index.ts';
import type { Say } from './say.ts';

export type Row = readonly [label: string, text: string];

export interface ReportItem {
  readonly id: string;
  /** The language of the title and the question. */
  readonly lang: string;
  readonly title: string;
  readonly question: string;
  /** The level claimed, "not our task", or "not answered". */
  readonly level: string;
  /** What counts, where it is less than what was claimed. */
  readonly note: string | null;
  readonly rows: readonly Row[];
  readonly link: string;
  /** Targets of the Sustainable Development Goals, for the report a city writes anyway; empty when there are none. */
  readonly sdg: string;
  readonly remarks: readonly string[];
  readonly past: readonly string[];
}

export interface ReportKind {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly items: readonly ReportItem[];
}

export interface ReportStep {
  readonly lang: string;
  readonly title: string;
  /** "Level 1", and what shows that it is reached. */
  readonly next: Row;
  readonly rows: readonly Row[];
  readonly sdg: string;
}

/** A bar of the chart, nought to three; null: not given. */
export interface Bar {
  readonly name: string;
  readonly own: Level | null;
  readonly reviewed: Level | null;
}

export interface Report {
  readonly title: string;
  readonly day: string;
  readonly intro: string;
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
  readonly kinds: readonly ReportKind[];
  readonly plan: readonly ReportStep[];
}

export interface ReportSources {
  readonly assessment: Assessment;
  readonly commitments: readonly Commitment[];
  /** What helps with commitments of each kind. */
  readonly networks: ReadonlyMap<string, readonly Network[]>;
  /** The day that is shown, ISO 8601. */
  readonly day: string;
}

export function report({ assessment, commitments, networks, day }: ReportSources, say: Say): Report {
  const all = standing(assessment, commitments, day);
  const titles = new Map(commitments.map(({ id, title }) => [id, title]));
  return {
    title: `${say.t('assess.title')}: ${assessment.town.name}`,
    day: say.t('assess.as_on', { date: say.date(day) }),
    intro: say.t('framework.intro'),
    rows: sectionRows(all, titles, say),
    bars: barsOf(all, say),
    kinds: all.kinds.map((kind) => ({
      name: say.label('commitment_kind', kind.kind),
      rows: sectionRows(kind, titles, say),
      items: kind.items.map((item) => reportItem(item, say)),
    })),
    plan: actionPlan(all, assessment.town.small).map((step) => reportStep(step, networks, say)),
  };
}

export function barsOf({ kinds, own, reviewed }: Standing, say: Say): Bar[] {
  const bar = (name: string, section: Pick<AssessmentSection, 'own' | 'reviewed'>): Bar => ({
    name,
    own: section.own.level,
    reviewed: section.reviewed?.level ?? null,
  });
  return [...kinds.map((kind) => bar(say.label('commitment_kind', kind.kind), kind)), bar(say.t('assess.overall'), { own, reviewed })];
}

/** Both stages with their reason, and how much was answered and looked at. */
export function sectionRows(section: AssessmentSection, titles: ReadonlyMap<string, string>, say: Say): Row[] {
  const done = (count: number, all: number) => ({ done: say.number(count), all: say.number(all) });
  return [
    [say.t('assess.own'), scoreText(section.own, titles, say)],
    ...(section.reviewed ? ([[say.t('assess.reviewed'), scoreText(section.reviewed, titles, say)]] as const) : []),
    [say.t('assess.title'), say.t('assess.answered', done(section.answered, section.items.length))],
    [say.t('assess.review'), say.t('assess.looked', done(section.looked, section.ours))],
  ];
}

export const allLevels: readonly Level[] = [0, 1, 2, 3];

export function levelText(level: Level, say: Say): string {
  return say.t('framework.level', { level: say.number(level) });
}

/** How many of the weakest items are named: a city that begins has dozens. */
const mostNamed = 3;

function scoreText({ level, heldBy }: Score, titles: ReadonlyMap<string, string>, say: Say): string {
  if (level === null) return say.t('assess.not_ours');
  const items = heldBy.slice(0, mostNamed).map((id) => titles.get(id) ?? id);
  const more = heldBy.length > mostNamed ? [`+${say.number(heldBy.length - mostNamed)}`] : [];
  const reason = items.length > 0 ? `. ${say.t('assess.held_by', { items: [...items, ...more].join(' · ') })}` : '';
  return `${levelText(level, say)}${reason}`;
}

/** What the city said of one commitment, in words; for those who look at it now. */
export function claimText({ change, claimed }: Pick<Item, 'change' | 'claimed'>, say: Say): string {
  if (!change) return say.t('assess.not_answered');
  return claimed === null ? say.t('assess.not_ours') : levelText(claimed, say);
}

export function remarkText({ reviewer, level, comment }: Remark, say: Say): string {
  const signed = say.t('assess.signed', { name: reviewer.name, organisation: reviewer.organisation, kind: say.t(`assess.kind.${reviewer.kind}`) });
  return `${signed}: ${levelText(level, say)}${comment ? `. ${comment}` : ''}`;
}

/** What was written into an entry, field by field, without what is empty. */
export function entryRows({ change, commitment }: Pick<Item, 'change' | 'commitment'>, say: Say): Row[] {
  const { notOurs = '', evidence = '', owner = '', due = '' } = change?.entry ?? {};
  const rows: Row[] = [
    [say.t('assess.law'), notOurs],
    [say.t('assess.evidence'), evidence],
    [say.t('assess.owner'), owner],
    [say.t('assess.due'), due && say.date(due)],
    [say.t('answer.law'), commitment.citations.map((citation: Citation) => say.citation(citation)).join(';\n')],
  ];
  return rows.filter(([, text]) => text !== '');
}

function sdgText({ sdgTargets }: Commitment, say: Say): string {
  // A mark on both sides keeps "16.a" together in a line that runs from right to left.
  const mark = say.info.direction === 'rtl' ? '\u200E' : '';
  return sdgTargets.length > 0 ? say.t('framework.sdg', { targets: sdgTargets.map((target) => `${mark}${target}${mark}`).join(', ') }) : '';
}

function reportItem(item: Item, say: Say): ReportItem {
  const { commitment, change, claimed, counted, unproven } = item;
  return {
    id: commitment.id,
    lang: commitment.lang,
    title: commitment.title,
    question: plainText(commitment.question, say),
    level: claimText(item, say),
    note: unproven ? say.t('assess.unproven') : claimed !== counted && counted !== null && claimed !== null ? levelText(counted, say) : null,
    rows: entryRows(item, say),
    link: change?.entry.link ?? '',
    sdg: sdgText(commitment, say),
    remarks: item.remarks.map((remark) => remarkText(remark, say)),
    past: item.past.map((remark) => `${say.t('assess.past')}. ${remarkText(remark, say)}`),
  };
}

function reportStep({ item, next, lowCost }: PlanStep, networks: ReportSources['networks'], say: Say): ReportStep {
  const { commitment, change } = item;
  const rows: Row[] = [
    [say.t('framework.low_cost'), lowCost ? plainText(commitment.lowCost, say) : ''],
    [say.t('assess.owner'), change?.entry.owner ?? ''],
    [say.t('assess.due'), change?.entry.due ? say.date(change.entry.due) : ''],
    [say.t('framework.topics'), commitment.topics.map(({ title }) => title).join(' · ')],
    [say.t('framework.networks'), (networks.get(commitment.kind) ?? []).map(({ name }) => name).join(' · ')],
  ];
  return {
    lang: commitment.lang,
    title: commitment.title,
    next: [levelText(next, say), say.plain(commitment.levels[Math.min(next, topLevel)] ?? [])],
    rows: rows.filter(([, text]) => text !== ''),
    sdg: sdgText(commitment, say),
  };
}

export function plainText(blocks: Commitment['question'], say: Say): string {
  return blocks
    .flatMap((block) => (block.type === 'paragraph' ? [say.plain(block.content)] : block.type === 'steps' ? block.items.map((item) => say.plain(item)) : []))
    .join(' ');
}
