/** An assessment as a file: travels to reviewers and back, and moves to another deployment. Its shape is published by `schema/assessment.ts`. */
import { type Assessment, type Change, type Entry, isDay, isWebAddress, longest, type Remark, type Reviewer, reviewerKinds, type Town } from './assessment.ts';

export const assessmentFormat = 'hereabouts-assessment-1';

export type FileProblem = { readonly problem: 'not-json' | 'other-format' | 'not-valid' /** Where in the file. */; readonly at: string };

export function writeAssessment({ id, town, startedAt, changes, remarks }: Assessment): string {
  return `${JSON.stringify({ format: assessmentFormat, id, town, startedAt, changes, remarks }, null, 2)}\n`;
}

/** The same assessment back, or what is wrong with the file and where. Strict: a field that is not known is refused. */
export function readAssessment(text: string): Assessment | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'not-json', at: '' };
  }
  if (!isRecord(value) || value.format !== assessmentFormat) return { problem: 'other-format', at: 'format' };
  const { format: _, ...fields } = value;
  const at = wrongIn(fields, assessment, '') ?? gapIn(fields.changes as Change[]);
  return at === null ? (fields as unknown as Assessment) : { problem: 'not-valid', at };
}

/** Remarks of a copy that the original does not have yet. */
export function newRemarks(own: Assessment, copy: Assessment): Remark[] {
  const known = new Set(own.remarks.map((remark) => keyOf(remark)));
  const versions = new Set(own.changes.map(({ commitment, version }) => `${commitment} ${version}`));
  return copy.remarks.filter((remark) => !known.has(keyOf(remark)) && versions.has(`${remark.commitment} ${remark.version}`));
}

function keyOf({ commitment, version, at, reviewer }: Remark): string {
  return JSON.stringify([commitment, version, at, reviewer.name, reviewer.organisation]);
}

type Check = (value: unknown, at: string) => string | null;
type Shape<T> = { readonly [Key in keyof T]-?: Check };

const fails = (ok: boolean, at: string): string | null => (ok ? null : at);
const text =
  (most: number, least = 0): Check =>
  (value, at) =>
    fails(typeof value === 'string' && value.length <= most && value.trim().length >= least, at);
const matching =
  (pattern: RegExp): Check =>
  (value, at) =>
    fails(typeof value === 'string' && pattern.test(value), at);
const moment: Check = (value, at) =>
  fails(typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(value) && !Number.isNaN(Date.parse(value)), at);
const level: Check = (value, at) => fails(value === 0 || value === 1 || value === 2 || value === 3, at);
const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const count: Check = (value, at) => fails(typeof value === 'number' && Number.isSafeInteger(value) && value > 0, at);

const entryShape: Shape<Entry> = {
  level: (value, at) => (value === null ? null : level(value, at)),
  notOurs: text(longest.notOurs),
  evidence: text(longest.evidence),
  link: (value, at) => fails(value === '' || (typeof value === 'string' && value.length <= longest.link && isWebAddress(value)), at),
  owner: text(longest.owner),
  due: (value, at) => fails(value === '' || (typeof value === 'string' && isDay(value)), at),
};

/** A level, or the law that gives the task to somebody else: one of the two. */
const entry: Check = (value, at) =>
  wrongIn(value, entryShape, at) ?? fails(isRecord(value) && (value.level === null) === (value.notOurs !== ''), `${at}.level`);

const change: Shape<Change> = { commitment: slug, version: count, at: moment, by: text(64, 1), entry };

const reviewer: Shape<Reviewer> = {
  name: text(longest.name, 1),
  organisation: text(longest.organisation, 1),
  kind: (value, at) =>
    fails(
      reviewerKinds.some((kind) => kind === value),
      at,
    ),
};

const remark: Shape<Remark> = {
  commitment: slug,
  version: count,
  level,
  comment: text(longest.comment),
  reviewer: (value, at) => wrongIn(value, reviewer, at),
  at: moment,
};

const town: Shape<Town> = {
  name: text(longest.organisation, 1),
  place: matching(/^[a-z]{2,3}(?:\/[a-z0-9-]+)?$/),
  small: (value, at) => fails(typeof value === 'boolean', at),
};

const assessment: Shape<Assessment> = {
  id: matching(/^[0-9a-f-]{36}$/),
  town: (value, at) => wrongIn(value, town, at),
  startedAt: moment,
  changes: (value, at) => each(value, change, at),
  remarks: (value, at) => each(value, remark, at),
};

function wrongIn<T>(value: unknown, shape: Shape<T>, at: string): string | null {
  if (!isRecord(value)) return at;
  const inside = (key: string): string => (at ? `${at}.${key}` : key);
  for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) return inside(key);
  for (const [key, check] of Object.entries<Check>(shape)) {
    const wrong = check(value[key], inside(key));
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Far more than a city writes in years; a file that is read whole has an end. */
const mostEntries = 5000;

function each<T>(value: unknown, shape: Shape<T>, at: string): string | null {
  if (!Array.isArray(value) || value.length > mostEntries) return at;
  for (const [i, one] of value.entries()) {
    const wrong = wrongIn(one, shape, `${at}.${i}`);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Versions of a commitment count from one without a gap, in their order. */
function gapIn(changes: readonly Change[]): string | null {
  const last = new Map<string, number>();
  for (const [i, { commitment, version }] of changes.entries()) {
    if (version !== (last.get(commitment) ?? 0) + 1) return `changes.${i}.version`;
    last.set(commitment, version);
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
