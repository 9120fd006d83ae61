/** Answer -> plain text, or the line of a batch. Whatever could steer a terminal is removed. */
import type { Answer, Block, Contact, Explanation, Line, ServiceCard } from '../../core/index.ts';
import type { Reply } from '../assistant.ts';
import { linesPart, outline, type Part, splitDoors } from '../outline.ts';
import type { Say } from '../say.ts';

/** In whose words a part is said. */
type Voice = Pick<Reply, 'say' | 'sayFor' | 'placeName'>;

export function renderText(result: Reply): string {
  return printable(
    outline(result.answer, result.say, result.placeName)
      .map((part) => partText(part, result))
      .filter(Boolean)
      .join('\n\n'),
  );
}

export function renderProblem(result: Reply, limit: number): string {
  const { problem, answer, say } = result;
  const urgent: Part[] = answer.urgent ? [{ type: 'urgent', urgent: answer.urgent }] : [];
  const parts = [...urgent, ...linesPart(answer.lines, say)].map((part) => partText(part, result));
  return printable([say.t(`essential.problem.${problem}`, { limit }), ...parts].join('\n\n'));
}

/** The fields of the README, in this order, for ever. */
export function renderBatchLine(id: string, answer: Answer, ms: number): string {
  return renderJson({
    id,
    outcome: answer.outcome,
    lang: answer.lang,
    answered_in: answer.outcome === 'answered' ? answer.answeredIn : answer.locale,
    topics: answer.topics.map(({ id: topic, score }) => ({ id: topic, score: Math.round(score * 1000) / 1000 })),
    services: answer.services.map((service) => service.id),
    urgent: answer.urgent?.kind ?? null,
    ms: Math.round(ms * 100) / 100,
  });
}

/** For editors, in English: what was seen, what each hit got and from which words, and what was decided. */
export function renderWhy({ detected, searched, lang, place, danger, calibration, decision, known, hits }: Explanation): string {
  const number = (value: number): string => value.toFixed(2);
  const decided = { one: 'answered', several: 'offered as a choice', none: 'not covered: who helps is named' }[decision];
  const lines = [
    `language  ${detected.locale ?? 'none of ours'}, ${detected.script ?? 'no letters'}${detected.sure ? '' : ', not sure'}; searched in ${searched.join(', ')}; best in ${lang}`,
    `place     ${place}`,
    `danger    ${danger.join(', ') || 'none'}`,
    `decision  ${known ? `word for word in ${known}` : `${decided}; covered from a support of ${number(calibration.coveredFrom)}, alone from ${number(calibration.sureFrom)}`}`,
    ...hits.flatMap(({ id, title, score, support, evidence, beyond, views, terms }) => [
      '',
      `${id}: ${title}`,
      `  score ${number(score)}, support ${number(support)}, evidence ${evidence}, not ours ${number(beyond)}; ${Object.entries(views)
        .map(([view, gives]) => `${view} ${number(gives)}`)
        .join(', ')}`,
      `  ${terms.map(({ term, gives }) => `${term.trim()} ${number(gives)}`).join(' · ')}`,
    ]),
  ];
  return printable(lines.join('\n'));
}

/** JSON that cannot steer a terminal either. */
export function renderJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(steering, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function partText(part: Part, { say, sayFor, placeName }: Voice): string {
  switch (part.type) {
    case 'urgent':
      return [`!! ${part.urgent.title}`, part.urgent.say, ...part.urgent.lines.map((line) => lineText(line, say))].join('\n');
    case 'notice':
      return [`! ${part.notice.title}`, ...part.notice.content.map((block) => blockText(block, say))].join('\n');
    case 'remark':
      return part.text;
    case 'title':
      return part.text.toUpperCase();
    case 'section':
      return [heading(say.sectionTitle(part.section)), ...part.section.blocks.map((block) => blockText(block, sayFor(part.section.lang)))].join('\n');
    case 'deadlines':
      return [heading(say.t('answer.deadline')), ...part.deadlines.map(({ label, lang, fact }) => `- ${label}: ${sayFor(lang).fact(fact)}`)].join('\n');
    case 'doors':
      return doorsText(part.title, part.services, say);
    case 'duties':
      return [heading(say.t('answer.duties')), ...part.duties.map((duty) => `- ${say.label('bearer', duty.bearer)}: ${say.citation(duty.citation)}`)].join(
        '\n',
      );
    case 'terms':
      return [heading(say.t('answer.words')), ...part.terms.map(({ term, means }) => `- ${term}: ${means}`)].join('\n');
    case 'commitments':
      return [heading(say.t('answer.commitments')), ...part.commitments.map(({ title }) => `- ${title}`)].join('\n');
    case 'citations':
      return [heading(part.title), ...part.citations.map((citation) => citationText(citation, say))].join('\n');
    case 'trust':
      return [heading(say.t('trust.title')), ...say.trust(part.trust, part.asOf)].join('\n');
    case 'topics':
      return [heading(part.title), ...part.topics.map((topic) => `- ${topic.title}`)].join('\n');
    case 'places':
      return part.places.map((place) => `- ${placeName(place)}`).join('\n');
    case 'contact':
      return contactText(part.contact, say);
    case 'lines':
      return [heading(part.title), ...part.lines.map((line) => lineText(line, say))].join('\n');
  }
}

function heading(text: string): string {
  return `-- ${text}`;
}

function blockText(block: Block, say: Say): string {
  if (block.type === 'paragraph') return say.plain(block.content);
  if (block.type === 'steps') return block.items.map((item, i) => `${block.ordered ? `${say.number(i + 1)}.` : '-'} ${say.plain(item)}`).join('\n');
  return `${say.t('answer.ask_instead')}\n${contactText(block.contact, say)}`;
}

function contactText(contact: Contact, say: Say): string {
  return contact.type === 'line' ? lineText(contact.line, say) : doorText(contact.service, say);
}

function lineText(line: Line, say: Say): string {
  const warnings = line.warnings.map((code) => ` ${say.label('line_warning', code)}`).join('');
  return `${line.number}  ${say.label('line', line.kind)} (${line.name})${line.always_open ? `, ${say.t('essential.urgent.open_always')}` : ''}.${warnings}`;
}

function doorsText(title: string, services: readonly ServiceCard[], say: Say): string {
  const { first, more } = splitDoors(services);
  const rest = more.length > 0 ? [`${say.t('answer.doors_more')}: ${more.map((card) => card.name).join(' · ')}`] : [];
  return [heading(title), ...first.map((card) => doorText(card, say)), ...rest].join('\n');
}

function doorText(card: ServiceCard, say: Say): string {
  const lines = [...say.contacts(card), ...say.doorFacts(card)].map((line) => `    ${line}`);
  return [`* ${card.name}${card.alternate_name ? ` (${card.alternate_name})` : ''}`, ...lines].join('\n');
}

function citationText(citation: Parameters<Say['citation']>[0], say: Say): string {
  const text = `- ${say.citation(citation)}${citation.url ? ` ${citation.url}` : ''}`;
  return citation.type === 'law' && citation.checked !== 'text' ? `${text}\n  ${say.t('answer.check_text')}` : text;
}

/** Control characters but line breaks, and what overrides the writing direction. */
const steering = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

function printable(text: string): string {
  return text.replace(steering, ' ');
}
