/** Answer -> screens: what the first message says, what waits behind its buttons, and the card for two. */
import { type Answered, type Core, longestText } from '../../core/index.ts';
import { cardPath, topicPath } from '../address.ts';
import type { Reply } from '../assistant.ts';
import { dutiesPart, failedParts, linesPart, outline, type Part } from '../outline.ts';
import type { Say } from '../say.ts';
import { type Button, placeButton, type Screen, settingButtons, topicButtons, turning } from './buttons.ts';
import { codeOf, encodeTap, linkTo, type Setting, startOf, type Tap } from './code.ts';
import { citationText, doorShort, paragraphs, partText, urgentText, type Voice } from './parts.ts';
import { bold, italic, lengthOf, longestMessage, plain, type Rich, split } from './rich.ts';

/** What an answer is shown with. */
export interface Frame {
  /** For whom, as far as the buttons must know. */
  readonly setting: Setting;
  /** The name of the bot, for links. */
  readonly username: string;
  readonly bundled: Core['bundled'];
  /** The origin of the web pages. */
  readonly site?: string | undefined;
}

/** A first message fits about three screens of a phone; what is behind it is one tap away. */
const firstLength = 2800;
const firstDoors = 2;
const mostRelated = 3;

/** Danger, in a message of its own; nothing where there is none. */
export function urgentScreens({ answer, say }: Reply): Screen[] {
  return answer.urgent ? [{ text: urgentText(answer.urgent, say), buttons: [] }] : [];
}

/** The answer itself, danger aside. `also`: the code of the topic the person came from. */
export function answerScreen(reply: Reply, frame: Frame, also?: string): Screen {
  const { answer, say } = reply;
  if (reply.problem) {
    const remark: Part = { type: 'remark', text: say.t(`essential.problem.${reply.problem}`, { limit: longestText }) };
    return { text: paragraphs([remark, ...linesPart(answer.lines, say)].map((part) => partText(part, reply))), buttons: [] };
  }
  if (answer.outcome === 'answered')
    return { text: paragraphs([...firstParts(reply, answer).shown.values()]), buttons: answeredButtons(answer, say, frame, also) };
  const parts = outline({ ...answer, urgent: null }, say, reply.placeName);
  return { text: paragraphs(parts.map((part) => partText(part, reply))), buttons: otherButtons(reply, frame) };
}

/** What the first message holds, by its place in the outline: what is needed, then as much of the rest as fits. */
function firstParts(reply: Reply, answer: Answered): { parts: readonly Part[]; shown: ReadonlyMap<Part, Rich> } {
  const parts = outline({ ...answer, urgent: null }, reply.say, reply.placeName);
  const texts = new Map(neededOf(parts).map((part) => [part, firstOf(part, reply)]));
  let length = lengthOf(paragraphs([...texts.values()]));
  for (const part of parts.filter((candidate) => isWelcome(candidate) && !texts.has(candidate))) {
    const text = firstOf(part, reply);
    if (length + lengthOf(text) > firstLength) continue;
    texts.set(part, text);
    length += lengthOf(text);
  }
  return { parts, shown: new Map(parts.flatMap((part) => [[part, texts.get(part) ?? []] as const]).filter(([part]) => texts.has(part))) };
}

/** Never cut: the right, the risk, the time limit, who must act, one source, and how far to trust it. */
function neededOf(parts: readonly Part[]): Part[] {
  const source = parts.find(({ type }) => type === 'citations');
  return parts.filter((part) => {
    if (part.type === 'section') return ['duty', 'answer', 'careful'].includes(part.section.name) && part.section.status === null;
    return part === source || ['notice', 'title', 'remark', 'deadlines', 'trust'].includes(part.type);
  });
}

function isWelcome(part: Part): boolean {
  return part.type === 'doors' || (part.type === 'section' && part.section.name !== 'refused');
}

/** A part as the first message has it: one source, one line of trust, two doors in short. */
function firstOf(part: Part, voice: Voice): Rich {
  const { say } = voice;
  if (part.type === 'trust') return italic(shortTrust(part, say));
  if (part.type === 'doors') return paragraphs([bold(part.title), ...part.services.slice(0, firstDoors).map((card) => doorShort(card, say))]);
  const [first] = part.type === 'citations' ? part.citations : [];
  if (first) return [...plain(first.type === 'law' ? '§ ' : '↗ '), ...citationText(first, say)];
  return partText(part, voice);
}

/** Whether it is due, who checked it, and what a machine did: the rest is behind "more". */
function shortTrust({ trust, asOf }: Part & { type: 'trust' }, say: Say): string {
  const left = [say.t('trust.behind'), say.t('trust.as_of', { date: say.date(asOf) })];
  return say
    .trust(trust, asOf)
    .filter((sentence) => !left.includes(sentence))
    .join(' ');
}

/** Everything the first message has no room for, as pages of a message that is edited in place. */
export function moreScreen(reply: Reply, answer: Answered, frame: Frame, page: number): Screen {
  const { parts, shown } = firstParts(reply, answer);
  const rest = parts.filter((part) => !['topics', 'title', 'doors'].includes(part.type) && (!shown.has(part) || ['citations', 'trust'].includes(part.type)));
  const texts = [bold(answer.topic.title), ...rest.map((part) => partText(part, reply))];
  return pages(texts, { ...frame.setting, act: 'more', item: codeOf(answer.topic.id), page }, reply.say);
}

