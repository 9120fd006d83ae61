/** The parts of an answer as text for a phone. */
import type { Block, Citation, Contact, Inline, Line, ServiceCard, Urgent } from '../../core/index.ts';
import type { Reply } from '../assistant.ts';
import type { Part } from '../outline.ts';
import type { Say } from '../say.ts';
import { bold, dialled, fold, isolate, italic, join, plain, type Rich } from './rich.ts';

/** In whose words a part is said. */
export type Voice = Pick<Reply, 'say' | 'sayFor' | 'placeName'>;

type Of<Type extends Part['type']> = Extract<Part, { type: Type }>;
type View<Type extends Part['type']> = (part: Of<Type>, voice: Voice) => Rich;

/** One view per kind of part: a new kind does not compile until it has one. Topics and places are buttons; only their heading is text. */
const views: { readonly [Type in Part['type']]: View<Type> } = {
  urgent: ({ urgent }, { say }) => urgentText(urgent, say),
  notice: ({ notice }, { say }) => lines([bold(`❗ ${notice.title}`), ...notice.content.map((block) => blockText(block, say))]),
  remark: ({ text }) => italic(text),
  title: ({ text }) => bold(text),
  section: ({ section }, { say, sayFor }) => {
    const text = lines([bold(say.sectionTitle(section)), ...section.blocks.map((block) => blockText(block, sayFor(section.lang)))]);
    return section.status ? fold(text) : text;
  },
  deadlines: ({ deadlines }, { say, sayFor }) =>
    lines([
      bold(`⏳ ${say.t('answer.deadline')}`),
      ...deadlines.map(({ label, lang, fact }) => [...plain(`${label}: `), ...bold(isolate(sayFor(lang).fact(fact)))]),
    ]),
  doors: ({ title, services }, { say }) => paragraphs([bold(title), ...services.map((card) => doorText(card, say))]),
  duties: ({ duties }, { say }) =>
    lines([
      bold(say.t('answer.duties')),
      ...duties.map(({ bearer, citation }) => [...plain(`• ${say.label('bearer', bearer)}: `), ...citationText(citation, say)]),
    ]),
  terms: ({ terms }, { say }) => lines([bold(say.t('answer.words')), ...terms.map(({ term, means }) => [...bold(term), ...plain(`: ${means}`)])]),
  commitments: ({ commitments }, { say }) => lines([bold(say.t('answer.commitments')), ...commitments.map(({ title }) => plain(`• ${title}`))]),
  citations: ({ title, citations }, { say }) => lines([bold(title), ...citations.map((citation) => [...plain('• '), ...citationText(citation, say)])]),
  trust: ({ trust, asOf }, { say }) => lines([bold(say.t('trust.title')), ...say.trust(trust, asOf).map(plain)]),
  topics: ({ title }) => bold(title),
  places: () => [],
  contact: ({ contact }, { say }) => contactText(contact, say),
  lines: ({ title, lines: numbers }, { say }) => paragraphs([bold(title), ...numbersText(numbers, say)]),
};

export function partText(part: Part, voice: Voice): Rich {
  return (views[part.type] as View<Part['type']>)(part, voice);
}

export function lines(pieces: readonly Rich[]): Rich {
  return join(pieces, '\n');
}

export function paragraphs(pieces: readonly Rich[]): Rich {
  return join(pieces, '\n\n');
}

/** Short: what to do, and each number on a line of its own, where Telegram makes it one to tap. */
export function urgentText(urgent: Urgent, say: Say): Rich {
  return paragraphs([lines([bold(`🆘 ${urgent.title}`), plain(urgent.say)]), ...numbersText(urgent.lines, say)]);
}

/** Each number once, with everything it is for. */
function numbersText(numbers: readonly Line[], say: Say): Rich[] {
  const byNumber = Map.groupBy(numbers, ({ number }) => number);
  return [...byNumber.values()].map((same) => lineText(same, say));
}

/** The number alone on its line, then whose it is and what it is for. */
function lineText(same: readonly Line[], say: Say): Rich {
  const [line] = same;
  if (!line) return [];
  const labels = say.list([...new Set(same.map(({ kind }) => say.label('line', kind)))]);
  const open = line.always_open ? ` · ${say.t('essential.urgent.open_always')}` : '';
  const name = line.name === line.number ? '' : ` (${isolate(line.name)})`;
  const warnings = line.warnings.map((code) => ` ${say.label('line_warning', code)}`).join('');
  return lines([plain(dialled(line.number, say.info.direction)), plain(`${labels}${name}${open}.${warnings}`)]);
}

function contactText(contact: Contact, say: Say): Rich {
  return contact.type === 'line' ? lineText([contact.line], say) : doorText(contact.service, say);
}

/** A door with everything we know of it. */
export function doorText(card: ServiceCard, say: Say): Rich {
  return lines([doorName(card), ...say.contacts(card, isolated(say)).map(plain), ...say.doorFacts(card).map(plain)]);
}

/** A door as it stands in a first message: whether it is open, the first way to reach it, and whether papers are asked for. */
export function doorShort(card: ServiceCard, say: Say): Rich {
  const [open = '', way] = say.contacts(card, isolated(say));
  const [papers] = say.door(card).map(([label, text]) => `${label}: ${text}`);
  return lines([doorName({ name: card.name }), ...[open, way, papers].flatMap((text) => (text ? [plain(text)] : []))]);
}

function doorName({ name, alternate_name }: Pick<ServiceCard, 'name' | 'alternate_name'>): Rich {
  return [...plain('🚪 '), ...bold(isolate(name)), ...(alternate_name ? plain(` (${isolate(alternate_name)})`) : [])];
}

/** A number keeps its order, an address or a name its own direction. */
function isolated({ info: { direction } }: Say): (text: string) => string {
  return (text) => (/^\+?[\d ]+$/.test(text) ? dialled(text, direction) : isolate(text));
}

export function citationText(citation: Citation, say: Say): Rich {
  const text = isolate(say.citation(citation));
  const unread = citation.type === 'law' && citation.checked !== 'text' ? plain(` ${say.t('answer.check_text')}`) : [];
  return [citation.url ? { text, href: citation.url } : { text }, ...unread];
}

function blockText(block: Block, say: Say): Rich {
  if (block.type === 'paragraph') return inlines(block.content, say);
  if (block.type === 'ask') return lines([plain(say.t('answer.ask_instead')), contactText(block.contact, say)]);
  return lines(block.items.map((item, i) => [...plain(block.ordered ? `${say.number(i + 1)}. ` : '• '), ...inlines(item, say)]));
}

function inlines(content: readonly Inline[], say: Say): Rich {
  return content.flatMap((inline): Rich => {
    switch (inline.type) {
      case 'strong':
        return bold(say.plain(inline.content));
      case 'link':
        return [{ text: inline.text, href: inline.href }];
      case 'fact':
        return bold(isolate(say.plain([inline])));
      case 'line':
        return plain(dialled(inline.line.number, say.info.direction));
      default:
        return plain(say.plain([inline]));
    }
  });
}
