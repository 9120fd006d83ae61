/** What can be wrong with a request, and the status that says so. */
import type { Line, Problem, Urgent } from '../../core/index.ts';
import type { WebProblem } from './request.ts';

export const statuses = {
  empty: 400,
  'bad-request': 400,
  'not-allowed': 405,
  timeout: 408,
  'too-large': 413,
  'too-long': 413,
  'wrong-type': 415,
  'not-found': 404,
  failed: 500,
} as const;

export type ProblemKind = keyof typeof statuses & (Problem | WebProblem | 'not-allowed' | 'not-found' | 'failed');

/** A page that cannot be shown. Danger and the lines of the place are shown all the same. */
export interface Refusal {
  readonly problem: ProblemKind;
  readonly urgent?: Urgent | null;
  readonly lines?: readonly Line[];
}
