/**
 * Finds topics. The one place to improve search: fields and weights stand here, how text is cut in text.ts, what is made of the hits in decide.ts.
 * MiniSearch counts the words at compile time (compile/search-index.ts); what runs only adds up.
 */
import { addPostings, findSorted, hashOf, longHashOf, type OpenIndex, openCompact, unpackNumbers, unpackSorted } from './compact.ts';
import type { Calibration, IndexedTopic, IndexShard } from './shard-types.ts';
import { type CutFor, isUnspaced, type QuestionViews, questionViews, type StopWords, type Views } from './text.ts';
import { type DangerWeights, openDanger } from './unsure.ts';
import type { WishPhrases } from './wishes.ts';

export type Field = 'words' | 'grams' | 'pairs' | 'sounds' | 'title';

/**
 * Weights of the views, measured on public question sets: words, character n-grams, neighbours, and the title once more; on our own romanised
 * questions: how words sound.
 */
export const boosts: Readonly<Record<Field, number>> = { words: 1, grams: 0.5, pairs: 0.5, sounds: 2, title: 0.5 };

/** A stop word weighs less; it is never deleted, because people also ask with "help", "work", "ill". */
export const stopWordWeight = 0.3;

/** `b` is low: a topic that is asked in many ways is long, and no worse for it. Measured over all languages. */
export const bm25 = { k: 1.2, b: 0.15, d: 0 };

export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** An index ready to search. */
export interface SearchIndex extends OpenIndex, CutFor {
  readonly topics: readonly IndexedTopic[];
  /** The hashes of all titles and of short ways of asking, sorted, and the number of the topic of each. */
  readonly lines: { readonly hashes: Uint32Array; readonly topics: Uint32Array };
  readonly stopWords: StopWords;
  readonly followUps: readonly string[];
  readonly wishes: WishPhrases;
  readonly calibration: Calibration;
  /** Null where nothing was learnt. */
  readonly danger: DangerWeights | null;
  /** The most that each term gives any topic. */
  readonly tops: Float32Array;
}

export function openIndex({ lang, script, topics, lines, stopWords, followUps, wishes, calibration, danger, index }: IndexShard): SearchIndex {
  const opened = openCompact(index);
  const { starts, weights } = opened;
  const tops = new Float32Array(starts.length - 1);
  for (let term = 0; term < tops.length; term++) {
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) tops[term] = Math.max(tops[term] ?? 0, weights[at] ?? 0);
  }
  return {
    ...opened,
    lang,
    script,
    topics,
    lines: { hashes: unpackSorted(lines.hashes), topics: unpackNumbers(lines.topics) },
    stopWords: new Set(stopWords),
    calibration,
    danger: danger ? openDanger(danger, { lang, script }) : null,
    followUps,
    wishes,
    tops,
  };
}

/** The topic that has a text, word for word, as its title or as a short way of asking. */
export function topicOfLine(words: readonly string[], { lines, topics }: SearchIndex): string | null {
  const at = findSorted(lines.hashes, longHashOf(words.join(' ')));
  return at < 0 ? null : (topics[lines.topics[at] ?? 0]?.id ?? null);
}

/** What a hit is judged by. */
export interface Signs {
  /** Share of the question that the topic explains; half of a long question is more than half of a short one. */
  readonly fit: number;
  /** How many telling words of the question the topic holds; a word it holds often, or in its title, counts double. */
  readonly evidence: number;
  /** How much matched in all, as a logarithm. */
  readonly mass: number;
  /** How well what nobody here answers fits the words, against this topic: 1 is as well. */
  readonly beyond: number;
}

export interface Hit extends Signs {
  readonly topic: IndexedTopic;
  /** Share of the most that the question could score, 0 to 1. */
  readonly score: number;
  /** How sure it is that the question is covered, by the calibration of the index: log-odds. */
  readonly support: number;
}

