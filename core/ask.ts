/** The whole pipeline on one screen: urgent -> locale -> place -> search -> answer. */
import type { Answer, Answered, Contact, Failed, ScoredTopic, TopicRef, Unknown, Urgent, Where } from './answer.ts';
import { type Asked, readQuestion, searchAll } from './asked.ts';
import { compose } from './compose.ts';
import type { Core } from './core.ts';
import { decide, isFollowUp, isNear, mostChoices, nearest } from './decide.ts';
import { ShardError } from './errors.ts';
import type { Clock } from './hours.ts';
import { fallbackChain } from './locale.ts';
import type { ResolvedPlace } from './place.ts';
import type { Question } from './question.ts';
import { type Hit, type SearchIndex, topicOfLine } from './search.ts';
import { cardOf, type OpenPlace, type ServiceCard, servicesFor, servicesNamed } from './service.ts';
import { loadPlace, loadTexts } from './texts.ts';
import { unsure } from './unsure.ts';
import { wishesIn } from './wishes.ts';

/** What every outcome carries. */
type Frame = Pick<Answer, 'lang' | 'locale' | 'place' | 'placeNotListed' | 'asOf' | 'urgent' | 'notices' | 'lines'>;

/** Never throws for what a person did, or for a shard that cannot be had: then the outcome is `failed`, with the lines of the place. */
export async function ask(question: Question, core: Core): Promise<Answer> {
  const asked = readQuestion(question, core);
  try {
    return await answer(asked);
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    return unloaded(asked);
  }
}

/** What is known of a question without loading anything: its danger, and the lines of its place. */
export function askBundleOnly(question: Question, core: Core): Failed {
  return unloaded(readQuestion(question, core));
}

function unloaded(asked: Asked): Failed {
  return { ...frameOf(asked, asked.languages[0]), outcome: 'failed', lines: asked.place.place.lines, topics: [], services: [] };
}

/** `found`: the language the search decided for. A text that shows none is in the language that was set, also when we do not have it. */
function frameOf({ question, core, kinds, place, now, prior, detected }: Asked, found = 'en'): Frame {
  const { locales } = core.bundled;
  const unlisted = question.locale && prior === null ? question.locale : null;
  const locale = fallbackChain(found, locales)[0] ?? 'en';
  const lang = detected.sure ? found : (unlisted ?? (detected.locale ? found : 'und'));
  return {
    lang,
    locale,
    place: place.id,
    ...(place.notListed ? { placeNotListed: place.notListed } : {}),
    asOf: now.day,
    urgent: urgentOf(kinds, core, locale, place),
    notices: [],
    lines: place.place.lines.filter(({ kind }) => kind === 'emergency'),
  };
}

/** The most pressing of the kinds seen, with the lines of the place for it. */
function urgentOf(kinds: readonly string[], core: Core, locale: string, place: ResolvedPlace): Urgent | null {
  const [kind] = [...new Set(kinds)].sort((a, b) => (core.bundled.urgent[a]?.rank ?? 0) - (core.bundled.urgent[b]?.rank ?? 0));
  const urgent = kind ? core.bundled.urgent[kind] : undefined;
  if (!kind || !urgent) return null;
  const lang = fallbackChain(locale, core.bundled.locales).find((tag) => urgent.words[tag]) ?? 'en';
  const lines = urgent.lines.flatMap((wanted) => place.place.lines.filter((line) => line.kind === wanted));
  return { kind, lang, title: urgent.words[lang]?.title ?? '', say: urgent.words[lang]?.say ?? '', lines, topic: urgent.topic };
}

/** What the answer is built from. */
interface View extends Asked {
  readonly frame: Frame;
  readonly shard: OpenPlace;
  readonly index: SearchIndex;
  readonly clock: Clock;
  readonly topics: readonly ScoredTopic[];
  readonly named: readonly ServiceCard[];
}

async function answer(asked: Asked): Promise<Answer> {
  const { words, core, place, now } = asked;
  const [shard, { index, hits, kinds }] = await Promise.all([loadPlace(core, place.id), searchAll(asked)]);
  const frame = frameOf({ ...asked, kinds }, index.lang);
  const clock = { now, holidays: shard.closedOn };
  const topics = hits.slice(0, mostTopics).map((hit) => ({ ...refOf(hit.topic), score: hit.score }));
  const view: View = { ...asked, frame, shard, index, clock, topics, named: servicesNamed(words, shard.names, clock) };
  const choice = choose(view, hits);
  if (choice === null) return unknown(view);
  if (typeof choice !== 'string') return { ...frame, outcome: 'choose', topics, services: view.named, choices: choice };
  return (await answered(view, choice)) ?? elsewhere(view, choice);
}

