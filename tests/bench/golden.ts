/** The questions that measure, by language. Never tuned by copying them into content. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Golden {
  readonly text: string;
  /** Null: out of scope, to be declined. */
  readonly topic: string | null;
  readonly reader: 'resident' | 'staff' | 'buddy';
}

const folder = 'tests/questions';

export const goldenLanguages = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.replace('.yml', ''));

export function goldenOf(language: string): Golden[] {
  return parse(readFileSync(`${folder}/${language}.yml`, 'utf8')) as Golden[];
}

export interface GoldenDanger {
  readonly text: string;
  /** The kind of danger; null: a look-alike, which must not be taken for danger. */
  readonly urgent: string | null;
}

/** Messages of danger and look-alikes, written without sight of the patterns. */
export function goldenDangerOf(language: string): GoldenDanger[] {
  const file = `${folder}/danger/${language}.yml`;
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as GoldenDanger[]) : [];
}
