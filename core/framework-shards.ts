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

/** A topic with its duties in all places. */
export interface CompiledDutyTopic {
  readonly id: string;
  readonly group: string;
  readonly statuses: readonly string[];
  /** `place`: the place whose layer names it; null everywhere. Without `law` a page says so, and it holds wherever it is named. */
  readonly duties: readonly { readonly id: string; readonly bearer: string; readonly place: string | null; readonly law?: string }[];
}

/** `duties`: who must do what, to browse by service area and bearer. */
export interface DutyShard {
  readonly format: number;
  readonly topics: readonly CompiledDutyTopic[];
  readonly laws: Readonly<Record<string, Pick<Law, 'holds_in' | 'except'>>>;
}

export interface CompiledNetwork extends Network {
  readonly id: string;
}

/** `networks`: what a city can join, in all languages. */
export interface NetworkShard {
  readonly format: number;
  readonly networks: readonly CompiledNetwork[];
}
