/** What a desk is told of a duty beyond the answer for staff: for whom, under which commitment, words for a letter, and what to ask before a decision. */
import { type Answer, type DutySheet, impactChecks, type TopicRef } from '../core/index.ts';
import { outline, type Part } from './outline.ts';
import type { Say } from './say.ts';

export interface DutyWords {
  /** Empty where the topic names nobody. */
  readonly forWhom: string;
  readonly commitments: readonly TopicRef[];
  /** Paragraphs for a letter or a file, each with its language; null where there is nothing to quote. */
  readonly paste: { readonly lang: string; readonly paragraphs: readonly string[]; readonly source: string } | null;
  readonly checks: readonly string[];
}

/** `desk` has the words of a desk (bot/desk.ts); `own` those of the language of the paragraph. */
export function dutyWords({ forWhom, duties, paste, asOf }: DutySheet, desk: Say, own: (lang: string) => Say): DutyWords {
  const named = new Map(duties.flatMap(({ commitments }) => commitments.map((commitment) => [commitment.id, commitment] as const)));
  const sources = paste?.citations.map((citation) => desk.citation(citation)).join('; ') ?? '';
  return {
    forWhom: forWhom.length > 0 ? desk.list(forWhom.map((status) => desk.label('status', status))) : '',
    commitments: [...named.values()],
    paste: paste && {
      lang: paste.lang,
      paragraphs: paste.blocks.flatMap((block) => (block.type === 'paragraph' ? [own(paste.lang).plain(block.content)] : [])),
      source: desk.t('duty.source', { sources, date: desk.date(asOf) }),
    },
    checks: impactChecks.map((check) => desk.t(`duty.check_${check}`)),
  };
}

/** The answer for staff around these words: what comes before them, and after them the resident's side and the rest. */
export function aroundDuty(answer: Answer, { commitments }: DutyWords, say: Say, placeName: (id: string) => string): { before: Part[]; after: Part[] } {
  // Where no commitment names the duty itself, those of its topic stand.
  const parts = outline(answer, say, placeName).filter(({ type }) => type !== 'commitments' || commitments.length === 0);
  const at = parts.findIndex((part) => part.type === 'section' && part.section.name === 'answer');
  return at < 0 ? { before: parts, after: [] } : { before: parts.slice(0, at), after: parts.slice(at) };
}
