/** Shards for who wants to know what this rests on: the laws, and what exists in which language. */
import type { Law } from './schema/law.ts';

/** A law, and where the corpus cites it. `place`: the place whose layer does; null everywhere. */
export interface CompiledLaw extends Law {
  readonly cited: readonly { readonly article: string | null; readonly topic: string; readonly place: string | null }[];
}

/** `laws`: every law that a topic cites. */
export interface LawShard {
  readonly format: number;
  readonly laws: Readonly<Record<string, CompiledLaw>>;
}

/** The languages in which one layer of a topic has its answer. */
export interface CompiledLayer {
  readonly place: string | null;
  readonly languages: readonly string[];
}

/** How many texts there are, and how many a person has checked. */
export interface Checked {
  readonly texts: number;
  readonly law: number;
  readonly language: number;
  readonly locality: number;
}

/** `coverage`: what exists. */
export interface CoverageShard {
  readonly format: number;
  readonly topics: Readonly<Record<string, readonly CompiledLayer[]>>;
  readonly checked: Checked;
  /** Texts of one language, local ones included, and those that somebody who speaks it has checked. */
  readonly languages: Readonly<Record<string, { readonly topics: number; readonly texts: number; readonly checked: number }>>;
  readonly places: Readonly<Record<string, { readonly topics: number; readonly services: number }>>;
  readonly laws: number;
  /** Distinct addresses of pages that something rests on. */
  readonly pages: number;
}