const mostTopics = 5;

function refOf(topic: TopicRef): TopicRef {
  return { id: topic.id, title: topic.title };
}

/** The topic to answer, topics to choose from, or null: nothing here fits. A title, or a short way of asking that we wrote, is its topic. Danger leads to its own, unless the question is surely about one far from it; of an unsure kind, it is offered beside what fits. */
function choose({ question, words, index, frame: { urgent } }: View, hits: readonly Hit[]): string | TopicRef[] | null {
  const known = (id: string | undefined): string | undefined => index.topics.find((topic) => topic.id === id)?.id;
  if (question.topic !== undefined) return known(question.topic) ?? null;
  const line = topicOfLine(words, index);
  if (line) return line;
  const decision = decide(hits, index);
  const danger = known(urgent?.topic);
  if (danger && urgent?.kind === unsure && decision !== 'none') return beside(danger, hits, index);
  if (danger) return decision === 'one' && !isNear(danger, hits) ? (hits[0]?.topic.id ?? danger) : danger;
  const previous = isFollowUp(words, index) ? known(question.previous?.topic) : undefined;
  if (decision === 'one' && !previous) return hits[0]?.topic.id ?? null;
  return previous ?? (decision === 'none' ? null : nearest(hits).map((hit) => refOf(hit.topic)));
}

/** A topic first, and the nearest others, to choose from. */
function beside(id: string, hits: readonly Hit[], { topics }: SearchIndex): TopicRef[] {
  const others = nearest(hits).map(({ topic }) => topic);
  return [...topics.filter((topic) => topic.id === id), ...others.filter((topic) => topic.id !== id)].slice(0, mostChoices).map(refOf);
}

async function answered(view: View, id: string): Promise<Answered | null> {
  const { core, frame, place, shard, index, question, words } = view;
  const indexed = index.topics.find((candidate) => candidate.id === id);
  if (!indexed) return null;
  const { topic, ...texts } = await loadTexts(core, frame.locale, place.place.chain, id, indexed.group);
  if (!topic) return null;
  const parts = { ...texts, topic, lines: place.place.lines, ask: contactOf(view), day: frame.asOf, locale: frame.locale };
  const composed = compose(parts, question.reader);
  if (!composed) return null;
  const wanted = { topic: id, categories: topic.services, wishes: wishesIn(words, index.wishes), position: question.position };
  const doors = servicesFor(wanted, shard.services, view.clock);
  return {
    ...frame,
    ...composed,
    outcome: 'answered',
    topic: refOf(indexed),
    topics: leading(refOf(indexed), view.topics),
    ...(composed.answeredIn === frame.lang || frame.lang === 'und' ? {} : { fellBackFrom: frame.lang }),
    services: [...view.named, ...doors.filter((door) => view.named.every((card) => card.id !== door.id))],
    related: topic.related.flatMap((other) => index.topics.filter((candidate) => candidate.id === other).map(refOf)),
  };
}

/** The answered topic first, then the nearest others. */
function leading(topic: TopicRef, topics: readonly ScoredTopic[]): ScoredTopic[] {
  const score = topics.find(({ id }) => id === topic.id)?.score ?? 0;
  return [{ ...topic, score }, ...topics.filter(({ id }) => id !== topic.id)].slice(0, mostTopics);
}

/** The topic exists, but not for this place. */
function elsewhere(view: View, id: string): Where | Unknown {
  const topic = view.index.topics.find((candidate) => candidate.id === id);
  if (!topic?.only) return unknown(view);
  return { ...view.frame, outcome: 'where', topics: view.topics, services: view.named, topic: refOf(topic), places: topic.only };
}

function unknown(view: View): Unknown {
  return { ...view.frame, outcome: 'unknown', lines: view.place.place.lines, topics: view.topics, services: view.named, ask: contactOf(view) };
}

/** Who helps in this place when we do not know. */
function contactOf({ place, shard, clock }: View): Contact | null {
  const id = place.place.ask;
  const line = place.place.lines.find((candidate) => candidate.id === id);
  if (line) return { type: 'line', line };
  const service = shard.services.find((candidate) => candidate.id === id);
  return service ? { type: 'service', service: cardOf(service, clock) } : null;
}
