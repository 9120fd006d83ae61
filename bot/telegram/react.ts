/** What somebody wants -> what the chat shows, and what is kept. Sends nothing itself. */
import { cityAt, doorKinds, doorsNear, type Question } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import type { Kept } from '../memory.ts';
import type { Tap } from './code.ts';
import * as menu from './menu.ts';
import { command } from './obey.ts';
import { press } from './press.ts';
import { type Incoming, toQuestion } from './request.ts';
import { answer, chosenSetting, type House, type Reaction, restage, type Stage, settingOf, stageFor, topicOf } from './stage.ts';

/** Null: nothing is said. Throws only for our own faults. */
export async function react(incoming: Incoming, kept: Kept, house: House, username: string): Promise<Reaction | null> {
  const { wish } = incoming;
  const setting = wish.type === 'tap' && wish.tap ? settingOf(wish.tap) : chosenSetting(incoming, kept, house);
  const stage = await stageFor(setting, incoming, kept, house, username);
  switch (wish.type) {
    case 'ask':
      return ask(wish.text, wish.about, stage);
    case 'command':
      return command(wish.name, wish.argument, wish.about, stage);
    case 'tap':
      return wish.tap ? press(wish.tap, stage) : null;
    case 'position':
      return atPosition(wish.position, stage);
    case 'media':
      return { screens: [menu.mediaScreen(stage.scene)] };
    default:
      return null;
  }
}

async function ask(text: string, about: Tap | null, stage: Stage): Promise<Reaction> {
  const { incoming, kept, core, defaultPlace, now } = stage;
  const question = toQuestion(text, incoming, kept.settings, { place: defaultPlace, now: now() });
  const topic = about ? await topicOf(about.item, about.locale, core) : undefined;
  return answer({ ...question, ...(topic && about ? { previous: { topic: topic.id, place: about.place } } : {}) }, stage);
}

/** The position chooses a city, sorts its doors, and is gone. */
async function atPosition(position: NonNullable<Question['position']>, stage: Stage): Promise<Reaction> {
  const { core, scene } = stage;
  const place = cityAt(position, core.bundled);
  if (!place) return { screens: [menu.countriesScreen(scene, undefined, scene.say.t('telegram.no_city'))] };
  const next = await restage({ ...scene.setting, place }, stage);
  const doors = await doorsNear(position, place, stage.now(), core);
  const title = `${scene.say.t('answer.doors')}: ${namedIn(place, scene.setting.locale, core.bundled)}`;
  const screen = doors.length > 0 ? menu.doorsList(next.scene, title, doors.slice(0, mostNear)) : menu.kindsScreen(next.scene, await doorKinds(place, core));
  return { screens: [screen], keep: { ...stage.kept.settings, place } };
}

const mostNear = 6;
