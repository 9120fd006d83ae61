/** What comes back: a closed set of outcomes, made of blocks that each channel escapes once. No Markdown, no HTML, no sentence of the core. */
import type { FactValue } from './facts.ts';
import type { Line } from './schema/place.ts';
import type { SectionName } from './schema/prose.ts';
import type { ServiceCard } from './service.ts';

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly content: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  | { readonly type: 'fact'; readonly fact: FactValue; readonly form?: string }
  | { readonly type: 'line'; readonly line: Line }
  /** The first mention of a word that `terms` explains. */
  | { readonly type: 'term'; readonly id: string; readonly text: string }
  /** The emergency number, where the place is not known: a warning is never withheld for want of a number. */
  | { readonly type: 'emergency-here' };

/** `ask` stands where a sentence was withheld because its fact has no value here or today: who knows instead. */
export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'steps'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: 'ask'; readonly contact: Contact };

export type Contact = { readonly type: 'line'; readonly line: Line } | { readonly type: 'service'; readonly service: ServiceCard };

export interface Section {
  readonly name: SectionName;
  /** The language the section is written in; it may differ from the answer's. */
  readonly lang: string;
  /** The place whose text this is; null when it holds everywhere. */
  readonly place: string | null;
  /** The status this variant is for; null for everybody. */
  readonly status: string | null;
  readonly blocks: readonly Block[];
}

export interface Deadline {
  readonly id: string;
  readonly label: string;
  /** The language of the label. */
  readonly lang: string;
  readonly fact: FactValue;
  /** Where a person can count it from. Vocabulary: counted_from. */
  readonly countedFrom?: string;
}

/** A word of law or offices, and what it means. */
export interface Term {
  readonly id: string;
  readonly lang: string;
  readonly term: string;
  readonly means: string;
}

/** A law with its article, or a page. */
export type Citation =
  | {
      readonly type: 'law';
      readonly law: string;
      readonly name: string;
      /** The everyday name in the language of the answer, where the corpus has one. */
      readonly gloss?: string;
      /** Absent for a judgment. */
      readonly article?: string;
      readonly holdsIn: string;
      readonly url?: string;
      readonly identifier?: string;
      /** Vocabulary "checked". Anything but "text" says: check the official text. */
      readonly checked: string;
    }
  | { readonly type: 'page'; readonly url: string; readonly title?: string; readonly kind: string; readonly seen: string };

export interface DutyCitation {
  readonly id: string;
  readonly bearer: string;
  /** Index into the citations of the answer. */
  readonly citation: number;
}

export interface Trust {
  readonly translation: 'source' | 'machine' | 'human';
  readonly reviewedBy: { readonly law?: string; readonly language?: string; readonly locality?: string };
  readonly reviewedOn: string | null;
  /** The oldest day on which a part of this answer was compared with its sources. */
  readonly checkedOn: string;
  /** A translation is behind its source text. */
  readonly behind: boolean;
  /** The review is overdue: numbers and details of services are withheld. */
  readonly overdue: boolean;
}

export interface Urgent {
  readonly kind: string;
  readonly lang: string;
  readonly title: string;
  readonly say: string;
  readonly lines: readonly Line[];
  readonly topic: string;
}

/** A dated alert of a place. */
export interface Notice {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly content: readonly Block[];
  readonly until: string;
}

export interface TopicRef {
  readonly id: string;
  readonly title: string;
}

export interface ScoredTopic extends TopicRef {
  /** Share of the most that the question could score, 0 to 1. */
  readonly score: number;
}

interface Common {
  /** The language the question was found to be in. */
  readonly lang: string;
  /** The language to speak to the person in: interface words, buttons, names. */
  readonly locale: string;
  /** The place the answer is for. */
  readonly place: string;
  /** Set when the place asked for is not listed and a wider one answers. */
  readonly placeNotListed?: string;
  /** The day whose law and hours this answer shows. */
  readonly asOf: string;
  readonly urgent: Urgent | null;
  readonly notices: readonly Notice[];
  /** The five nearest topics, best first, whatever the outcome; the answered one leads. */
  readonly topics: readonly ScoredTopic[];
  /** The emergency line; with `unknown` and `failed` all lines of the place, emergency first. */
  readonly lines: readonly Line[];
  readonly services: readonly ServiceCard[];
}

export interface Answered extends Common {
  readonly outcome: 'answered';
  readonly topic: TopicRef;
  /** The language of the text. */
  readonly answeredIn: string;
  /** Set when the text does not exist in the person's language. */
  readonly fellBackFrom?: string;
  readonly sections: readonly Section[];
  readonly deadlines: readonly Deadline[];
  readonly duties: readonly DutyCitation[];
  readonly citations: readonly Citation[];
  /** Words explained, in the order of their first mention. */
  readonly terms: readonly Term[];
  readonly trust: Trust;
  readonly related: readonly TopicRef[];
  /** Commitments of the framework for human rights cities that cover the topic. */
  readonly commitments: readonly TopicRef[];
}

/** Two to four near topics with little between them. */
export interface Choose extends Common {
  readonly outcome: 'choose';
  readonly choices: readonly TopicRef[];
}

/** Only when no general answer exists: the places that have one. */
export interface Where extends Common {
  readonly outcome: 'where';
  readonly topic: TopicRef;
  readonly places: readonly string[];
}

/** Not covered: the nearest human help. */
export interface Unknown extends Common {
  readonly outcome: 'unknown';
  readonly ask: Contact | null;
}

/** Our fault: what stands in the bundle still helps. */
export interface Failed extends Common {
  readonly outcome: 'failed';
}

export type Answer = Answered | Choose | Where | Unknown | Failed;
