/**
 * What a message says, in order: right, careful, deadline, steps, doors, if refused, law, trust, near topics. Every channel walks this list;
 * one with little room shortens from the end.
 */
import {
  type Answer,
  type Citation,
  type Contact,
  type Deadline,
  type DutyCitation,
  type Line,
  type Notice,
  type Section,
  type ServiceCard,
  type Term,
  type TopicRef,
  type Trust,
  type Urgent,
  world,
} from '../core/index.ts';
import type { Say } from './say.ts';

export type Part =
  | { readonly type: 'urgent'; readonly urgent: Urgent }
  | { readonly type: 'notice'; readonly notice: Notice }
  /** A sentence of the assistant itself. */
  | { readonly type: 'remark'; readonly text: string }
  | { readonly type: 'title'; readonly text: string; readonly lang: string }
  | { readonly type: 'section'; readonly section: Section }
  | { readonly type: 'deadlines'; readonly deadlines: readonly Deadline[] }
  | { readonly type: 'doors'; readonly title: string; readonly services: readonly ServiceCard[] }
  | { readonly type: 'duties'; readonly duties: readonly (Pick<DutyCitation, 'bearer'> & { readonly citation: Citation })[] }
  | { readonly type: 'terms'; readonly terms: readonly Term[] }
  | { readonly type: 'commitments'; readonly commitments: readonly TopicRef[] }
  | { readonly type: 'citations'; readonly title: string; readonly citations: readonly Citation[] }
  | { readonly type: 'trust'; readonly trust: Trust; readonly asOf: string }
  | { readonly type: 'topics'; readonly title: string; readonly topics: readonly TopicRef[] }
  /** Where a topic is answered. */
  | { readonly type: 'places'; readonly places: readonly string[]; readonly topic: TopicRef }
  | { readonly type: 'contact'; readonly contact: Contact }
  | { readonly type: 'lines'; readonly title: string; readonly lines: readonly Line[] };

/** How many doors are shown at first. */
const firstDoors = 3;

export function outline(answer: Answer, say: Say, placeName: (id: string) => string): Part[] {
  const parts: Part[] = [
    ...(answer.urgent ? [{ type: 'urgent', urgent: answer.urgent } as const] : []),
    ...answer.notices.map((notice) => ({ type: 'notice', notice }) as const),
  ];
  if (answer.outcome === 'failed') return [...parts, ...failedParts(answer.lines, say)];
  if (answer.placeNotListed) parts.push({ type: 'remark', text: say.t('answer.place_not_listed', { place: placeName(answer.place) }) });
  switch (answer.outcome) {
    case 'answered':
      return [...parts, ...answeredParts(answer, say)];
    case 'choose':
      return [...parts, { type: 'topics', title: say.t('answer.choose'), topics: answer.choices }, ...namedDoors(answer, say)];
    case 'where':
      return [
        ...parts,
        { type: 'title', text: answer.topic.title, lang: answer.locale },
        { type: 'remark', text: say.t('answer.where') },
        { type: 'places', places: answer.places, topic: answer.topic },
      ];
    case 'unknown':
      return [...parts, ...namedDoors(answer, say), ...unknownParts(answer, say)];
  }
}

function answeredParts(answer: Answer & { outcome: 'answered' }, say: Say): Part[] {
  const section = (...names: readonly string[]): Part[] =>
    answer.sections.filter(({ name }) => names.includes(name)).map((found) => ({ type: 'section', section: found }));
  const laws = answer.citations.filter(({ type }) => type === 'law');
  const pages = answer.citations.filter(({ type }) => type === 'page');
  const staff = answer.sections[0]?.name === 'duty';
  return [
    { type: 'title', text: answer.topic.title, lang: answer.locale },
    ...(answer.fellBackFrom ? [{ type: 'remark', text: say.t('answer.fell_back', { language: say.language(answer.answeredIn) }) } as const] : []),
    ...(answer.place === world ? [{ type: 'remark', text: say.t('answer.place_world') } as const] : []),
    ...section('duty'),
    ...(staff ? dutiesPart(answer) : []),
    ...(staff && answer.commitments.length > 0 ? [{ type: 'commitments', commitments: answer.commitments } as const] : []),
    ...section('answer'),
    ...section('careful'),
    ...(answer.deadlines.length > 0 ? [{ type: 'deadlines', deadlines: answer.deadlines } as const] : []),
    ...section('buddy'),
    ...section('steps'),
    ...(answer.services.length > 0 ? [{ type: 'doors', title: say.t('answer.doors'), services: answer.services } as const] : []),
    ...section('refused'),
    ...(answer.terms.length > 0 ? [{ type: 'terms', terms: answer.terms } as const] : []),
    ...(laws.length > 0 ? [{ type: 'citations', title: say.t('answer.law'), citations: laws } as const] : []),
    ...(pages.length > 0 ? [{ type: 'citations', title: say.t('answer.pages'), citations: pages } as const] : []),
    { type: 'trust', trust: answer.trust, asOf: answer.asOf },
    ...(answer.related.length > 0 ? [{ type: 'topics', title: say.t('answer.related'), topics: answer.related } as const] : []),
  ];
}

/** Who must act, and by which article; none where nobody is named. */
export function dutiesPart(answer: Answer & { outcome: 'answered' }): Part[] {
  const duties = answer.duties.flatMap(({ bearer, citation: at }) => {
    const citation = answer.citations[at];
    return citation ? [{ bearer, citation }] : [];
  });
  return duties.length > 0 ? [{ type: 'duties', duties }] : [];
}

/** The doors shown at once and those behind "more". */
export function splitDoors(services: readonly ServiceCard[]): { first: readonly ServiceCard[]; more: readonly ServiceCard[] } {
  return { first: services.slice(0, firstDoors), more: services.slice(firstDoors) };
}

function namedDoors(answer: Answer, say: Say): Part[] {
  return answer.services.length > 0 ? [{ type: 'doors', title: say.t('answer.named_doors'), services: answer.services }] : [];
}

/** Lines for anybody whose question we cannot answer; the others are for needs we would have recognised. */
const linesForAnybody = ['emergency', 'health-advice', 'newcomer-advice', 'city-info', 'legal-advice', 'violence-women', 'child', 'suicide'];

function unknownParts(answer: Answer & { outcome: 'unknown' }, say: Say): Part[] {
  const lines = linesPart(
    answer.lines.filter(({ kind }) => linesForAnybody.includes(kind)),
    say,
  );
  if (!answer.ask) return [{ type: 'remark', text: say.t('answer.unknown_none') }, ...lines];
  return [{ type: 'remark', text: say.t('answer.unknown') }, { type: 'contact', contact: answer.ask }, ...lines];
}

/** Our fault: said in the words of the bundle, with who helps all the same. */
export function failedParts(lines: readonly Line[], say: Say): Part[] {
  return [{ type: 'remark', text: `${say.t('essential.failed.title')}. ${say.t('essential.failed.text')}` }, ...linesPart(lines, say)];
}

/** Emergency and help lines, or the honest word that there are none. */
export function linesPart(lines: readonly Line[], say: Say): Part[] {
  if (lines.length === 0) return [{ type: 'remark', text: say.t('essential.lines.none') }];
  return [{ type: 'lines', title: say.t('essential.lines.title'), lines }];
}
