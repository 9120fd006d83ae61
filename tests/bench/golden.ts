/** The questions that measure, by language. Never tuned by copying them into content. */
import { readdirSync, readFileSync } from 'node:fs';
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
