/** The whole pipeline on one screen: urgent -> locale -> place -> search -> answer. */
import type { Answer, Answered, Contact, ScoredTopic, TopicRef, Unknown, Urgent, Where } from './answer.ts';
import { compose } from './compose.ts';
import type { Core } from './core.ts';
import { ShardError } from './errors.ts';
import { type Clock, type LocalTime, localTime } from './hours.ts';
import { detectLocale, fallbackChain, knownLocale } from './locale.ts';
import { type ResolvedPlace, resolvePlace } from './place.ts';
import type { Question } from './question.ts';
import { decide, type Hit, isFollowUp, nearest, openIndex, type SearchIndex, search } from './search.ts';
import { cardOf, type OpenPlace, openPlace, type ServiceCard, servicesFor, servicesNamed } from './service.ts';
import type { IndexShard, PlaceShard } from './shard-types.ts';
import { readWords } from './text.ts';
import { loadTexts } from './texts.ts';
import { findUrgent } from './urgent.ts';

/** Found out before anything is loaded; every outcome carries it. */
type Frame = Pick<Answer, 'lang' | 'locale' | 'place' | 'placeNotListed' | 'asOf' | 'urgent' | 'notices' | 'lines'>;

interface Asked {
  readonly question: Question;
  readonly words: readonly string[];
  readonly core: Core;
  readonly place: ResolvedPlace;
  readonly now: LocalTime;
  readonly frame: Frame;
}

/** Never throws for what a person did, or for a shard that cannot be had: then the outcome is `failed`, with the lines of the place. */
export async function ask(question: Question, core: Core): Promise<Answer> {
  const { locales, places } = core.bundled;
  const words = readWords(question.text);
  const kinds = findUrgent(words, core.urgentPatterns).map(({ kind }) => kind);
  const prior = knownLocale(question.locale, locales);
  const lang = languageOf(question, words, core, prior);
  const locale = fallbackChain(lang in locales ? lang : (prior ?? 'en'), locales)[0] ?? 'en';
  const place = resolvePlace(words, question.place ?? question.previous?.place, core.placeNames, places);
  const now = localTime(question.askedAt, place.place.timezone);
  const frame: Frame = {
    lang,
    locale,
    place: place.id,
    ...(place.notListed ? { placeNotListed: place.notListed } : {}),
    asOf: now.day,
    urgent: urgentOf(kinds, core, locale, place),
    notices: [],
    lines: place.place.lines.filter(({ kind }) => kind === 'emergency'),
  };
  try {
    return await answer({ question, words, core, place, now, frame });
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    return { ...frame, outcome: 'failed', lines: place.place.lines, topics: [], services: [] };
  }
}

/** What the text itself shows, else what the person set, also when we do not have that language; else a guess by its script. */
function languageOf({ text, locale }: Question, words: readonly string[], { detector }: Core, prior: string | null): string {
  const { locale: detected, sure } = detectLocale(text, words, detector, prior);
  if (sure || prior || !locale) return detected ?? prior ?? 'und';
  return locale;
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
  readonly shard: OpenPlace;
  readonly index: SearchIndex;
  readonly clock: Clock;
  readonly topics: readonly ScoredTopic[];
  readonly named: readonly ServiceCard[];
}

async function answer(asked: Asked): Promise<Answer> {
  const { question, words, core, place, now, frame } = asked;
  const [index, shard] = await Promise.all([loadIndex(core, frame.locale), core.shards.get<PlaceShard, OpenPlace>(`place.${place.id}`, openPlace)]);
  const hits = search(question.text, index, place.place.chain);
  const clock = { now, holidays: shard.closedOn };
  const topics = hits.slice(0, 5).map((hit) => ({ ...refOf(hit.topic), score: hit.score }));
  const view: View = { ...asked, shard, index, clock, topics, named: servicesNamed(words, shard.names, clock) };
  const choice = choose(view, hits);
  if (choice === null) return unknown(view);
  if (typeof choice !== 'string') return { ...frame, outcome: 'choose', topics, services: view.named, choices: choice };
  return (await answered(view, choice)) ?? elsewhere(view, choice);
}

function loadIndex(core: Core, locale: string): Promise<SearchIndex> {
  const language = fallbackChain(locale, core.bundled.locales).find((tag) => core.shards.has(`index.${tag}`)) ?? 'en';
  return core.shards.get<IndexShard, SearchIndex>(`index.${language}`, openIndex);
}

function refOf(topic: TopicRef): TopicRef {
  return { id: topic.id, title: topic.title };
}

/** The topic to answer, topics to choose from, or null: nothing here fits. */
function choose({ question, words, index, frame: { urgent } }: View, hits: readonly Hit[]): string | TopicRef[] | null {
  const decision = decide(hits, index);
  const known = (id: string | undefined): string | undefined => index.topics.find((topic) => topic.id === id)?.id;
  const previous = isFollowUp(words, index) ? known(question.previous?.topic) : undefined;
  if (decision === 'one' && !previous) return hits[0]?.topic.id ?? null;
  return known(urgent?.topic) ?? previous ?? (decision === 'none' ? null : nearest(hits).map((hit) => refOf(hit.topic)));
}

async function answered(view: View, id: string): Promise<Answered | null> {
  const { core, frame, place, shard, index, question } = view;
  const topic = Object.hasOwn(shard.topics, id) ? shard.topics[id] : undefined;
  const indexed = index.topics.find((candidate) => candidate.id === id);
  if (!topic || !indexed) return null;
  const texts = await loadTexts(core, frame.locale, place.place.chain, id, indexed.group);
  const parts = { ...texts, topic, place: shard, lines: place.place.lines, ask: contactOf(view), day: frame.asOf, locale: frame.locale };
  const composed = compose(parts, question.reader);
  if (!composed) return null;
  const doors = servicesFor(id, topic.services, shard.services, view.clock, question.position);
  return {
    ...frame,
    ...composed,
    outcome: 'answered',
    topic: refOf(indexed),
    topics: [...view.topics].sort((a, b) => Number(b.id === id) - Number(a.id === id)),
    ...(composed.answeredIn === frame.lang || frame.lang === 'und' ? {} : { fellBackFrom: frame.lang }),
    services: [...view.named, ...doors.filter((door) => view.named.every((card) => card.id !== door.id))],
    related: topic.related.flatMap((other) => index.topics.filter((candidate) => candidate.id === other).map(refOf)),
  };
}

/** The topic exists, but not for this place. */
function elsewhere(view: View, id: string): Where | Unknown {
  const topic = view.index.topics.find((candidate) => candidate.id === id);
  if (!topic?.only) return unknown(view);
  return { ...view.frame, outcome: 'where', topics: view.topics, services: [...view.named], topic: refOf(topic), places: topic.only };
}

function unknown(view: View): Unknown {
  return { ...view.frame, outcome: 'unknown', lines: view.place.place.lines, topics: view.topics, services: [...view.named], ask: contactOf(view) };
}

/** Who helps in this place when we do not know. */
function contactOf({ place, shard, clock }: View): Contact | null {
  const id = place.place.ask;
  const line = place.place.lines.find((candidate) => candidate.id === id);
  if (line) return { type: 'line', line };
  const service = shard.services.find((candidate) => candidate.id === id);
  return service ? { type: 'service', service: cardOf(service, clock) } : null;
}
