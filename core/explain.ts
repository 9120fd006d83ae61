/** Why a question is answered, or not: for editors who wonder. Says what `ask` found on the way, with the numbers it decided by. */
import { readQuestion, searchAll } from './asked.ts';
import type { Core } from './core.ts';
import { type Decision, decide } from './decide.ts';
import type { Detected } from './detect.ts';
import type { Question } from './question.ts';
import { boosts, termsFor, topicOfLine } from './search.ts';
import type { Calibration } from './shard-types.ts';

export interface ExplainedHit {
  readonly id: string;
  readonly title: string;
  /** As in `Hit` of search.ts. */
  readonly score: number;
  readonly support: number;
  readonly evidence: number;
  readonly mass: number;
  readonly beyond: number;
  /** What each view of the text gave: words, letters, neighbours, sounds. */
  readonly views: Readonly<Record<string, number>>;
  /** What gave most, most first. */
  readonly terms: readonly { readonly term: string; readonly gives: number }[];
}

export interface Explanation {
  readonly detected: Detected;
  /** Languages searched in, and the one that fitted best. */
  readonly searched: readonly string[];
  readonly lang: string;
  readonly place: string;
  /** Kinds of danger that were seen; they come before any topic. */
  readonly danger: readonly string[];
  /** When a question is covered, in its language. */
  readonly calibration: Calibration;
  readonly decision: Decision;
  /** The topic that has the question word for word, as its title or as a short way of asking. */
  readonly known: string | null;
  readonly hits: readonly ExplainedHit[];
}

const mostHits = 5;
const mostTerms = 8;

/** Throws ShardError when an index cannot be had. */
export async function explain(question: Question, core: Core): Promise<Explanation> {
  const asked = readQuestion(question, core);
  const { index, hits, kinds } = await searchAll(asked);
  return {
    detected: asked.detected,
    searched: asked.languages,
    lang: index.lang,
    place: asked.place.id,
    danger: [...new Set(kinds)],
    calibration: index.calibration,
    decision: decide(hits, index),
    known: topicOfLine(asked.words, index),
    hits: hits.slice(0, mostHits).map(({ topic, score, support, evidence, mass, beyond }) => {
      const terms = termsFor(asked.words, index, topic.id);
      const views = Object.keys(boosts)
        .filter((view) => view !== 'title')
        .map((view) => [view, terms.reduce((sum, term) => sum + (term.view === view ? term.gives : 0), 0)]);
      const telling = terms.filter(({ gives }) => gives > 0).sort((a, b) => b.gives - a.gives);
      return {
        id: topic.id,
        title: topic.title,
        score,
        support,
        evidence,
        mass,
        beyond,
        views: Object.fromEntries(views) as Record<string, number>,
        terms: telling.slice(0, mostTerms).map(({ term, gives }) => ({ term, gives })),
      };
    }),
  };
}
