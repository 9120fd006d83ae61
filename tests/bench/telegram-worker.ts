/** Our Worker, and beside it, in the same isolate, a bare grammY bot that sends back what it gets. For the bench only. */

import type { UserFromGetMe } from 'grammy/types';
import { Bot, webhookCallback } from 'grammy/web';
import worker, { ChatMemory } from '../../bot/worker.ts';

export { ChatMemory };

type Bindings = Parameters<typeof worker.fetch>[1];
type Context = Parameters<typeof worker.fetch>[2];
let echo: ((request: Request) => Promise<Response>) | undefined;

export default {
  fetch(request: Request, env: Bindings, context: Context): Response | Promise<Response> {
    if (new URL(request.url).pathname !== '/echo') return worker.fetch(request, env, context);
    echo ??= echoBot(env);
    return echo(request);
  },
};

function echoBot({ TELEGRAM_BOT_TOKEN = '', TELEGRAM_WEBHOOK_SECRET = '', TELEGRAM_API_ROOT = '', TELEGRAM_BOT_INFO = '{}' }: Bindings) {
  const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT }, botInfo: JSON.parse(TELEGRAM_BOT_INFO) as UserFromGetMe });
  bot.on('message:text', (context) => context.reply(context.message.text));
  return webhookCallback(bot, 'cloudflare-mod', { secretToken: TELEGRAM_WEBHOOK_SECRET }) as unknown as (request: Request) => Promise<Response>;
}
