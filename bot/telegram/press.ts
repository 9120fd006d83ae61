/** Buttons. The message a button hangs under is edited in place. */
import { type Answered, doorKinds, doorsOfKind, topicsIn } from '../../core/index.ts';
import { type Reply, reply } from '../assistant.ts';
import type { Screen } from './buttons.ts';
import { cardFor } from './card.ts';
import { idOf, type Tap } from './code.ts';
import * as menu from './menu.ts';
import { answerScreen, doorsScreen, type Frame, moreScreen } from './render.ts';
import { topicQuestion } from './request.ts';
import { choose, type Reaction, type Stage, topicOf } from './stage.ts';

export async function press(tap: Tap, stage: Stage): Promise<Reaction> {
  const { scene, core, now } = stage;
  switch (tap.act) {
    case 'answer':
    case 'more':
    case 'doors':
    case 'card':
      return pressTopic(tap, stage);
    case 'cardIn':
      return pressCardIn(tap, stage);
    case 'setPlace':
      return choose({ place: tap.place }, tap.item, stage);
    case 'setLanguage':
      return choose({ locale: tap.locale }, tap.item, stage);
    case 'setReader':
      return choose({ reader: tap.reader }, undefined, stage);
    case 'cities':
      return { screens: [menu.citiesScreen(scene, tap)] };
    case 'countries':
      return { screens: [menu.countriesScreen(scene, tap.item)] };
    case 'locate':
      return { screens: [menu.locateScreen(scene)] };
    case 'languages':
      return { screens: [menu.languagesScreen(scene, tap.item)] };
    case 'emergency':
      return { screens: [menu.emergencyScreen(scene)] };
    case 'forget':
      return { screens: [], forget: true };
    case 'groups':
    case 'topics':
      return pressGroup(tap, stage);
    case 'kinds':
      return { screens: [menu.kindsScreen(scene, await doorKinds(tap.place, core))] };
    case 'kind': {
      const kind = idOf(tap.item, await doorKinds(tap.place, core));
      if (!kind) return { screens: [menu.kindsScreen(scene, await doorKinds(tap.place, core))] };
      return { screens: [menu.doorsList(scene, scene.say.label('service_category', kind), await doorsOfKind(kind, tap.place, now(), core), tap)] };
    }
  }
}

async function pressGroup({ item }: Tap, { scene, core }: Stage): Promise<Reaction> {
  const topics = await topicsIn(scene.setting.locale, core);
  const group = idOf(item, new Set(topics.map((topic) => topic.group)));
  return { screens: [group ? menu.topicsScreen(scene, group, topics) : menu.groupsScreen(scene, topics)] };
}

async function pressTopic(tap: Tap, stage: Stage): Promise<Reaction> {
  const { core, frame, scene, now } = stage;
  const topic = await topicOf(tap.item, tap.locale, core);
  if (!topic) return pressGroup(tap, stage);
  if (tap.act === 'card') return cardFor(topic.id, scene.setting, undefined, stage);
  const result = await reply(topicQuestion(topic.id, tap, now()), core);
  return { screens: [pressedScreen(tap, result, frame)] };
}

function pressedScreen(tap: Tap, result: Reply, frame: Frame): Screen {
  const answered: Answered | null = result.answer.outcome === 'answered' ? result.answer : null;
  if (answered && tap.act === 'more') return moreScreen(result, answered, frame, tap.page ?? 0);
  if (answered && tap.act === 'doors') return doorsScreen(result, answered, frame, tap.page ?? 0);
  return answerScreen(result, frame, tap.also);
}

/** Without a language: which one? */
async function pressCardIn(tap: Tap, stage: Stage): Promise<Reaction> {
  const second = idOf(tap.also, Object.keys(stage.core.bundled.locales));
  const topic = await topicOf(tap.item, tap.locale, stage.core);
  if (topic && second) return cardFor(topic.id, stage.scene.setting, second, stage, tap.page);
  return { screens: [menu.languagesScreen(stage.scene, tap.item, 'cardIn')] };
}
