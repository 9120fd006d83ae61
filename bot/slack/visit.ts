/** One request, as every listener sees it: who sits at the desk, and the ways to answer. */
import type { Call, Desk, Seat } from './desk.ts';
import { seatOf } from './desk.ts';
import type { Fetch } from './outgoing.ts';
import type { Message } from './render.ts';

/** What a listener of Bolt is given, as far as we use it. */
export interface Given {
  readonly body: unknown;
  readonly context: { readonly teamId?: string; readonly botToken?: string };
  readonly client: { apiCall(method: string, fields?: Record<string, unknown>): Promise<object> };
  readonly respond?: (message: never) => Promise<unknown>;
}

export interface Visit {
  readonly seat: Seat;
  readonly token: string;
  readonly fetch: Fetch;
  /** By `response_url`: to the person alone, in the place of what stood there, or to all. */
  readonly respond: (message: Message, how?: 'alone' | 'instead' | 'to-all') => Promise<void>;
  readonly body: Body;
}

/** What is read of the many bodies that Slack sends. */
export interface Body {
  readonly trigger_id?: string;
  readonly team_id?: string;
  readonly user_id?: string;
  readonly team?: { readonly id?: string } | null;
  readonly user?: { readonly id?: string };
  readonly event?: Readonly<Record<string, unknown>> & { readonly user?: string };
  readonly view?: { readonly id?: string; readonly private_metadata: string; readonly state: { readonly values: unknown } };
  readonly container?: { readonly thread_ts?: string; readonly type?: string };
  readonly channel?: { readonly id?: string; readonly name?: string };
  readonly state?: { readonly values?: Readonly<Record<string, Readonly<Record<string, Chosen>>>> };
  readonly message?: { readonly text?: string };
}

export interface Chosen {
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
}

export async function visitOf(desk: Desk, fetch: Fetch, { body: raw, context, client, respond }: Given): Promise<Visit> {
  const body = raw as Body;
  const call: Call = async (method, fields) => Object.fromEntries(Object.entries(await client.apiCall(method, { ...fields })));
  const team = context.teamId ?? body.team_id ?? body.team?.id ?? '';
  const user = body.user_id ?? body.user?.id ?? body.event?.user ?? '';
  const thread = body.container?.thread_ts;
  return {
    seat: await seatOf(desk, team, user, call),
    token: context.botToken ?? '',
    fetch,
    body,
    respond: async ({ blocks, text }, how = 'alone') => {
      const inThread = thread ? { thread_ts: thread } : {};
      const where =
        how === 'to-all'
          ? { response_type: 'in_channel', replace_original: false, ...inThread }
          : { response_type: 'ephemeral', replace_original: how === 'instead' };
      await respond?.({ ...where, blocks, text } as never);
    },
  };
}
