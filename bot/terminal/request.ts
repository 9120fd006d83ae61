/** Command line and batch lines -> Question. */
import { type Question, readers } from '../../core/index.ts';
import { isOptionalString, isReader, readPrevious } from '../fields.ts';

export interface Command {
  readonly batch: string | null;
  readonly json: boolean;
  /** Explain instead of answering. */
  readonly why: boolean;
  readonly question: Question | null;
}

/** Flags as in the README. Returns what is wrong as a string. */
export function readArguments(argv: readonly string[], now: string): Command | string {
  const flags = new Map<string, string>();
  const text: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--json' || argument === '--why') flags.set(argument.slice(2), 'true');
    else if (/^--(?:place|lang|reader|batch|at)$/.test(argument)) flags.set(argument.slice(2), argv[++i] ?? '');
    else if (argument.startsWith('--')) return `unknown option ${argument}`;
    else text.push(argument);
  }
  const batch = flags.get('batch');
  if (batch !== undefined) return { batch, json: true, why: false, question: null };
  if (text.length === 0) return 'usage: npm run -s ask -- [--place es/barcelona] [--lang ar] [--reader resident|staff|buddy] [--json] [--why] "question"';
  const question = toQuestion(
    { text: text.join(' '), lang: flags.get('lang'), place: flags.get('place'), reader: flags.get('reader'), at: flags.get('at') },
    now,
  );
  return typeof question === 'string' ? question : { batch: null, json: flags.has('json'), why: flags.has('why'), question };
}

export interface BatchLine {
  readonly id: string | null;
  readonly question: Question | null;
  readonly error: string | null;
}

/** One line of a batch. Never throws: a line that is not valid becomes an error, and the batch goes on. */
export function readBatchLine(line: string, now: string): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, question: null, error: 'not valid JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, question: null, error: 'not an object' };
  const fields = new Map(Object.entries(value));
  const id = fields.get('id');
  if (typeof id !== 'string' && typeof id !== 'number') return { id: null, question: null, error: 'id is missing' };
  const question = toQuestion(Object.fromEntries(fields), now);
  return typeof question === 'string' ? { id: String(id), question: null, error: question } : { id: String(id), question, error: null };
}

function toQuestion(fields: Readonly<Record<string, unknown>>, now: string): Question | string {
  const { text, lang, place, previous } = fields;
  const reader = fields.reader ?? 'resident';
  const at = fields.at ?? now;
  if (typeof text !== 'string') return 'text must be a string';
  for (const [name, value] of Object.entries({ lang, place, at })) if (!isOptionalString(value)) return `${name} must be a string`;
  if (!isReader(reader)) return `reader must be one of ${readers.join(', ')}`;
  const askedAt = typeof at === 'string' && moment.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(askedAt)) return 'at must be a day, or a moment with its offset, ISO 8601';
  const before = readPrevious(previous);
  if (before === undefined) return 'previous must be a topic id, or an object with topic and place';
  return {
    text,
    ...(typeof lang === 'string' ? { locale: lang } : {}),
    ...(typeof place === 'string' ? { place } : {}),
    reader,
    askedAt: new Date(askedAt).toISOString(),
    channel: 'terminal',
    ...(before ? { previous: before } : {}),
  };
}

/** A day is read as its first moment in UTC. */
const moment = /^(?:19[7-9]|20\d|21\d)\d-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
