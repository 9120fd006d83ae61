/** HTTP -> Bolt -> HTTP, for one request. Slack hears from us at once; the work goes on behind. */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** What a request brings, read once. */
export interface Incoming {
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether it was not taken before. Asked behind the answer to Slack. */
  readonly isNew: () => Promise<boolean>;
}

/** A form that is sent must hear what came of it, so that nothing typed is lost; everything else is answered before it is begun. Slack waits three seconds. */
const patience = 2600;

export class EdgeReceiver implements Receiver {
  #app: App | undefined;

  init(app: App): void {
    this.#app = app;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** The answer to Slack, and the work that goes on behind it. A form that nobody answered is an error, so that Slack keeps it open with what was typed. */
  handle({ body, isNew }: Incoming): { response: Promise<Response>; work: Promise<void> } {
    let acknowledge: (response: Response) => void = () => undefined;
    const acknowledged = new Promise<Response>((resolve) => {
      acknowledge = resolve;
    });
    const ack: ReceiverEvent['ack'] = async (said) =>
      acknowledge(said ? (typeof said === 'string' ? new Response(said) : Response.json(said)) : new Response(''));
    const unanswered = () => acknowledge(new Response('', { status: 500 }));
    if (body.type !== 'view_submission') acknowledge(new Response(''));
    const work = isNew()
      .then((first) => (first ? this.#app?.processEvent({ body: { ...body }, ack }) : ack()))
      .finally(unanswered);
    const timer = setTimeout(unanswered, patience);
    return { response: acknowledged.finally(() => clearTimeout(timer)), work };
  }
}

/** JSON of an event, or a form: a command's fields, or its `payload`. Null: none of these. */
export function readIncoming(contentType: string, text: string): Readonly<Record<string, unknown>> | null {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const fields = Object.fromEntries(new URLSearchParams(text));
    return fields.payload === undefined ? fields : parsed(fields.payload);
  }
  return contentType.startsWith('application/json') ? parsed(text) : null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
