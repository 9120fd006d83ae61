/** Shards for city staff: the framework of commitments, and networks to join. */
import type { Law } from './schema/law.ts';
import type { Network } from './schema/network.ts';
import type { CompiledBlock, CompiledInline, CompiledSource, TitledRef } from './shard-types.ts';

export interface CompiledCommitment extends TitledRef {
  readonly lang: string;
  readonly kind: string;
  readonly element: string;
  readonly topics: readonly string[];
  readonly duties: readonly { readonly topic: string; readonly duty: string }[];
  readonly sdgTargets: readonly string[];
  readonly sources: readonly CompiledSource[];
  readonly commitment: readonly CompiledBlock[];
  readonly question: readonly CompiledBlock[];
  /** Evidence for level nought to three. */
  readonly levels: readonly (readonly CompiledInline[])[];
  readonly lowCost: readonly CompiledBlock[];
}

/** `commitments.<lang>`: the framework of commitments. */
export interface CommitmentShard {
  readonly format: number;
  readonly commitments: readonly CompiledCommitment[];
  readonly laws: Readonly<Record<string, Law>>;
}

export interface CompiledNetwork extends Network {
  readonly id: string;
}

/** `networks`: what a city can join, in all languages. */
export interface NetworkShard {
  readonly format: number;
  readonly networks: readonly CompiledNetwork[];
}
