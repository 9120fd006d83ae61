/** A question read: its language, its place, its danger, and the topics it is near. What `ask` answers from, and `explain` explains. */
import type { Core } from './core.ts';
import { type Detected, detectLocale, isWrittenIn } from './detect.ts';
import { ShardError } from './errors.ts';
import { type LocalTime, localTime } from './hours.ts';
import { knownLocale } from './locale.ts';
import { type ResolvedPlace, resolvePlace } from './place.ts';
import { type Question, searchText } from './question.ts';
import { type Hit, type SearchIndex, search, topicOfLine } from './search.ts';
import { readWords } from './text.ts';
import { loadIndex } from './texts.ts';
import { seemsDangerous, unsure } from './unsure.ts';
import { findUrgent } from './urgent.ts';

/** Found out before anything is loaded. */
export interface Asked {
  readonly question: Question;
  readonly words: readonly string[];
  readonly core: Core;
  /** Kinds of danger that patterns see. */
  readonly kinds: readonly string[];
  readonly place: ResolvedPlace;
  readonly now: LocalTime;
  /** The language that was set, when it is one of ours. */
  readonly prior: string | null;
  readonly detected: Detected;
  /** Languages the question may be in, likeliest first; when its words gave it away, that one and the one that was set. */
  readonly languages: readonly string[];
}

export function readQuestion(question: Question, core: Core): Asked {
  const words = readWords(question.text);
  const kinds = findUrgent(words, core.urgentPatterns).map(({ kind }) => kind);
  const place = resolvePlace(words, question.place ?? question.previous?.place, core.placeNames, core.bundled.places);
  const prior = knownLocale(question.locale, core.bundled.locales);
  const detected = question.topic !== undefined && prior ? setLocale(prior, core) : detectLocale(question.text, core.detector, prior);
  const languages = languagesOf(detected, prior, core, place);
  const now = localTime(question.askedAt, place.place.timezone);
  return { question, words, core, kinds, place, now, prior, detected, languages };
}

/** Who presses a button has written nothing: the language is the one of the button. */
function setLocale(locale: string, { bundled }: Core): Detected {
  return { locale, script: bundled.languages[locale]?.script ?? null, sure: true };
}

const mostLanguages = 3;

/** The language its words show, and the one that was set: a title is short. Else what may be: by its script, as set, English, as spoken in the place. */
function languagesOf(detected: Detected, prior: string | null, { bundled, detector }: Core, { place }: ResolvedPlace): string[] {
  const spoken = detected.locale ? place.languages.map((tag) => knownLocale(tag, bundled.locales)) : [];
  const wanted = [detected.locale, prior, ...(detected.sure ? [] : ['en', ...spoken])].filter((tag) => tag !== null);
  const fitting = wanted.filter((tag) => !detected.locale || isWrittenIn(tag, detected.script, detector));
  return [...new Set(fitting)].slice(0, mostLanguages);
}

/** A less likely language has to fit this much better. */
const otherLanguage = 1.4;

/** What the search found. */
export interface Found {
  /** Of the language of the question. */
  readonly index: SearchIndex;
  readonly hits: readonly Hit[];
  /** Kinds of danger: where patterns see none, `unsure` for a message that is like those of danger in its language. */
  readonly kinds: readonly string[];
}

/** Searches in each language the question may be in; the one that has it word for word, else the one that fits best, is the language of the question. */
export async function searchAll({ question, words, core, kinds, place, prior, languages }: Asked): Promise<Found> {
  const [likeliest, ...less] = languages;
  if (!likeliest) throw new ShardError('index', 'no language to search in');
  // Without the likeliest there is no answer; one that is less likely may be missing, as on a device that keeps some languages only.
  const [first, ...found] = await Promise.all([loadIndex(core, likeliest), ...less.map((language) => loadIndex(core, language).catch(unlessMissing))]);
  const others = found.filter((index) => index !== null);
  const searched = searchText(question.text);
  const query = searched === question.text ? words : readWords(searched);
  const verbatim = [first, ...others].filter((index) => topicOfLine(words, index) !== null);
  const titled = verbatim.find(({ lang }) => lang === prior) ?? verbatim[0];
  let best = { index: titled ?? first, hits: search(query, titled ?? first, place.place.chain) };
  for (const index of titled ? [] : others) {
    const hits = search(query, index, place.place.chain);
    if ((hits[0]?.score ?? 0) > (best.hits[0]?.score ?? 0) * otherLanguage) best = { index, hits };
  }
  const isMessage = question.topic === undefined && !titled;
  const seemsSo = kinds.length === 0 && isMessage && best.index.danger !== null && seemsDangerous(words, best.index.danger);
  return { ...best, kinds: seemsSo ? [unsure] : kinds };
}

function unlessMissing(error: unknown): null {
  if (error instanceof ShardError) return null;
  throw error;
}
