/** The card for two: one answer in two languages, for a resident and who goes with them, or the desk. */
import { type Core, knownLocale } from '../../core/index.ts';
import { reply } from '../assistant.ts';
import { codeOf, type Setting, type Tap } from './code.ts';
import { answerScreen, cardScreen, cardText, urgentScreen } from './render.ts';
import { topicQuestion, toQuestion } from './request.ts';
import { plain } from './rich.ts';
import { frameFor, introduced, type Reaction, type Stage, settingOf, topicOf } from './stage.ts';

/** `/card ar en`, as a reply to an answer or with a question behind it. */
export async function card(argument: string, about: Tap | null, stage: Stage): Promise<Reaction> {
  const { core, scene, kept, incoming, defaultPlace, now } = stage;
  const [, one, two, text = ''] = /^(\S+)\s+(\S+)(?:\s+([\s\S]+))?$/.exec(argument) ?? [];
  const locales = [one, two].map((tag) => knownLocale(tag, core.bundled.locales)).filter((tag) => tag !== null);
  const [first = scene.setting.locale, second = secondLanguage({ ...scene.setting, locale: first }, core)] = locales;
  const topic = await topicOf(about?.item, about?.locale ?? first, core);
  if (topic && about) return cardFor(topic.id, first, second ?? 'en', { ...stage, frame: { ...stage.frame, setting: { ...settingOf(about), locale: first } } });
  if (!text) return { screens: [{ text: plain(scene.say.t('telegram.card_how', { example: '/card ar en' })), buttons: [] }] };
  const question = toQuestion(text, incoming, kept.settings, { place: defaultPlace, now: now() });
  const found = await reply(question, core);
  if (found.answer.outcome !== 'answered') return introduced(found, answerScreen(found, frameFor(found, question, stage.frame)), stage);
  const { place, topic: answered } = found.answer;
  const shown = await cardFor(answered.id, first, second ?? 'en', { ...stage, frame: { ...stage.frame, setting: { ...scene.setting, place, locale: first } } });
  const urgent = urgentScreen(found);
  return { ...shown, screens: [...(urgent ? [urgent] : []), ...shown.screens] };
}

/** The language of the place, for the desk; none when that is the person's own. */
export function secondLanguage({ locale, place }: Setting, { bundled }: Core): string | undefined {
  const spoken = bundled.places[place]?.languages.flatMap((tag) => knownLocale(tag, bundled.locales) ?? []) ?? [];
  return [...spoken, 'en'].find((tag) => tag !== locale);
}

/** The answer about a topic in two languages. */
export async function cardFor(topic: string, first: string, second: string, { frame, core, now }: Stage, page = 0): Promise<Reaction> {
  const setting = { ...frame.setting, locale: first };
  const replies = await Promise.all([first, second].map((locale) => reply(topicQuestion(topic, { ...setting, locale }, now()), core)));
  const [own, other] = replies.map((result) => (result.answer.outcome === 'answered' ? cardText(result, result.answer) : null));
  const [ours] = replies;
  if (!own || !other || !ours) return { screens: replies.slice(0, 1).map((result) => answerScreen(result, frame)) };
  const tap = { ...setting, act: 'cardIn', item: codeOf(topic), also: codeOf(second), page } as const;
  return { screens: [cardScreen(own, other, tap, ours.say, ours.say.language(second))] };
}
