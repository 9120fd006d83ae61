/** The one function every channel calls: a question in; an answer, or a problem with the question, out, with the words to say it in. */
import { type Answer, ask, type Bundled, type Core, knownLocale, longestText, type Problem, problemOf, type Question, ShardError } from '../core/index.ts';
import { Say } from './say.ts';

export interface Reply {
  readonly answer: Answer;
  /** Set when the question could not be taken. Danger and the lines of the place are shown all the same, in a `failed` answer. */
  readonly problem: Problem | null;
  /** The words to speak to the person in. */
  readonly say: Say;
  /** The words of a section that fell back to another language. */
  readonly sayFor: (lang: string) => Say;
  /** The name of a place in the language of the answer. */
  readonly placeName: (id: string) => string;
}

export async function reply(question: Question, core: Core): Promise<Reply> {
  const problem = question.topic === undefined ? problemOf(question.text) : null;
  const answer = await ask({ ...question, text: question.text.slice(0, longestText) }, core);
  const languages = answer.outcome === 'answered' ? [...answer.sections, ...answer.deadlines].map(({ lang }) => lang) : [];
  const says = await Promise.all([...new Set([answer.locale, ...languages])].map((lang) => sayIn(lang, core)));
  const byLocale = new Map(says.map((say) => [say.locale, say]));
  const say = byLocale.get(answer.locale) ?? (await sayIn('en', core));
  const lines = core.bundled.places[answer.place]?.lines ?? answer.lines;
  const whole = !problem && says.every(({ complete }) => complete);
  const placeName = (id: string): string => namedIn(id, answer.locale, core.bundled);
  return { answer: whole ? answer : failed({ ...answer, lines }), problem, say, sayFor: (lang) => byLocale.get(lang) ?? say, placeName };
}

function failed(answer: Answer): Answer {
  const { lang, locale, place, placeNotListed, asOf, urgent, notices, lines } = answer;
  return {
    outcome: 'failed',
    lang,
    locale,
    place,
    ...(placeNotListed ? { placeNotListed } : {}),
    asOf,
    urgent,
    notices,
    lines,
    topics: answer.topics,
    services: [],
  };
}

/** The words of a language: whole, or only those of the bundle when the shard cannot be had. */
export async function sayIn(locale: string, core: Core): Promise<Say> {
  try {
    return await core.shards.get<{ format?: number; words: Record<string, unknown> }, Say>(`ui.${locale}`, ({ words }) => new Say(locale, core.bundled, words));
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    return new Say(locale, core.bundled, null);
  }
}

/** The first of some wishes (a setting, a header) that is a listed language, else English. */
export function localeFor(wishes: readonly (string | undefined | null)[], bundled: Bundled): string {
  for (const wish of wishes) {
    const locale = knownLocale(wish ?? undefined, bundled.locales);
    if (locale) return locale;
  }
  return 'en';
}

/** The name of a place in a language, else in English. */
export function namedIn(id: string, locale: string, { places }: Bundled): string {
  const names = Object.hasOwn(places, id) ? places[id]?.names : undefined;
  return names?.[locale] ?? names?.en ?? id;
}
