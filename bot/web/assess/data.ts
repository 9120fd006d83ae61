/** What the server gives the script of the self-assessment. */
import type { Bundled, Commitment, Network } from '../../../core/index.ts';

type ByKind = Readonly<Record<string, readonly Network[]>>;

export interface AssessmentData {
  readonly locale: string;
  /** The place whose law stands beside the commitments. */
  readonly place: string;
  /** As much of the bundle as words need. */
  readonly bundled: Pick<Bundled, 'locales' | 'essential'>;
  /** Of the interface and of the desk. */
  readonly words: Readonly<Record<string, unknown>>;
  readonly commitments: readonly Commitment[];
  /** What helps with commitments of each kind: small towns, and any. */
  readonly networks: Readonly<Record<'small' | 'any', ByKind>>;
}
