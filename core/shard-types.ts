/** What the compiler writes and the core reads. Raise `shardFormat` when a shape changes: older shards are then refused. */
import type { Law } from './schema/law.ts';
import type { Line } from './schema/place.ts';
import type { SectionName } from './schema/prose.ts';
import type { Service } from './schema/service.ts';
import type { WishPhrases } from './wishes.ts';

export const shardFormat = 5;

/** Text with slots that facts fill at answer time. */
export type CompiledInline =
  | string
  | { readonly strong: readonly CompiledInline[] }
  | { readonly href: string; readonly text: string }
  | { readonly slot: string; readonly form?: string }
  /** A word of the glossary: its key under `terms`, and the form in which it stands here. */
  | { readonly term: string; readonly text: string };

export type CompiledBlock =
  | { readonly paragraph: readonly CompiledInline[] }
  | { readonly items: readonly (readonly CompiledInline[])[]; readonly ordered: boolean };

export interface ProseMeta {
  readonly lang: string;
  /** The place whose layer this text belongs to; null for the general text. */
  readonly place: string | null;
  readonly edition: number;
  readonly sourceEdition: number;
  readonly translation: 'source' | 'machine' | 'human';
  readonly reviewedBy: { readonly law?: string; readonly language?: string; readonly locality?: string };
  readonly reviewedOn: string | null;
  /** The day its topic file was checked against its sources, and the day it is due again. */
  readonly checkedOn: string;
  readonly reviewDue: string;
}

export interface CompiledSection {
  readonly meta: number;
  /** Empty for everybody; else the status this variant is for. */
  readonly status: string | null;
  readonly blocks: readonly CompiledBlock[];
}

export type Sections = { readonly [name in SectionName]?: readonly CompiledSection[] };

export interface TitledRef {
  readonly id: string;
  readonly title: string;
}

export interface TopicText {
  readonly title: string | null;
  /** Commitments of the framework that cover it; general texts only. */
  readonly commitments?: readonly TitledRef[];
  /** Words of the glossary that stand in it, by language/term. */
  readonly terms?: Readonly<Record<string, { readonly lang: string; readonly term: string; readonly means: string }>>;
  readonly metas: readonly ProseMeta[];
  /** The label of each time limit, with the text it is from. */
  readonly deadlines: Readonly<Record<string, { readonly label: string; readonly meta: number }>>;
  readonly sections: Sections;
}

/**
 * One group of topics in one language. `text.<lang>.<group>`: what holds everywhere. `place.<id>.<lang>.<group>`: what holds in a place and in all
 * above it, nearest section first, for a place that has a layer of its own in this group.
 */
export interface TextShard {
  readonly format: number;
  readonly topics: Readonly<Record<string, TopicText>>;
  /** Facts, sources and duties of the same chain, what holds everywhere included. */
  readonly data: Readonly<Record<string, PlaceTopic>>;
  /** The laws they cite. */
  readonly laws: Readonly<Record<string, Law>>;
}

export interface CompiledSource {
  readonly law?: string;
  readonly article?: string;
  readonly url?: string;
  readonly title?: string;
  readonly kind: string;
  readonly seen?: string;
  readonly checked: string;
}

export interface CompiledFact {
  readonly unit: string;
  readonly currency?: string;
  readonly per?: string;
  /** Start day, value, index into the topic's sources; oldest first. */
  readonly values: readonly (readonly [from: string, value: number | string | null, source: number])[];
  readonly reviewDue: string;
  /** Vocabulary: counted_from. */
  readonly countedFrom?: string;
}

export interface CompiledDuty {
  readonly id: string;
  readonly bearer: string;
  readonly source: number;
  readonly place: string | null;
}

export interface PlaceTopic {
  /** The earliest days over all layers whose facts are here: checked against the sources, and due again. */
  readonly checkedOn: string;
  readonly reviewDue: string;
  readonly facts: Readonly<Record<string, CompiledFact>>;
  readonly sources: readonly CompiledSource[];
  readonly deadlines: readonly string[];
  readonly duties: readonly CompiledDuty[];
  readonly services: readonly string[];
  readonly related: readonly string[];
}

/** Who knows more about a service without a contact of its own. */
export interface AskAt {
  readonly name: string;
  readonly number?: string;
  readonly url?: string;
}

export interface CompiledService extends Omit<Service, 'ask_at'> {
  readonly askAt?: AskAt;
  readonly id: string;
  readonly place: string;
  readonly reviewDue: string;
}

/** `place.<id>`: the doors of a place and of all above it, and the days on which they are closed. */
export interface PlaceShard {
  readonly format: number;
  readonly id: string;
  readonly services: readonly CompiledService[];
  readonly holidays: readonly string[];
}

