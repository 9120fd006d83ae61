/** Everything that is held about one chat, and nothing else. Started on one's own machine by `npm run held`; never deployed. */
import type { Database } from './database.ts';
import { keyedHash } from './keyed-hash.ts';
import { type ChatMemory, nameOfChat } from './memory.ts';

export { ChatMemory } from './memory.ts';

interface Bindings {
  readonly MEMORY: { idFromName(name: string): unknown; get(id: unknown): Pick<ChatMemory, 'held'> };
  readonly DB: Database;
  readonly TELEGRAM_BOT_TOKEN?: string;
  readonly SLACK_SIGNING_SECRET?: string;
}

export default {
  /** `/telegram/<chat>` or `/slack/<team>/<user>`. */
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const [, channel, first = '', second = ''] = decodeURIComponent(new URL(request.url).pathname).split('/');
    const secret = channel === 'telegram' ? env.TELEGRAM_BOT_TOKEN : env.SLACK_SIGNING_SECRET;
    if (!secret) return new Response('the secret of that channel is not set: without it nobody, we neither, can tell whose rows are whose', { status: 400 });
    return Response.json(channel === 'telegram' ? await ofTelegram(first, env.MEMORY, secret) : await ofSlack(first, second, env.DB, secret));
  },
};

async function ofTelegram(chat: string, memory: Bindings['MEMORY'], token: string): Promise<object> {
  const name = await nameOfChat(`telegram:${chat}`, keyedHash(token));
  return { durable_object: name, ...(await memory.get(memory.idFromName(name)).held()) };
}

/** What a person set, and what they wrote into the assessment of their city. */
async function ofSlack(team: string, user: string, db: Database, secret: string): Promise<object> {
  const person = btoa(String.fromCharCode(...(await keyedHash(secret)(`settings:${team}:${user}`))));
  const rows = async (sql: string, ...values: string[]) =>
    (
      await db
        .prepare(sql)
        .bind(...values)
        .all()
    ).results;
  return {
    slack_settings: await rows('SELECT * FROM slack_settings WHERE team = ? AND person = ?', team, person),
    changes: await rows('SELECT * FROM changes WHERE tenant = ? AND by = ?', `slack:${team}`, user),
  };
}
