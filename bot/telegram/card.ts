/** The card for two: one answer in two languages, for a resident and who goes with them, or the desk. */
import { knownLocale } from '../../core/index.ts';
import { reply } from '../assistant.ts';
import { secondLanguage } from '../second-language.ts';
import { codeOf, type Setting, type Tap } from './code.ts';
import { languagesScreen } from './menu.ts';
import { answerScreen, cardScreen, urgentScreens } from './render.ts';
import { topicQuestion, toQuestion } from './request.ts';
import { plain } from './rich.ts';
import { frameFor, introduced, type Reaction, type Stage, settingOf, topicOf } from './stage.ts';

/** `/card ar en`, as a reply to an answer or with a question behind it; `/card` alone takes the language of the place. */
export async function card(argument: string, about: Tap | null, stage: Stage): Promise<Reaction> {
  const { core, scene, kept, incoming, defaultPlace, now } = stage;
  const [, one, two, text = ''] = /^(\S+)\s+(\S+)(?:\s+([\s\S]+))?$/.exec(argument) ?? [];
  const [locale = scene.setting.locale, second] = [one, two].map((tag) => knownLocale(tag, core.bundled.locales)).filter((tag) => tag !== null);
  const topic = about ? await topicOf(about.item, about.locale, core) : undefined;
  if (topic && about) return cardFor(topic.id, { ...settingOf(about), locale }, second, stage);
  if (!text) return { screens: [{ text: plain(scene.say.t('telegram.card_how', { example: '/card ar en' })), buttons: [] }] };
  const question = toQuestion(text, incoming, kept.settings, { place: defaultPlace, now: now() });
  const found = await reply(question, core);
  if (found.answer.outcome !== 'answered') return introduced(found, answerScreen(found, frameFor(found, question, stage.frame)), stage);
  const { place, topic: answered } = found.answer;
  const { screens } = await cardFor(answered.id, { ...scene.setting, place, locale }, second, stage);
  return { screens: [...urgentScreens(found), ...screens] };
}

/** The answer about a topic in the language of the setting and a second one: that of the place, where none was chosen; else it is asked for. */
export async function cardFor(topic: string, setting: Setting, chosen: string | undefined, stage: Stage, page = 0): Promise<Reaction> {
  const { frame, scene, core, now } = stage;
  const second = chosen ?? secondLanguage(setting.locale, setting.place, core);
  if (!second) return { screens: [languagesScreen(scene, codeOf(topic), 'cardIn')] };
  // What a resident reads, with who must act by which article: that is what both need at the desk.
  const ours = await reply(topicQuestion(topic, { ...setting, reader: 'resident' }, now()), core);
  const theirs = await reply(topicQuestion(topic, { ...setting, reader: 'resident', locale: second }, now()), core);
  if (ours.answer.outcome !== 'answered' || theirs.answer.outcome !== 'answered') return { screens: [answerScreen(ours, { ...frame, setting })] };
  const tap = { ...setting, act: 'cardIn', item: codeOf(topic), also: codeOf(second), page } as const;
  return { screens: [cardScreen({ reply: ours, answer: ours.answer }, { reply: theirs, answer: theirs.answer }, tap, stage.site)] };
}
