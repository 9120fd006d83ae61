/** Who sits at the desk, with what: the deployment, the workspace, the person and their language. */
import type { Core } from '../../core/index.ts';
import type { Assessments } from '../assessments.ts';
import { localeFor } from '../assistant.ts';
import { StoreError } from '../database.ts';
import { deskIn } from '../desk.ts';
import type { Say } from '../say.ts';
import type { Settings, SlackStore } from './store.ts';

export interface Desk {
  readonly core: Core;
  /** Null without a database: lookups do without. */
  readonly assessments: Assessments | null;
  readonly memory: SlackStore | null;
  readonly defaultPlace: string | undefined;
  /** Ids of the places this deployment serves; empty for all. */
  readonly places: readonly string[];
  readonly now: () => Date;
}

/** A call of Slack's Web API. Rejects when Slack says no. */
export type Call = (method: string, fields: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;

export interface Seat {
  readonly desk: Desk;
  readonly team: string;
  readonly user: string;
  /** Whose assessment it is. */
  readonly tenant: string;
  /** It is that of another town, which came as a file to be reviewed. */
  readonly guest: boolean;
  /** What the person chose. */
  readonly settings: Settings;
  readonly place: string | undefined;
  /** The words of the desk, in the language that was chosen. */
  readonly say: Say;
  readonly call: Call;
}

export async function seatOf(desk: Desk, team: string, user: string, call: Call): Promise<Seat> {
  const settings = await settingsOf(desk, team, user);
  const say = await deskIn(localeFor([settings.locale], desk.core.bundled), desk.core);
  return { desk, team, user, tenant: tenantOf(team), guest: false, settings, place: settings.place ?? desk.defaultPlace, say, call };
}

export function tenantOf(team: string): string {
  return `slack:${team}`;
}

export function guestTenantOf(team: string): string {
  return `${tenantOf(team)}:guest`;
}

/** The same person over the assessment of another town. */
export function guestOf(seat: Seat): Seat {
  return { ...seat, guest: true, tenant: guestTenantOf(seat.team) };
}

/** Nothing, when nobody remembers. */
async function settingsOf({ memory }: Desk, team: string, user: string): Promise<Settings> {
  try {
    return (await memory?.settings(team, user)) ?? { locale: null, place: null };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { locale: null, place: null };
  }
}

export function seconds({ now }: Desk): number {
  return Math.floor(now().getTime() / 1000);
}

/** UTC, ISO 8601. */
export function today({ now }: Desk): string {
  return now().toISOString().slice(0, 10);
}
