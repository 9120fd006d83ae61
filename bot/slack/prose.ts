/** The parts of an answer as lines of Slack's markup. */
import type { Citation, Contact, Inline, Line, Block as Prose, ServiceCard } from '../../core/index.ts';
import type { Reply } from '../assistant.ts';
import { type Part, splitDoors } from '../outline.ts';
import type { Say } from '../say.ts';
import { bold, esc, joined, link, type Mrkdwn } from './blocks.ts';

export type Lined = Exclude<Part, { type: 'title' | 'trust' | 'topics' }>;

export function linesOf(part: Lined, { say, sayFor, placeName }: Pick<Reply, 'say' | 'sayFor' | 'placeName'>): Mrkdwn[] {
  switch (part.type) {
    case 'urgent':
      return [joined([':rotating_light: ' as Mrkdwn, bold(part.urgent.title)]), esc(part.urgent.say), ...part.urgent.lines.map((line) => lineText(line, say))];
    case 'notice':
      return [bold(part.notice.title), ...part.notice.content.flatMap((block) => blockLines(block, say))];
    case 'remark':
      return [esc(part.text)];
    case 'section':
      return [bold(say.sectionTitle(part.section)), ...part.section.blocks.flatMap((block) => blockLines(block, sayFor(part.section.lang)))];
    case 'deadlines':
      return [
        bold(say.t('answer.deadline')),
        ...part.deadlines.map(({ label, lang, fact }) => bullet(joined([esc(`${label}: `), bold(sayFor(lang).fact(fact))]))),
      ];
    case 'doors':
      return doorsLines(part.title, part.services, say);
    case 'duties':
      return [
        bold(say.t('answer.duties')),
        ...part.duties.map(({ bearer, citation }) => bullet(joined([bold(say.label('bearer', bearer)), citationText(citation, say)], ': '))),
      ];
    case 'terms':
      return [bold(say.t('answer.words')), ...part.terms.map(({ term, means }) => bullet(joined([bold(term), esc(means)], ': ')))];
    case 'commitments':
      return [bold(say.t('answer.commitments')), ...part.commitments.map(({ title }) => bullet(esc(title)))];
    case 'citations':
      return [bold(part.title), ...part.citations.map((citation) => bullet(citationText(citation, say)))];
    case 'places':
      return part.places.map((place) => bullet(esc(placeName(place))));
    case 'contact':
      return contactLines(part.contact, say);
    case 'lines':
      return [bold(part.title), ...part.lines.map((line) => lineText(line, say))];
  }
}

export function bullet(text: Mrkdwn): Mrkdwn {
  return joined(['• ' as Mrkdwn, text]);
}

export function quoted(text: Mrkdwn): Mrkdwn {
  return text
    .split('\n')
    .map((line) => `&gt; ${line}`)
    .join('\n') as Mrkdwn;
}

export function blockLines(block: Prose, say: Say): Mrkdwn[] {
  if (block.type === 'paragraph') return [inlines(block.content, say)];
  if (block.type === 'ask') return [esc(say.t('answer.ask_instead')), ...contactLines(block.contact, say)];
  return block.items.map((item, i) => (block.ordered ? joined([esc(`${say.number(i + 1)}. `), inlines(item, say)]) : bullet(inlines(item, say))));
}

export function inlines(content: readonly Inline[], say: Say): Mrkdwn {
  return joined(
    content.map((inline) => {
      if (inline.type === 'strong') return bold(say.plain(inline.content));
      if (inline.type === 'link') return link(inline.href, inline.text);
      if (inline.type === 'fact') return bold(say.fact(inline.fact, inline.form));
      return esc(say.plain([inline]));
    }),
  );
}

function contactLines(contact: Contact, say: Say): Mrkdwn[] {
  return contact.type === 'line' ? [lineText(contact.line, say)] : doorLines(contact.service, say);
}

function lineText(line: Line, say: Say): Mrkdwn {
  const warnings = line.warnings.map((code) => say.label('line_warning', code));
  const notes = [
    say.label('line', line.kind),
    ...(line.name === line.number ? [] : [line.name]),
    ...(line.always_open ? [say.t('essential.urgent.open_always')] : []),
  ];
  return joined([bold(line.number), esc([notes.join(' · '), ...warnings].join('. '))], '  ');
}

function doorsLines(title: string, services: readonly ServiceCard[], say: Say): Mrkdwn[] {
  const { first, more } = splitDoors(services);
  const rest = more.length > 0 ? [esc(`${say.t('answer.doors_more')}: ${more.map((card) => card.name).join(' · ')}`)] : [];
  return [bold(title), ...first.flatMap((card) => doorLines(card, say)), ...rest];
}

function doorLines(card: ServiceCard, say: Say): Mrkdwn[] {
  const rows: Mrkdwn[] = [
    bold(card.name),
    esc([card.alternate_name, say.open(card.open), say.freshness(card)].filter(Boolean).join(' · ')),
    ...card.phones.map((phone) => esc(`${say.t('service.phone')}: ${phone.number}`)),
    ...card.locations.map(({ address }) =>
      esc(`${say.t('service.address')}: ${[address.address_1, address.postal_code, address.city].filter(Boolean).join(', ')}`),
    ),
    ...(card.email ? [esc(`${say.t('service.email')}: ${card.email}`)] : []),
    ...(card.askAt ? [esc(`${say.t('service.ask_at')}: ${[card.askAt.name, card.askAt.number].filter(Boolean).join(' ')}`)] : []),
    ...say.door(card).map(([label, text]) => esc(`${label}: ${text}`)),
    joined([...(card.url ? [link(card.url, say.t('service.website'))] : []), link(card.source.url, say.t('service.source'))], ' · '),
  ];
  return rows.filter((row) => row !== '');
}

function citationText(citation: Citation, say: Say): Mrkdwn {
  const name = citation.url ? link(citation.url, say.citation(citation)) : esc(say.citation(citation));
  return citation.type === 'law' && citation.checked !== 'text' ? joined([name, esc(`(${say.t('answer.check_text')})`)], ' ') : name;
}