/** `index.<lang>`: what search needs of one language. */
export interface IndexShard {
  readonly format: number;
  readonly lang: string;
  /** The language's own, ISO 15924. */
  readonly script: string;
  readonly topics: readonly IndexedTopic[];
  /** Titles and short ways of asking by hash (32 bits), and the number of the topic of each; packed by `core/compact.ts`. */
  readonly lines: { readonly hashes: string; readonly topics: string };
  /** Stems, as questions are stemmed. */
  readonly stopWords: readonly string[];
  readonly wishes: WishPhrases;
  /** Folded, as questions are folded. */
  readonly followUps: readonly string[];
  readonly calibration: Calibration;
  /** Only where the language has enough messages of danger to learn from. */
  readonly danger?: LearntDanger;
  readonly index: CompactIndex;
}

/** When a question is covered: learnt by `compile/calibrate.ts` from ways of asking that the index had not seen, and from what nobody here answers. */
export interface Calibration {
  /** What each sign of a hit adds to its support (`Signs` of `core/search.ts`). */
  readonly weights: Readonly<Record<'bias' | 'fit' | 'evidence' | 'mass' | 'beyond', number>>;
  /** Below this support nothing is answered. */
  readonly coveredFrom: number;
  /** From this support on one topic may be answered alone; below, a choice is offered. */
  readonly sureFrom: number;
}

/** What words and letters say for danger in one language: learnt by `compile/learn-danger.ts`, read by `core/unsure.ts`. */
export interface LearntDanger {
  /** Hashes of terms, sorted, and the weight of each in steps; packed by `core/compact.ts`. */
  readonly terms: string;
  readonly weights: string;
  readonly bias: number;
  /** From this sum on a message is taken for danger. */
  readonly from: number;
}

/** What each term gives each document: topics in `core/search.ts`, languages in `core/detect.ts`. */
export interface CompactIndex {
  /** The hash of each term: first those that stand in one document, sorted, then those in two, and so on; packed by `core/compact.ts`, as the next three. */
  readonly terms: string;
  /** How many terms stand in one document, in two, and so on. */
  readonly counts: string;
  /** Term after term: the number of the first document, then how many lie between it and the next. */
  readonly documents: string;
  /** What the term gives each of them. */
  readonly weights: string;
  /** The greatest weight. */
  readonly top: number;
}

export interface IndexedTopic {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Set when no general text exists: the places that have one. */
  readonly only?: readonly string[];
  /** One of the topics most people ask about (`content/most-asked.yml`). */
  readonly isMostAsked?: true;
}

export interface LocaleInfo {
  readonly autonym: string;
  readonly direction: 'ltr' | 'rtl';
  readonly aliases: readonly string[];
  readonly fallback: readonly string[];
  readonly intl: string;
  /** Own names and order, where the Worker's Intl falls back to English. */
  readonly months?: readonly string[];
  readonly date?: string;
  readonly languages?: Readonly<Record<string, string>>;
}

export interface BundledPlace {
  readonly level: string;
  readonly names: Readonly<Record<string, string>>;
  /** Its names and their spellings in all languages: what people call it. */
  readonly spoken: readonly string[];
  /** Itself first, the world last. */
  readonly chain: readonly string[];
  readonly timezone: string | null;
  /** Its middle, where a source gives it. */
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
  /** The place's own languages. */
  readonly languages: readonly string[];
  /** Countries that lie in it, also those without a folder. */
  readonly members: readonly string[];
  readonly lines: readonly Line[];
  readonly ask: string | null;
  /** Where corrections go; absent: to the operator. */
  readonly editor?: string;
}

export interface BundledUrgent {
  readonly rank: number;
  readonly lines: readonly string[];
  readonly topic: string;
  readonly words: Readonly<Record<string, { readonly title: string; readonly say: string }>>;
}

/** What danger is seen by: the patterns of all kinds and languages, packed by compile/urgent-patterns.ts and read by core/urgent.ts. */
export interface BundledDanger {
  readonly sources: readonly (readonly [kind: string, lang: string])[];
  /** Whole words, packed; beginnings and parts of words, separated by spaces. Numbered in this order, one list after the other. */
  readonly words: string;
  readonly beginnings: string;
  readonly parts: string;
  readonly lists: string;
  readonly phrases: string;
  readonly unless: string;
}

export interface BundledLanguage {
  readonly script: string;
  readonly negation: readonly string[];
}

/** What tells languages apart: signs (core/detect.ts) by hash, with what each says for each language. Its documents are numbers of profiles. */
export interface BundledLanguageModel {
  /** A language as it is written in one script. */
  readonly profiles: readonly (readonly [locale: string, script: string])[];
  readonly index: CompactIndex;
}

/** The small module inside the Worker: enough to answer danger when nothing loads, and to know which shard to trust. */
export interface Bundled {
  readonly format: number;
  /** Names this content: a digest of the bundle, and through it of all shards. */
  readonly version: string;
  /** Shard name -> the first bytes of its SHA-256, hex. */
  readonly shards: Readonly<Record<string, string>>;
  readonly locales: Readonly<Record<string, LocaleInfo>>;
  /** Per language, the words that must be sayable when nothing loads. */
  readonly essential: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, BundledPlace>>;
  readonly urgent: Readonly<Record<string, BundledUrgent>>;
  readonly danger: BundledDanger;
  readonly languages: Readonly<Record<string, BundledLanguage>>;
  readonly languageModel: BundledLanguageModel;
}
