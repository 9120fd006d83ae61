/** What the pages load, as `build.ts` made it: addresses that change with what is in them, and the version of them all together. */
import built from '../../dist/web.json';

export interface WebFiles {
  readonly version: string;
  readonly style: string;
  readonly script: string;
  /** The script of the self-assessment. */
  readonly assess: string;
  /** The bundle of the core, for the service worker. */
  readonly bundle: string;
}

export const files: WebFiles = built;
