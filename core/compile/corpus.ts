/** All content, parsed and typed, each piece with the file it came from. */
import type {
  Commitment,
  CommitmentSectionName,
  GlossaryTerm,
  Language,
  Law,
  LocaleFile,
  Network,
  Place,
  ProseFrontMatter,
  SectionName,
  Service,
  Topic,
  UrgentWords,
  Vocabulary,
} from '../schema/index.ts';
import type { CompiledBlock } from '../shard-types.ts';

export interface Doc<T> {
  readonly file: string;
  readonly data: T;
}

export interface ProseSection<Name extends string = string> {
  readonly name: Name;
  readonly status: string | null;
  readonly blocks: readonly CompiledBlock[];
}

export interface Prose<Name extends string = string> extends ProseFrontMatter {
  readonly sections: readonly ProseSection<Name>[];
}

type Texts<Name extends string> = ReadonlyMap<string, Doc<Prose<Name>>>;

export interface TopicFolder {
  readonly id: string;
  /** The place whose layer it is; null for what holds everywhere. */
  readonly place: string | null;
  readonly topic: Doc<Topic>;
  readonly texts: Texts<SectionName>;
}

export interface CommitmentFolder {
  readonly id: string;
  readonly commitment: Doc<Commitment>;
  readonly texts: Texts<CommitmentSectionName>;
}

export interface PlaceFolder {
  readonly id: string;
  readonly place: Doc<Place>;
  readonly holidays: readonly string[];
  readonly services: ReadonlyMap<string, Doc<Service>>;
  readonly topics: ReadonlyMap<string, TopicFolder>;
}

export interface UrgentFolder {
  readonly kind: string;
  readonly urgent: Doc<{ rank: number; lines: string[]; topic: string }>;
  readonly words: ReadonlyMap<string, Doc<UrgentWords>>;
}

export interface Corpus {
  readonly vocabulary: Vocabulary;
  readonly laws: ReadonlyMap<string, Doc<Law>>;
  readonly languages: ReadonlyMap<string, Doc<Language>>;
  readonly locales: ReadonlyMap<string, Doc<LocaleFile>>;
  readonly topics: ReadonlyMap<string, TopicFolder>;
  /** Ids of topics, most asked first. */
  readonly mostAsked: readonly string[];
  readonly places: ReadonlyMap<string, PlaceFolder>;
  readonly urgent: ReadonlyMap<string, UrgentFolder>;
  readonly commitments: ReadonlyMap<string, CommitmentFolder>;
  readonly networks: ReadonlyMap<string, Doc<Network>>;
  /** Term -> language -> how it is said and what it means. */
  readonly glossary: ReadonlyMap<string, ReadonlyMap<string, Doc<GlossaryTerm>>>;
  /** Questions kept for measuring, folded: they may never be copied into `asked`. */
  readonly questions: ReadonlySet<string>;
}

/** Every topic folder, general and local. */
export function allTopicFolders(corpus: Corpus): TopicFolder[] {
  return [...corpus.topics.values(), ...[...corpus.places.values()].flatMap((place) => [...place.topics.values()])];
}

/** Every folder of prose: of topics, and of commitments. */
export function allProseFolders(corpus: Corpus): { readonly file: string; readonly texts: ReadonlyMap<string, Doc<Prose>> }[] {
  const topics = allTopicFolders(corpus).map(({ topic, texts }) => ({ file: topic.file, texts }));
  return [...topics, ...[...corpus.commitments.values()].map(({ commitment, texts }) => ({ file: commitment.file, texts }))];
}

/** The text that the others translate: marked `translation: source`, else English. */
export function sourceText<Name extends string>(folder: {
  readonly texts: ReadonlyMap<string, Doc<Prose<Name>>>;
}): { lang: string; doc: Doc<Prose<Name>> } | undefined {
  const entries = [...folder.texts].map(([lang, doc]) => ({ lang, doc }));
  return entries.find(({ doc }) => doc.data.translation === 'source') ?? entries.find(({ lang }) => lang === 'en') ?? entries[0];
}
