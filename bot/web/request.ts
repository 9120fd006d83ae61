/** HTTP request -> Question. Says what is wrong as a value. */
import type { DoorWish, NetworkWish, Question } from '../../core/index.ts';
import { type BodyProblem, readBody } from '../body.ts';
import { isOptionalString, isReader, readPrevious } from '../fields.ts';
import { networkNeeds } from '../needs.ts';

export type WebProblem = BodyProblem | 'wrong-type';

export type Read = { readonly question: Question } | { readonly problem: WebProblem; readonly lang?: string };

export interface Defaults {
  /** The place of this deployment when the person named none. */
  readonly place: string | undefined;
  readonly now: string;
}

/** `POST /api/ask`: JSON `{question, lang?, place?, reader?, previous?, position?}`. */
export async function readJson(request: Request, defaults: Defaults): Promise<Read> {
  if (mediaType(request) !== 'application/json') return { problem: 'wrong-type' };
  const body = await readBody(request);
  if ('problem' in body) return body;
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    return { problem: 'bad-request' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'bad-request' };
  const fields = Object.fromEntries(Object.entries(value));
  const question = toQuestion(fields, defaults);
  return question ? { question } : { problem: 'bad-request', ...(typeof fields.lang === 'string' ? { lang: fields.lang } : {}) };
}

/** `POST /`: the form of the page. */
export async function readForm(request: Request, defaults: Defaults): Promise<Read> {
  const read = await readFields(request);
  if ('problem' in read) return read;
  const question = toQuestion({ question: '', ...read.fields }, defaults);
  return question ? { question } : { problem: 'bad-request' };
}

/** The filled fields of a form that a page of ours sent. */
export async function readFields(request: Request): Promise<{ readonly fields: Readonly<Record<string, string>> } | { readonly problem: WebProblem }> {
  if (request.headers.get('sec-fetch-site') === 'cross-site') return { problem: 'bad-request' };
  if (mediaType(request) !== 'application/x-www-form-urlencoded') return { problem: 'wrong-type' };
  const body = await readBody(request);
  if ('problem' in body) return body;
  return { fields: Object.fromEntries([...new URLSearchParams(body.text)].filter(([, value]) => value !== '')) };
}

/** `GET /networks?need=&small=&free=`: what is not understood is not wished for. */
export function readNetworkWish({ need, small, free }: Readonly<Record<string, string>>): NetworkWish {
  return { ...(need && networkNeeds.includes(need) ? { need } : {}), smallTown: small === 'yes', free: free === 'yes' };
}

/** `GET .../services?kind=&speaks=&open=&papers=&free=&women=`: nobody is refused for a code that we do not know; then nothing fits. */
export function readDoorWish(query: URLSearchParams): DoorWish {
  const [kind, language] = [query.get('kind'), query.get('speaks')];
  const has = (name: string): boolean => query.get(name) === 'yes';
  return {
    ...(kind ? { kind } : {}),
    ...(language ? { language } : {}),
    ...{ openNow: has('open'), noPapers: has('papers'), free: has('free'), women: has('women') },
  };
}

function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function toQuestion(fields: Readonly<Record<string, unknown>>, defaults: Defaults): Question | null {
  const { question: text, lang, place, reader = 'resident', previous, position } = fields;
  if (typeof text !== 'string' || !isReader(reader)) return null;
  if (!isOptionalString(lang) || !isOptionalString(place)) return null;
  const before = readPrevious(previous);
  const where = positionOf(position);
  if (before === undefined || where === undefined) return null;
  const wanted = place ?? defaults.place;
  return {
    text,
    ...(lang ? { locale: lang } : {}),
    ...(wanted ? { place: wanted } : {}),
    reader,
    askedAt: defaults.now,
    channel: 'web',
    ...(before ? { previous: before } : {}),
    ...(where ? { position: where } : {}),
  };
}

/** Null: none. Undefined: not valid. */
function positionOf(value: unknown): NonNullable<Question['position']> | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return undefined;
  const { latitude, longitude } = Object.fromEntries(Object.entries(value));
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