/** Topics by how well they fit the words of a question, best first. Those without a text for one of the places rank far behind. */
export function search(words: readonly string[], index: SearchIndex, chain: readonly string[]): Hit[] {
  const query = questionViews(words, index);
  const sums = new Float64Array(documentsOf(index));
  const most = weighted(query, index).reduce((sum, term) => sum + addScores(term, index, sums), 0);
  const telling = query.words.filter((word) => isTelling(word) && !index.stopWords.has(word));
  const says = telling.length > 0 ? 1 : saysNothing;
  const evidence = evidenceOf(telling, index);
  const beyond = sums[index.topics.length] ?? 0;
  const scores = index.topics.map((topic, number) => ((sums[number] ?? 0) / most) * says * priorOf(topic, chain));
  const least = Math.max(...scores) * leastOfBest;
  const hits: Hit[] = [];
  for (const [number, score] of scores.entries()) {
    const [topic, sum] = [index.topics[number], sums[number] ?? 0];
    // Also when nothing could score: nought of nought.
    if (!topic || !(sum > 0) || !(score >= least)) continue;
    const fit = score * Math.sqrt(telling.length);
    const signs = { fit, evidence: evidence[number] ?? 0, mass: Math.log1p(sum), beyond: Math.min(mostBeyond, beyond / sum) };
    hits.push({ topic, score, ...signs, support: supportOf(signs, index.calibration.weights) });
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** What is this far behind the best is no hit. */
const leastOfBest = 0.2;

/** After the topics comes one more document: what people ask that nobody here answers. */
export function documentsOf({ topics }: { readonly topics: readonly unknown[] }): number {
  return topics.length + 1;
}

/** Twice as near to what is not ours as to a topic is as far as it gets. */
const mostBeyond = 2;

export function supportOf({ fit, evidence, mass, beyond }: Signs, weights: Calibration['weights']): number {
  return weights.bias + weights.fit * fit + weights.evidence * evidence + weights.mass * mass + weights.beyond * beyond;
}

type View = keyof Views;

/** One term of a question. */
interface Term {
  readonly view: View;
  readonly term: string;
  readonly weight: number;
}

/** All terms of a question. The letters of a word that the index knows say again what the word says. */
function weighted({ grams, ...query }: QuestionViews, index: SearchIndex): Term[] {
  const one = (view: View, term: string, weight = 1): Term => ({ view, term, weight: weight * weightOf(term, index.stopWords) });
  const letters = grams.flatMap((own, at) => {
    const isKnown = findSorted(index.terms, hashOf(query.words[at] ?? '')) >= 0;
    return own.map((gram) => one('grams', gram, isKnown ? knownWordLetters : 1));
  });
  return [
    ...query.words.map((term) => one('words', term)),
    ...letters,
    ...query.pairs.map((term) => one('pairs', term)),
    ...query.sounds.map((term) => one('sounds', term)),
  ];
}

/** Measured over all languages: the letters of known words at half weight find more than at full weight, and more than without them. */
export const knownWordLetters = 0.5;

/** What a term that no topic has would weigh: a pair of words that nobody wrote, or a sound, says nothing. */
const unknownWeight: Readonly<Record<View, number>> = { words: boosts.words, grams: boosts.grams, pairs: 0, sounds: 0 };

/** What each term of a question gives one topic, in the units in which scores are added up. */
export function termsFor(words: readonly string[], index: SearchIndex, id: string): { view: View; term: string; gives: number }[] {
  const topic = index.topics.findIndex((candidate) => candidate.id === id);
  return weighted(questionViews(words, index), index).map((term) => {
    const scores = new Float64Array(documentsOf(index));
    addScores(term, index, scores);
    return { view: term.view, term: term.term, gives: scores[topic] ?? 0 };
  });
}

/** "Is it", "no", "1": stop words and scraps alone are no question. */
const saysNothing = 0.1;
const shortestTelling = 3;

function isTelling(word: string): boolean {
  return word.length >= shortestTelling || isUnspaced(word);
}

/** A word that a topic holds once, in one of many lines, weighs about its rarity. */
const oftenFactor = 1.3;

/** The evidence for each topic. */
function evidenceOf(telling: readonly string[], index: SearchIndex): Uint16Array {
  const evidence = new Uint16Array(documentsOf(index));
  for (const word of new Set(telling)) {
    const number = findSorted(index.terms, hashOf(word));
    if (number < 0) continue;
    const from = index.starts[number] ?? 0;
    const to = index.starts[number + 1] ?? 0;
    const once = boosts.words * inverseFrequency(to - from, index.topics.length);
    for (let at = from; at < to; at++) {
      const topic = index.postings[at] ?? 0;
      evidence[topic] = (evidence[topic] ?? 0) + ((index.weights[at] ?? 0) > once * oftenFactor ? 2 : 1);
    }
  }
  return evidence;
}

/** Adds what a term gives each topic. Returns the most it could give one: for a term no topic has, what one would weigh that one topic has. */
function addScores({ view, term, weight }: Term, index: SearchIndex, scores: Float64Array): number {
  const number = findSorted(index.terms, hashOf(term));
  if (number < 0) return weight * unknownWeight[view] * inverseFrequency(0, index.topics.length);
  addPostings(index, number, weight, scores);
  return weight * (index.tops[number] ?? 0);
}

const numberTerm = /^[\d ]+$/;

/** Stop words weigh less; so do numbers: "2 months" is not about two. */
export function weightOf(term: string, stopWords: StopWords): number {
  return stopWords.has(term) || numberTerm.test(term) ? stopWordWeight : 1;
}

/** A topic that exists only in other places stays findable, so that we can say where, but rarely wins. */
const localOnlyElsewhere = 0.75;
/** Short questions fit several topics; most of them are about what most people ask. */
const oftenAsked = 1.1;

function priorOf({ only, isMostAsked }: IndexedTopic, chain: readonly string[]): number {
  const isReachable = !only || only.some((place) => chain.includes(place));
  return (isReachable ? 1 : localOnlyElsewhere) * (isMostAsked ? oftenAsked : 1);
}
