/** Rights, duties and networks: looked up without a store. */
import {
  chooseNetworks,
  dutyAreas,
  dutyBearers,
  dutySheet,
  dutyTopics,
  type NetworkWish,
  type Reader,
  ShardError,
  topicTitle,
  world,
} from '../../core/index.ts';
import { type Reply, reply } from '../assistant.ts';
import { deskIn } from '../desk.ts';
import { esc, sections } from './blocks.ts';
import { areasMessage, bearersMessage, dutiesMessage, networksMessage } from './browse.ts';
import type { Seat } from './desk.ts';
import { type Message, renderAnswer, renderDuty, renderProblem, type Voice } from './render.ts';
import { type Ref, toQuestion } from './request.ts';

export interface Lookup {
  readonly text: string;
  readonly reader: Reader;
  /** As the sheet of a duty. */
  readonly duty?: boolean;
  /** There are others in the conversation. */
  readonly shareable: boolean;
}

export function lookUp(seat: Seat, lookup: Lookup): Promise<Message> {
  return answerIn(seat, lookup, seat.settings.locale, seat.place);
}

/** The topic of a button, in the language and place in which it was shown. */
export async function lookUpAgain(seat: Seat, { topic, place, locale, reader, duty = false }: Ref, shareable: boolean): Promise<Message> {
  const title = await orNothing(topicTitle(topic, locale, seat.desk.core));
  return answerIn(seat, { text: title ?? topic, reader, duty, shareable }, locale, place);
}

async function answerIn(
  { desk: { core, now } }: Seat,
  { text, reader, duty, shareable }: Lookup,
  locale: string | null,
  place: string | undefined,
): Promise<Message> {
  const found = await reply(toQuestion(text, reader, { locale, place, now: now().toISOString() }), core);
  const { answer, say } = found;
  const ref = { place: answer.place, locale: say.locale, reader, ...(duty ? { duty } : {}) };
  const voice: Voice = { ...found, desk: await deskIn(say.locale, core), ref, shareable };
  if (found.problem) return renderProblem(found, voice);
  return duty ? dutyMessage(found, voice, core) : renderAnswer(found, voice);
}

/** Without the shards of the desk it is the answer for staff, which says the duty too. */
async function dutyMessage(found: Reply, voice: Voice, core: Seat['desk']['core']): Promise<Message> {
  if (found.answer.outcome !== 'answered') return renderAnswer(found, voice);
  const sheet = await orNothing(dutySheet(found.answer, core));
  return sheet && voice.desk.complete ? renderDuty(found, sheet, voice) : renderAnswer(found, voice);
}

/** `/duties` with the name of a service area, or with nothing: the way down. Null: it is a question. */
export async function browseDuties(seat: Seat, text: string): Promise<Message | null> {
  const { desk, say, place = world } = seat;
  if (!say.complete) return null;
  const areas = (await orNothing(dutyAreas(place, desk.core))) ?? [];
  if (text === '') return areasMessage(areas, seat);
  const named = areas.find(({ code }) => [code, say.label('group', code)].some((name) => name.toLowerCase() === text.toLowerCase()));
  return named ? bearersOf(seat, named.code) : null;
}

export async function bearersOf(seat: Seat, area: string): Promise<Message> {
  const bearers = (await orNothing(dutyBearers(seat.place ?? world, area, seat.desk.core))) ?? [];
  return bearersMessage(area, bearers, seat);
}

export async function dutiesOf(seat: Seat, area: string, bearer: string): Promise<Message> {
  const { desk, say, place = world } = seat;
  const topics = (await orNothing(dutyTopics(place, { area, bearer }, say.locale, desk.core))) ?? [];
  return dutiesMessage({ area, bearer, topics }, seat);
}

export async function networksFor(seat: Seat, wish: NetworkWish): Promise<Message> {
  const networks = (await orNothing(chooseNetworks(wish, seat.desk.core))) ?? [];
  return networksMessage(networks, wish, seat.say);
}

export function usage({ say }: Seat): Message {
  const text = say.complete ? say.t('slack.usage') : say.t('essential.problem.empty');
  return { blocks: sections([esc(text)]), text: esc(text) };
}

/** What cannot be loaded now is not there; the core has already answered danger by then. */
async function orNothing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    return null;
  }
}
