/** What a reaction is made from, and the ways all of them share. */
import { type Core, type IndexedTopic, type Question, topicsIn } from '../../core/index.ts';
import { localeFor, type Reply, reply, sayIn } from '../assistant.ts';
import type { Kept, Settings } from '../memory.ts';
import type { Screen } from './buttons.ts';
import { idOf, type Setting, type Tap } from './code.ts';
import * as menu from './menu.ts';
import { paragraphs } from './parts.ts';
import { answerScreen, type Frame, urgentScreens } from './render.ts';
import { type Incoming, topicQuestion } from './request.ts';
import { italic } from './rich.ts';

/** What this deployment is. */
export interface House {
  readonly core: Core;
  /** The place of who chose none. */
  readonly defaultPlace: string;
  readonly places: readonly string[];
  /** The origin of the web pages, where it is known: answers link to their page. */
  readonly site?: string | undefined;
  /** ISO 8601. */
  readonly now: () => string;
}

export interface Reaction {
  /** In the order they are sent; after a press the first one takes the place of the message. */
  readonly screens: readonly Screen[];
  /** Chosen: kept together with what was chosen before. */
  readonly keep?: Settings;
  readonly forget?: true;
  /** The language in which these screens say what we are. */
  readonly tells?: string;
}

/** What a reaction is made from. */
export interface Stage extends House {
  readonly incoming: Incoming;
  readonly kept: Kept;
  readonly scene: menu.Scene;
  readonly frame: Frame;
}

/** What was chosen, else what the person's Telegram says and this deployment serves. */
export function chosenSetting({ language }: Incoming, { settings }: Kept, { core, defaultPlace }: House): Setting {
  const { locale, place = defaultPlace, reader = 'resident' } = settings;
  return { locale: localeFor([locale, language], core.bundled), place: Object.hasOwn(core.bundled.places, place) ? place : defaultPlace, reader };
}

export function settingOf({ locale, place, reader }: Tap): Setting {
  return { locale, place, reader };
}

export async function stageFor(setting: Setting, incoming: Incoming, kept: Kept, house: House, username: string): Promise<Stage> {
  const { bundled } = house.core;
  const scene = { say: await sayIn(setting.locale, house.core), bundled, setting, places: house.places, isPrivate: incoming.isPrivate };
  return { ...house, incoming, kept, scene, frame: { setting, username, bundled, site: house.site } };
}

/** The same, after a choice. */
export function restage(setting: Setting, { incoming, kept, frame, core, defaultPlace, places, site, now }: Stage): Promise<Stage> {
  return stageFor(setting, incoming, kept, { core, defaultPlace, places, site, now }, frame.username);
}

/** Danger first, then the answer; the first one in a language says what we are. */
export async function answer(question: Question, stage: Stage): Promise<Reaction> {
  const result = await reply(question, stage.core);
  return introduced(result, answerScreen(result, frameFor(result, question, stage.frame)), stage);
}

export function introduced(result: Reply, screen: Screen, { kept }: Stage): Reaction {
  const before = urgentScreens(result);
  const { locale, complete } = result.say;
  if (!complete || kept.told.includes(locale)) return { screens: [...before, screen] };
  return { screens: [...before, { ...screen, text: paragraphs([italic(result.say.t('page.footer')), screen.text]) }], tells: locale };
}

/** Buttons go on in the language and place of the answer. */
export function frameFor({ answer: { locale, place } }: Reply, { reader }: Question, frame: Frame): Frame {
  return { ...frame, setting: { locale, place, reader } };
}

/** Keeps a choice, and shows what it changed: the answer that was being read, else the settings. */
export async function choose(choice: Settings, item: string | undefined, stage: Stage): Promise<Reaction> {
  const setting = { ...stage.scene.setting, ...choice };
  const next = await restage(setting, stage);
  const topic = await topicOf(item, setting.locale, stage.core);
  const shown = topic ? await answer(topicQuestion(topic.id, setting, next.now()), next) : { screens: [menu.settingsScreen(next.scene)] };
  return { ...shown, keep: { ...stage.kept.settings, ...choice } };
}

/** The topic a code means, with its title in a language. */
export async function topicOf(code: string | undefined, locale: string, core: Core): Promise<IndexedTopic | undefined> {
  if (!code) return undefined;
  const topics = await topicsIn(locale, core);
  const id = idOf(
    code,
    topics.map((topic) => topic.id),
  );
  return topics.find((topic) => topic.id === id);
}
