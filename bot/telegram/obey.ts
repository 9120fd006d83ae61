/** Commands. What each is for stands in commands.ts. */
import { doorKinds, findPlaces, knownLocale, topicsIn } from '../../core/index.ts';
import { card } from './card.ts';
import { readStart, type Tap } from './code.ts';
import * as menu from './menu.ts';
import { topicQuestion } from './request.ts';
import { answer, choose, type Reaction, restage, type Stage } from './stage.ts';

export async function command(name: string, argument: string, about: Tap | null, stage: Stage): Promise<Reaction | null> {
  const { scene, core } = stage;
  switch (name) {
    case 'start':
      return start(argument, stage);
    case 'emergency':
      return { screens: [menu.emergencyScreen(scene)] };
    case 'rights':
      return { screens: [menu.groupsScreen(scene, await topicsIn(scene.setting.locale, core))] };
    case 'services':
      return { screens: [menu.kindsScreen(scene, await doorKinds(scene.setting.place, core))] };
    case 'city':
      return searchCity(argument, stage);
    case 'language':
      return chooseLanguage(argument, stage);
    case 'card':
      return card(argument, about, stage);
    case 'buddy':
      return choose({ reader: scene.setting.reader === 'buddy' ? 'resident' : 'buddy' }, undefined, stage);
    case 'settings':
      return { screens: [menu.settingsScreen(scene)] };
    case 'privacy':
      return { screens: [menu.privacyScreen(scene)] };
    case 'forget':
      return { screens: [], forget: true };
    default:
      return name === 'help' || stage.incoming.isPrivate ? { screens: [menu.helpScreen(scene)], tells: scene.setting.locale } : null;
  }
}

/** A link of a poster chooses city and language, and may name a topic. */
async function start(payload: string, stage: Stage): Promise<Reaction> {
  const { core } = stage;
  if (payload === 'city') return { screens: [menu.citiesScreen(stage.scene)] };
  const chosen = readStart(payload, core.bundled);
  if (!chosen) return { screens: [menu.startScreen(stage.scene)], tells: stage.scene.setting.locale };
  const { locale, place, topic } = chosen;
  const keep = { ...stage.kept.settings, locale, place };
  const setting = { ...stage.scene.setting, locale, place };
  const next = await restage(setting, stage);
  const known = (await topicsIn(locale, core)).find(({ id }) => id === topic);
  if (!known) return { screens: [menu.startScreen(next.scene)], keep, tells: locale };
  return { ...(await answer(topicQuestion(known.id, setting, next.now()), next)), keep };
}

/** One city: it is chosen. Several: which? None: which country? */
async function searchCity(text: string, stage: Stage): Promise<Reaction> {
  const { scene, core, places } = stage;
  if (!text) return { screens: [menu.citiesScreen(scene)] };
  const found = findPlaces(text, core).filter((id) => places.length === 0 || places.includes(id));
  const [only, ...others] = found;
  if (!only) return { screens: [menu.countriesScreen(scene, undefined, scene.say.t('telegram.no_city'))] };
  return others.length > 0 ? { screens: [menu.citiesScreen(scene, {}, found)] } : choose({ place: only }, undefined, stage);
}

async function chooseLanguage(text: string, stage: Stage): Promise<Reaction> {
  const locale = knownLocale(text, stage.core.bundled.locales);
  return locale ? choose({ locale }, undefined, stage) : { screens: [menu.languagesScreen(stage.scene)] };
}
