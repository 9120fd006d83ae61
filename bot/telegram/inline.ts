/** `@bot unpaid wages` in any chat: answer cards to share. The query is neither kept nor shown. */
import type { InlineQueryResult } from 'grammy/types';
import { type Answered, longestText, type TopicRef } from '../../core/index.ts';
import { type Reply, reply } from '../assistant.ts';
import type { Kept } from '../memory.ts';
import { codeOf, linkTo, startOf } from './code.ts';
import { paragraphs } from './parts.ts';
import { cardText, urgentScreens } from './render.ts';
import { type Incoming, topicQuestion, toQuestion } from './request.ts';
import { italic, lengthOf, longestMessage, plain, type Rich, shorten, split, toHtml, toPlain } from './rich.ts';
import { chosenSetting, type House } from './stage.ts';

/** Fewer letters are not yet a question. */
const shortestQuery = 3;
const longestDescription = 120;

/** The card of an answer, or one for each topic it may be. */
export async function inlineResults(query: string, incoming: Incoming, kept: Kept, house: House, username: string): Promise<InlineQueryResult[]> {
  if (query.trim().length < shortestQuery) return [];
  const now = house.now();
  const found = await reply(toQuestion(query.slice(0, longestText), incoming, kept.settings, { place: house.defaultPlace, now }), house.core);
  const setting = { ...chosenSetting(incoming, kept, house), locale: found.answer.locale, place: found.answer.place };
  const topics: readonly TopicRef[] = found.answer.outcome === 'choose' ? found.answer.choices : [];
  const others = await Promise.all(topics.map(({ id }) => reply(topicQuestion(id, setting, now), house.core)));
  return [
    ...urgentScreens(found).map(({ text }) => result('urgent', found.answer.urgent?.title ?? '', text)),
    ...[found, ...others].flatMap((one) => (one.answer.outcome === 'answered' ? [cardResult(one, one.answer, username)] : [])),
  ];
}

function cardResult(one: Reply, answer: Answered, username: string): InlineQueryResult {
  const { locale, place, topic } = answer;
  const card = paragraphs([cardText(one, answer), italic(one.say.t('page.footer'))]);
  const button = { text: `💬 ${one.say.t('page.ask')}`, url: linkTo(username, startOf(place, locale, topic.id)) };
  return { ...result(`${codeOf(topic.id)}.${locale}`, topic.title, card), reply_markup: { inline_keyboard: [[button]] } };
}

function result(id: string, title: string, text: Rich): InlineQueryResult & { type: 'article' } {
  const [first = plain(title)] = lengthOf(text) > longestMessage ? split(text) : [text];
  return {
    type: 'article',
    id,
    title,
    description: shorten(toPlain(first).slice(title.length).trim(), longestDescription),
    input_message_content: { message_text: toHtml(first), parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
}
