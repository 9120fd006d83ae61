/** All rules. One rule per file; the file name is the rule's name in messages. */
import type { Corpus } from '../corpus.ts';
import type { Problem } from '../problem.ts';
import { asked } from './asked.ts';
import { bannedWords } from './banned-words.ts';
import { codes } from './codes.ts';
import { commitments } from './commitments.ts';
import { digits } from './digits.ts';
import { editions } from './editions.ts';
import { exam } from './exam.ts';
import { glossary } from './glossary.ts';
import { holdsIn } from './holds-in.ts';
import { ids } from './ids.ts';
import { labels } from './labels.ts';
import { leftInEnglish } from './left-in-english.ts';
import { lines } from './lines.ts';
import { localeKeys } from './locale-keys.ts';
import { networks } from './networks.ts';
import { parity } from './parity.ts';
import { plainLanguage } from './plain-language.ts';
import { references } from './references.ts';
import { sections } from './sections.ts';
import { slots } from './slots.ts';
import { urgentLines } from './urgent-lines.ts';
import { values } from './values.ts';

export type Rule = (corpus: Corpus) => Iterable<Omit<Problem, 'rule'>>;

const rules: Readonly<Record<string, Rule>> = {
  asked,
  'banned-words': bannedWords,
  codes,
  commitments,
  digits,
  editions,
  exam,
  glossary,
  'holds-in': holdsIn,
  ids,
  labels,
  'left-in-english': leftInEnglish,
  lines,
  'locale-keys': localeKeys,
  networks,
  parity,
  'plain-language': plainLanguage,
  references,
  sections,
  slots,
  'urgent-lines': urgentLines,
  values,
};

export function check(corpus: Corpus): Problem[] {
  return Object.entries(rules).flatMap(([rule, run]) => [...run(corpus)].map((problem) => ({ ...problem, rule })));
}
