/**
 * How far a city is. Rules of the framework: all standards are obligatory, so every item is a core item; a level counts only with evidence a third
 * person can see; a task outside local competence is out, never a high level; no section stands higher than its lowest item plus one (weak spot).
 * No city is compared with another.
 */
import { type Assessment, type Change, entriesOn, type Level, type Remark, remarksOn, topLevel } from './assessment.ts';
import { type Commitment, commitmentKinds } from './commitments.ts';

export interface Item {
  readonly commitment: Commitment;
  /** Null: not answered yet. */
  readonly change: Change | null;
  /** What the city claims; null when not answered or not the city's. */
  readonly claimed: Level | null;
  /** What counts: nought without evidence; null when it is not the city's task. */
  readonly counted: Level | null;
  /** A level above nought was claimed, and nothing proves it. */
  readonly unproven: boolean;
  /** Remarks on this very version of the entry. */
  readonly remarks: readonly Remark[];
  /** Remarks on what the entry said before. */
  readonly past: readonly Remark[];
  /** What counts after review: never above what any reviewer sees. Null without review. */
  readonly reviewed: Level | null;
}

export interface Score {
  /** Null when no task of the section is the city's. */
  readonly level: Level | null;
  /** The mean before the rule. */
  readonly mean: number;
  /** The items that hold it down: those with the lowest level, when others stand higher than the whole. */
  readonly heldBy: readonly string[];
}

export interface Section {
  readonly items: readonly Item[];
  readonly answered: number;
  readonly ours: number;
  /** First stage: the city's own assessment. */
  readonly own: Score;
  /** Second stage: null until each of its items was reviewed. */
  readonly reviewed: Score | null;
  /** How many of its items were reviewed. */
  readonly looked: number;
}

export interface Kind extends Section {
  /** Vocabulary: commitment_kind. */
  readonly kind: string;
}

export interface Standing extends Section {
  readonly kinds: readonly Kind[];
}

/** Where a city stands, today or at the end of a past day. */
export function standing(assessment: Pick<Assessment, 'changes' | 'remarks'>, commitments: readonly Commitment[], day?: string): Standing {
  const entries = entriesOn(assessment.changes, day);
  const remarks = remarksOn(assessment.remarks, day);
  const ordered = commitmentKinds.flatMap((kind) => commitments.filter((commitment) => commitment.kind === kind));
  const items = ordered.map((commitment) => itemOf(commitment, entries.get(commitment.id) ?? null, remarks));
  const kinds = [...Map.groupBy(items, ({ commitment }) => commitment.kind)].map(([kind, group]) => ({ kind, ...section(group) }));
  return { ...section(items), kinds };
}

function itemOf(commitment: Commitment, change: Change | null, all: readonly Remark[]): Item {
  const { level, notOurs, evidence, link } = change?.entry ?? { level: null, notOurs: '', evidence: '', link: '' };
  const unproven = level !== null && level > 0 && evidence === '' && link === '';
  const counted = notOurs === '' ? (unproven || level === null ? 0 : level) : null;
  const made = all.filter((remark) => remark.commitment === commitment.id);
  const [remarks, past] = [true, false].map((now) => made.filter(({ version }) => (version === change?.version) === now));
  const seen = remarks?.map((remark) => remark.level) ?? [];
  const reviewed = counted === null || seen.length === 0 ? null : (Math.min(counted, ...seen) as Level);
  return { commitment, change, claimed: level, counted, unproven, remarks: remarks ?? [], past: past ?? [], reviewed };
}

function section(items: readonly Item[]): Section {
  const ours = items.filter(({ counted }) => counted !== null);
  const looked = ours.filter(({ reviewed }) => reviewed !== null);
  return {
    items,
    answered: items.filter(({ change }) => change !== null).length,
    ours: ours.length,
    own: weakSpot(ours.map(({ commitment, counted }) => ({ id: commitment.id, level: counted ?? 0 }))),
    reviewed:
      ours.length > 0 && looked.length === ours.length
        ? weakSpot(looked.map(({ commitment, reviewed }) => ({ id: commitment.id, level: reviewed ?? 0 })))
        : null,
    looked: looked.length,
  };
}

/** The mean, rounded down, and never above the lowest level plus one. */
export function weakSpot(items: readonly { readonly id: string; readonly level: Level }[]): Score {
  if (items.length === 0) return { level: null, mean: 0, heldBy: [] };
  const mean = items.reduce((sum, { level }) => sum + level, 0) / items.length;
  const lowest = Math.min(...items.map(({ level }) => level));
  const level = Math.min(Math.floor(mean), lowest + 1) as Level;
  const higher = items.some((item) => item.level > level);
  return { level, mean, heldBy: higher ? items.filter((item) => item.level === lowest).map(({ id }) => id) : [] };
}

export interface PlanStep {
  readonly item: Item;
  /** The level to reach: one more than what counts. */
  readonly next: Level;
  /** A first step that costs little, for a small town below the first level. */
  readonly lowCost: boolean;
}

/** The weakest items first; of equals those with the nearest day. What is already at the top or not the city's needs no step. */
export function actionPlan({ items }: Pick<Section, 'items'>, small: boolean, most = 8): PlanStep[] {
  const day = ({ change }: Item): string => change?.entry.due || '9999-12-31';
  return items
    .filter(({ counted }) => counted !== null && counted < topLevel)
    .sort((one, other) => (one.counted ?? 0) - (other.counted ?? 0) || (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0))
    .slice(0, most)
    .map((item) => ({ item, next: ((item.counted ?? 0) + 1) as Level, lowCost: small && item.counted === 0 }));
}

/** What is due until a day and not at the top, nearest first. */
export function itemsDue({ items }: Pick<Section, 'items'>, until: string): Item[] {
  const due = ({ change }: Item): string => change?.entry.due ?? '';
  return items
    .filter((item) => item.counted !== null && item.counted < topLevel && due(item) !== '' && due(item) <= until)
    .sort((one, other) => (due(one) < due(other) ? -1 : 1));
}
