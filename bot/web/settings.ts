/** What the web channel needs of the world. It runs in the Worker and in a service worker alike: what differs between them stands here. */
import type { Core } from '../../core/index.ts';
import type { Feedback } from '../feedback.ts';

export interface WebSettings {
  readonly core: Core;
  readonly operator: string;
  readonly defaultPlace: string | undefined;
  /** Ids of the places this deployment serves; empty for all. */
  readonly places: readonly string[];
  /** Where corrections go that a place names nobody for: an e-mail or web address. */
  readonly contact?: string | undefined;
  /** Weekly counts; none without a database, and none offline. */
  readonly feedback?: Feedback | undefined;
  /** The moment of asking, ISO 8601. */
  readonly now: () => string;
  /** Origins that may show the chat of a place inside their own pages, by place. */
  readonly framers?: Readonly<Record<string, readonly string[]>>;
  /** Static assets, for what the Worker answers first. */
  readonly asset: (path: string) => Promise<Response>;
  /** Set where there is no network: every page says of which day its content is. */
  readonly offline?: { readonly contentOf: string };
}
