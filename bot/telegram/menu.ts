/** Screens that are no answer: to choose, to browse, and to read what we are. */
import { type Bundled, type IndexedTopic, placesOf, readers, type ServiceCard, world } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import { linesPart } from '../outline.ts';
import type { Say } from '../say.ts';
import { type Button, placeButton, type Screen, settingButtons, topicButtons, turning } from './buttons.ts';
import { codeOf, encodeTap, type Setting, type Tap } from './code.ts';
import { commands } from './commands.ts';
import { doorText, lines, paragraphs, partText } from './parts.ts';
import { bold, isolate, italic, plain, type Rich, split } from './rich.ts';

/** What every screen is made with. */
export interface Scene {
  readonly say: Say;
  readonly bundled: Bundled;
  readonly setting: Setting;
  /** What this deployment offers; empty for all. */
  readonly places: readonly string[];
  /** Only there a phone may be asked where it is. */
  readonly isPrivate: boolean;
}

/** The first thing people read: what this is, that it is no person, and how to ask. */
export function startScreen({ say, setting, bundled }: Scene): Screen {
  const examples = ['doctor', 'wages', 'school'].map((name) => plain(`• ${say.t(`page.example_${name}`)}`));
  return {
    text: paragraphs([
      lines([bold(say.t('essential.name')), plain(say.t('page.description'))]),
      italic(say.t('page.footer')),
      plain(say.t('page.question_hint')),
      lines([plain(`${say.t('page.examples')}:`), ...examples]),
    ]),
    buttons: [settingButtons(setting, say, bundled), [to('groups', say.t('page.topics'), setting), to('emergency', `🆘 ${say.t('page.emergency')}`, setting)]],
  };
}

export function helpScreen({ say, setting, bundled }: Scene): Screen {
  const list = Object.entries(commands).map(([name, key]) => plain(`/${name} – ${say.t(key)}`));
  return {
    text: paragraphs([
      bold(say.t('telegram.help')),
      plain(say.t('page.question_hint')),
      lines(list),
      plain(say.t('telegram.card_how', { example: '/card ar en' })),
      italic(say.t('page.footer')),
    ]),
    buttons: [settingButtons(setting, say, bundled)],
  };
}

export function privacyScreen({ say, setting }: Scene): Screen {
  const days = say.t('unit.days', { count: 90, n: say.number(90) });
  const hours = say.t('unit.hours', { count: 24, n: say.number(24) });
  return {
    text: lines([bold(say.t('telegram.privacy')), plain(say.t('telegram.privacy_text', { days, hours }))]),
    buttons: [[to('forget', say.t('telegram.forget'), setting)]],
  };
}

/** After `/forget`: whether it was done, or when it will be. */
export function forgottenScreen(isDone: boolean, say: Say): Screen {
  const days = say.t('unit.days', { count: 90, n: say.number(90) });
  return { text: plain(isDone ? say.t('telegram.forgotten') : say.t('telegram.forget_later', { days })), buttons: [] };
}

export function mediaScreen({ say, setting, bundled }: Scene): Screen {
  const emergency = (bundled.places[setting.place]?.lines ?? []).filter(({ kind }) => kind === 'emergency');
  return {
    text: paragraphs([plain(say.t('telegram.media')), ...linesPart(emergency, say).map((part) => partText(part, voiceOf(say, bundled)))]),
    buttons: [settingButtons(setting, say, bundled)],
  };
}

export function emergencyScreen({ say, setting, bundled }: Scene): Screen {
  const numbers = linesPart(bundled.places[setting.place]?.lines ?? [], say).map((part) => partText(part, voiceOf(say, bundled)));
  return { text: paragraphs(numbers), buttons: [settingButtons(setting, say, bundled)] };
}

export function settingsScreen({ say, setting, bundled }: Scene): Screen {
  const row = (label: string, value: string): Rich => [...plain(`${label}: `), ...bold(isolate(value))];
  const chosen = readers.map((reader) => ({
    text: `${reader === setting.reader ? '✓ ' : ''}${say.t(`page.reader_${reader}`)}`,
    data: encodeTap({ ...setting, reader, act: 'setReader' }),
  }));
  return {
    text: lines([
      bold(say.t('telegram.settings')),
      row(say.t('page.language'), say.language(setting.locale)),
      row(say.t('page.place'), setting.place === world ? say.t('page.place_any') : namedIn(setting.place, setting.locale, bundled)),
      row(say.t('page.reader'), say.t(`page.reader_${setting.reader}`)),
    ]),
    buttons: [settingButtons(setting, say, bundled), ...chosen.map((button) => [button])],
  };
}

const placesPerPage = 12;