export function doorsScreen(reply: Reply, answer: Answered, frame: Frame, page: number): Screen {
  const doors: Part = { type: 'doors', title: reply.say.t('answer.doors'), services: answer.services };
  return pages([partText(doors, reply)], { ...frame.setting, act: 'doors', item: codeOf(answer.topic.id), page }, reply.say);
}

/** One page of a text, with the way to the others and back to the answer. */
export function pages(texts: readonly Rich[], tap: Tap & { page: number }, say: Say): Screen {
  const all = split(paragraphs(texts));
  const page = Math.min(tap.page, all.length - 1);
  const back = { text: `‹ ${say.t('telegram.back')}`, data: encodeTap({ ...tap, act: 'answer', also: '', page: 0 }) };
  return { text: all[page] ?? [], buttons: [...turning(page, all.length, tap, say), [back]] };
}

function answeredButtons(answer: Answered, say: Say, { setting, username, bundled, site }: Frame, also?: string): Button[][] {
  const item = codeOf(answer.topic.id);
  const to = (act: Tap['act'], more: Partial<Tap> = {}): string => encodeTap({ ...setting, act, item, ...more });
  const link = linkTo(username, startOf(setting.place, setting.locale, answer.topic.id));
  const share = `https://t.me/share/url?${new URLSearchParams({ url: link, text: answer.topic.title })}`;
  return [
    [{ text: say.t('telegram.more'), data: to('more') }, ...(answer.services.length > 0 ? [{ text: `🚪 ${say.t('answer.doors')}`, data: to('doors') }] : [])],
    settingButtons(setting, say, bundled, item),
    [
      { text: `↗ ${say.t('page.share')}`, url: share },
      { text: `⇄ ${say.t('page.card')}`, data: to('card') },
    ],
    ...(site ? [[{ text: `🔗 ${say.t('page.link')}`, url: site + topicPath(setting.place, setting.locale, answer.topic.id, setting.reader) }]] : []),
    ...topicButtons(answer.related.slice(0, mostRelated), setting, item),
    ...(also ? [[{ text: `‹ ${say.t('telegram.back')}`, data: to('answer', { item: also }) }]] : []),
  ];
}

function otherButtons({ answer, say, placeName }: Reply, { setting, bundled }: Frame): Button[][] {
  if (!say.complete) return [];
  const topics = answer.outcome === 'choose' ? topicButtons(answer.choices, setting) : [];
  const places = answer.outcome === 'where' ? answer.places.map((place) => [placeButton(place, placeName, setting, codeOf(answer.topic.id))]) : [];
  const groups = [{ text: say.t('page.topics'), data: encodeTap({ ...setting, act: 'groups' }) }];
  return [...topics, ...places, groups, settingButtons(setting, say, bundled)];
}

const mostDuties = 2;

/** Right, risk, time limit, who must act by which article, and trust, in a few lines: half of a card for two, or one to share. */
export function cardText(reply: Reply, answer: Answered, hasDuties = true): Rich {
  const needed = neededOf(outline({ ...answer, urgent: null }, reply.say, reply.placeName)).filter(({ type }) => type !== 'duties');
  const duties = (hasDuties ? dutiesPart(answer) : []).map((part) => (part.type === 'duties' ? { ...part, duties: part.duties.slice(0, mostDuties) } : part));
  // A duty names its article: another source would say it twice.
  const isLast = ({ type }: Part): boolean => type === 'trust' || type === 'citations';
  const last = needed.filter(({ type }) => type === 'trust' || (type === 'citations' && duties.length === 0));
  return paragraphs([...needed.filter((part) => !isLast(part)), ...duties, ...last].map((part) => firstOf(part, reply)));
}

export interface AnsweredReply {
  readonly reply: Reply;
  readonly answer: Answered;
}

/**
 * Both languages in one message, the asker's first: with the duties where there is room. The few that are too long have pages. `tap.also`: the
 * code of the second language. `site`: where the same card can be printed.
 */
export function cardScreen(ours: AnsweredReply, theirs: AnsweredReply, tap: Tap & { readonly page: number }, site?: string): Screen {
  const halves = (hasDuties: boolean): Rich[] => {
    const [first, second] = [ours, theirs].map(({ reply, answer }) => cardText(reply, answer, hasDuties));
    return [first ?? [], plain('— — —'), second ?? []];
  };
  const full = halves(true);
  const fitting = lengthOf(paragraphs(full)) > longestMessage ? halves(false) : full;
  const { say } = ours.reply;
  const { text, buttons } = pages(fitting, tap, say);
  const other = say.language(theirs.reply.say.locale);
  const sheet = site
    ? [[{ text: `🖨 ${say.t('page.print')}`, url: site + cardPath(tap.place, tap.locale, ours.answer.topic.id, theirs.reply.say.locale) }]]
    : [];
  return { text, buttons: [...buttons, ...sheet, [{ text: `🌐 ${other}`, data: encodeTap({ ...tap, also: '', page: 0 }) }]] };
}

/** `failed`, when not even an answer could be put together: the words of the bundle and the lines of the place. */
export function failedScreen(place: string, say: Say, { places }: Core['bundled']): Screen {
  const voice = { say, sayFor: () => say, placeName: (id: string) => id };
  return { text: paragraphs(failedParts(places[place]?.lines ?? [], say).map((part) => partText(part, voice))), buttons: [] };
}
