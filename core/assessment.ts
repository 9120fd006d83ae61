/** A city's own answers to the framework of commitments: what it says, with which proof, and how that came about. */

export type Level = 0 | 1 | 2 | 3;
export const topLevel = 3;

/** What a city says of one commitment. Text is empty where nothing was said. */
export interface Entry {
  /** Null when the task is not the city's. */
  readonly level: Level | null;
  /** The law that gives the task to somebody else; empty when it is the city's. */
  readonly notOurs: string;
  /** What a third person can see. Never about a single resident. */
  readonly evidence: string;
  /** Where it can be seen: an http(s) address. */
  readonly link: string;
  /** The office that answers for it. */
  readonly owner: string;
  /** The day of the next step, ISO 8601. */
  readonly due: string;
}

/** One entry replaced by another. Versions of a commitment count from one without a gap; nothing is ever taken out. */
export interface Change {
  readonly commitment: string;
  readonly version: number;
  /** Moment, ISO 8601. */
  readonly at: string;
  /** Who, as the channel names them: in Slack a user id. */
  readonly by: string;
  readonly entry: Entry;
}

/** Who may look from outside, after the expert meeting of 2019: peers, civil society, the people concerned. */
export const reviewerKinds = ['city', 'civil-society', 'residents'] as const;
export type ReviewerKind = (typeof reviewerKinds)[number];

export interface Reviewer {
  readonly name: string;
  readonly organisation: string;
  readonly kind: ReviewerKind;
}

/** What a reviewer sees in one entry. It stands beside the city's own level and never replaces it. */
export interface Remark {
  readonly commitment: string;
  /** The version that was looked at: when the entry changes, the remark is of the past. */
  readonly version: number;
  /** The level that the reviewer sees proven. */
  readonly level: Level;
  readonly comment: string;
  readonly reviewer: Reviewer;
  readonly at: string;
}

export interface Town {
  readonly name: string;
  /** A listed place whose law holds there: the town itself, else its country. */
  readonly place: string;
  /** Small or rural: cheap first steps come first. */
  readonly small: boolean;
}

export interface Assessment {
  /** Random; the same in every copy that travels. */
  readonly id: string;
  readonly town: Town;
  readonly startedAt: string;
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly remarks: readonly Remark[];
}

/** The last change of each commitment, as it stood at the end of a day (UTC) or as it stands. */
export function entriesOn(changes: readonly Change[], day?: string): ReadonlyMap<string, Change> {
  const last = new Map<string, Change>();
  for (const change of changes) {
    if (day !== undefined && change.at.slice(0, 10) > day) continue;
    if ((last.get(change.commitment)?.version ?? 0) < change.version) last.set(change.commitment, change);
  }
  return last;
}

/** Remarks made until a day; of one reviewer on one entry the newest. */
export function remarksOn(remarks: readonly Remark[], day?: string): Remark[] {
  const newest = new Map<string, Remark>();
  for (const remark of [...remarks].sort((one, other) => (one.at < other.at ? -1 : 1))) {
    if (day !== undefined && remark.at.slice(0, 10) > day) continue;
    newest.set(JSON.stringify([remark.commitment, remark.reviewer.name, remark.reviewer.organisation]), remark);
  }
  return [...newest.values()];
}

export function sameEntry(one: Entry, other: Entry): boolean {
  return entryFields.every((field) => one[field] === other[field]);
}

export const entryFields = ['level', 'notOurs', 'evidence', 'link', 'owner', 'due'] as const satisfies readonly (keyof Entry)[];

/** UTF-16 units. */
export const longest = { evidence: 2000, notOurs: 300, link: 500, owner: 80, comment: 2000, name: 80, organisation: 120 } as const;

export type FieldProblem = 'choose' | 'law-missing' | 'too-long' | 'link' | 'date' | 'name-missing';

/** An entry as typed: `choice` is a level as a digit, or "not-ours". */
export interface TypedEntry extends Readonly<Record<'choice' | Exclude<keyof Entry, 'level'>, string>> {}

export type ReadEntry = { readonly entry: Entry } | { readonly problems: Readonly<Partial<Record<keyof TypedEntry, FieldProblem>>> };

/** A level without proof is taken, and counts as nothing; a task that is not ours needs its law. */
export function readEntry(typed: TypedEntry): ReadEntry {
  const text = { notOurs: typed.notOurs.trim(), evidence: typed.evidence.trim(), link: typed.link.trim(), owner: typed.owner.trim(), due: typed.due.trim() };
  const notOurs = typed.choice === 'not-ours';
  const level = levelOf(typed.choice);
  const problems: Partial<Record<keyof TypedEntry, FieldProblem>> = {};
  for (const field of ['evidence', 'notOurs', 'link', 'owner'] as const) if (text[field].length > longest[field]) problems[field] = 'too-long';
  if (level === null && !notOurs) problems.choice = 'choose';
  if (notOurs && text.notOurs === '') problems.notOurs = 'law-missing';
  if (text.link !== '' && !isWebAddress(text.link)) problems.link = 'link';
  if (text.due !== '' && !isDay(text.due)) problems.due = 'date';
  if (Object.keys(problems).length > 0) return { problems };
  return { entry: { ...text, level: notOurs ? null : level, notOurs: notOurs ? text.notOurs : '' } };
}

function levelOf(choice: string): Level | null {
  return /^[0-3]$/.test(choice) ? (Number(choice) as Level) : null;
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"|\\]+$/i.test(text) && URL.canParse(text);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