/** Cities by name, a page at a time; or those that were searched for. */
export function citiesScreen({ say, setting, bundled, places, isPrivate }: Scene, tap: Pick<Tap, 'item' | 'page'> = {}, found?: readonly string[]): Screen {
  const offered = placesOf('city', setting.locale, bundled).filter((id) => places.length === 0 || places.includes(id));
  const cities = found ?? offered;
  const many = Math.max(1, Math.ceil(cities.length / placesPerPage));
  const page = Math.min(tap.page ?? 0, many - 1);
  const shown = cities.slice(page * placesPerPage, (page + 1) * placesPerPage);
  const item = tap.item ? { item: tap.item } : {};
  const [example] = offered;
  const search = example ? say.t('telegram.city_search', { example: `/city ${namedIn(example, setting.locale, bundled)}` }) : '';
  return {
    text: lines([bold(say.t('page.place')), plain(search), ...(isPrivate ? [plain(say.t('telegram.location'))] : [])]),
    buttons: [
      ...inRows(
        shown.map((id) => placeButton(id, nameIn(setting.locale, bundled), setting, tap.item)),
        2,
      ),
      ...(found ? [] : turning(page, many, { ...setting, ...item, act: 'cities' }, say)),
      [...(isPrivate ? [to('locate', `📍 ${say.t('telegram.near')}`, setting)] : []), to('countries', say.t('page.not_listed'), { ...setting, ...item })],
    ],
  };
}

/** For who lives in no listed city. `text`: what to say first, else the question itself. */
export function countriesScreen({ say, setting, bundled }: Scene, item?: string, text = say.t('page.place')): Screen {
  const countries = placesOf('country', setting.locale, bundled).map((id) => placeButton(id, nameIn(setting.locale, bundled), setting, item));
  const elsewhere = placeButton(world, () => say.t('page.place_any'), setting, item);
  return { text: plain(text), buttons: [...inRows(countries, 2), [elsewhere]] };
}

/** A keyboard of the phone itself asks for the position. */
export function locateScreen({ say }: Scene): Screen {
  return { text: plain(say.t('telegram.location')), buttons: [], asksPosition: `📍 ${say.t('telegram.near')}` };
}

/** Every language by its own name. `act`: what the choice does. */
export function languagesScreen({ say, setting, bundled }: Scene, item?: string, act: 'setLanguage' | 'cardIn' = 'setLanguage'): Screen {
  const more = item ? { item } : {};
  const buttons = Object.entries(bundled.locales).map(([locale, { autonym }]): Button => {
    const tap = act === 'setLanguage' ? { ...setting, locale, act, ...more } : { ...setting, act, ...more, also: codeOf(locale) };
    return { text: autonym, data: encodeTap(tap) };
  });
  return { text: bold(`🌐 ${say.t('page.language')}`), buttons: inRows(buttons, 3) };
}

export function groupsScreen({ say, setting }: Scene, topics: readonly IndexedTopic[]): Screen {
  const groups = [...new Set(topics.map(({ group }) => group))].map((group) => ({
    text: say.label('group', group),
    data: encodeTap({ ...setting, act: 'topics', item: codeOf(group) }),
  }));
  return { text: bold(say.t('page.topics')), buttons: inRows(groups, 2) };
}

export function topicsScreen({ say, setting }: Scene, group: string, topics: readonly IndexedTopic[]): Screen {
  const own = topics.filter((topic) => topic.group === group);
  return { text: bold(say.label('group', group)), buttons: [...topicButtons(own, setting), [to('groups', `‹ ${say.t('telegram.back')}`, setting)]] };
}

/** The kinds of doors of a place; where it has none, the way to another place. */
export function kindsScreen(scene: Scene, kinds: readonly string[]): Screen {
  const { say, setting, bundled } = scene;
  if (kinds.length === 0) return { ...citiesScreen(scene), text: plain(say.t('answer.place_world')) };
  const buttons = kinds.map((kind) => ({ text: say.label('service_category', kind), data: encodeTap({ ...setting, act: 'kind', item: codeOf(kind) }) }));
  const title = `${say.t('answer.doors')}: ${isolate(namedIn(setting.place, setting.locale, bundled))}`;
  return { text: bold(title), buttons: [...inRows(buttons, 2), settingButtons(setting, say, bundled)] };
}

export function doorsList({ say, setting }: Scene, title: string, doors: readonly ServiceCard[], tap: Pick<Tap, 'item' | 'page'> = {}): Screen {
  const all = split(paragraphs([bold(title), ...doors.map((card) => doorText(card, say))]));
  const page = Math.min(tap.page ?? 0, all.length - 1);
  const turn = turning(page, all.length, { ...setting, act: 'kind', ...(tap.item ? { item: tap.item } : {}) }, say);
  return { text: all[page] ?? [], buttons: [...turn, [to('kinds', `‹ ${say.t('telegram.back')}`, setting)]] };
}

function to(act: Tap['act'], text: string, tap: Omit<Tap, 'act'>): Button {
  return { text, data: encodeTap({ ...tap, act }) };
}

function inRows<T>(items: readonly T[], width: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / width) }, (_, row) => items.slice(row * width, (row + 1) * width));
}

function nameIn(locale: string, bundled: Bundled): (id: string) => string {
  return (id) => namedIn(id, locale, bundled);
}

function voiceOf(say: Say, bundled: Bundled) {
  return { say, sayFor: () => say, placeName: nameIn(say.locale, bundled) };
}
