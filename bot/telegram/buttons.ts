/** What can be pressed under a message. */
import type { Core, TopicRef } from '../../core/index.ts';
import type { Say } from '../say.ts';
import { codeOf, encodeTap, type Setting, type Tap } from './code.ts';
import { type Rich, shorten } from './rich.ts';

export type Button = { readonly text: string; readonly data: string } | { readonly text: string; readonly url: string };

/** A message as it stands in the chat. */
export interface Screen {
  readonly text: Rich;
  readonly buttons: readonly (readonly Button[])[];
  /** Asks the phone for its position with a keyboard of its own; private chats only. */
  readonly asksPosition?: string;
}

const longestLabel = 60;

/** The row that turns pages; none where there is one page. */
export function turning(page: number, many: number, tap: Tap, say: Say): Button[][] {
  if (many < 2) return [];
  const to = (wanted: number): string => encodeTap({ ...tap, page: (wanted + many) % many });
  return [
    [
      { text: '◀', data: to(page - 1) },
      { text: `${say.number(page + 1)}/${say.number(many)}`, data: to(page) },
      { text: '▶', data: to(page + 1) },
    ],
  ];
}

/** Where, and in which language: the way to another. `item`: the topic to come back to. */
export function settingButtons(setting: Setting, say: Say, { places }: Core['bundled'], item?: string): Button[] {
  const back = item ? { item } : {};
  const place = places[setting.place];
  const name = place?.level === 'city' || place?.level === 'country' ? (place.names[setting.locale] ?? place.names.en ?? '') : say.t('page.place');
  return [
    { text: `📍 ${name}`, data: encodeTap({ ...setting, act: 'cities', ...back }) },
    { text: `🌐 ${say.language(setting.locale)}`, data: encodeTap({ ...setting, act: 'languages', ...back }) },
  ];
}

/** Topics as buttons, a row each: titles are long. */
export function topicButtons(topics: readonly TopicRef[], setting: Setting, also?: string): Button[][] {
  return topics.map(({ id, title }) => [
    { text: shorten(title, longestLabel), data: encodeTap({ ...setting, act: 'answer', item: codeOf(id), ...(also ? { also } : {}) }) },
  ]);
}

/** Chooses a place; with a topic, its answer follows. */
export function placeButton(place: string, name: (id: string) => string, setting: Setting, item?: string): Button {
  return { text: shorten(name(place), longestLabel), data: encodeTap({ ...setting, place, act: 'setPlace', ...(item ? { item } : {}) }) };
}
