/** What this version of the service worker keeps. All of one version lies in one cache, so that no answer is made of two. */
import { files } from '../files.ts';

export const cacheName = `hereabouts-${files.version}`;
/** Which places and languages are kept: outlives a version. */
export const keptName = 'hereabouts-kept';
export const siteFile = '/site.json';

/** What no page does without. Their addresses hold the same for as long as this version lives. */
export const shelved: readonly string[] = [files.style, files.script, files.assess, files.bundle, '/icon.svg', siteFile];

/** A place and language somebody looked at. */
export interface Seen {
  readonly place: string;
  readonly lang: string;
}

/** `version`: of the page that says it. */
export type Message =
  | { readonly type: 'forget' }
  | { readonly type: 'take-over'; readonly version: string }
  | ({ readonly type: 'keep'; readonly version: string } & Seen);
