/** `npm run telegram`: a developer's own bot by long polling, on content from disk. What is kept of a chat is gone when this ends. */
import { Api } from 'grammy/web';
import { world } from '../../core/index.ts';
import { coreFrom } from '../disk.ts';
import type { Kept, Memory, Settings } from '../memory.ts';
import { readConfig, type TelegramVariables } from './config.ts';
import { faultOf } from './deliver.ts';
import { allowedUpdates, createBot } from './index.ts';

/** The memory of each chat, in this process. */
export function memoryHere(): (chat: string) => Promise<Memory> {
  const chats = new Map<string, { seen: Set<number>; told: Set<string>; settings: Settings }>();
  return async (name) => {
    const chat = () => {
      const found = chats.get(name) ?? { seen: new Set(), told: new Set(), settings: {} };
      chats.set(name, found);
      return found;
    };
    return {
      async begin(update): Promise<Kept> {
        const { seen, told, settings } = chat();
        const isNew = !seen.has(update);
        seen.add(update);
        return { isNew, settings, told: [...told] };
      },
      async keep(settings) {
        chat().settings = settings;
        return true;
      },
      async tell(locale) {
        chat().told.add(locale);
        return true;
      },
      async forget() {
        chats.delete(name);
        return true;
      },
    };
  };
}

async function poll(): Promise<void> {
  // Polling needs no webhook, so no secret either.
  const config = readConfig({ TELEGRAM_WEBHOOK_SECRET: 'none', ...(process.env as TelegramVariables) });
  if (!('token' in config)) return refuse(`set in .dev.vars: ${config.join(', ')}`);
  const { url } = await new Api(config.token, { apiRoot: config.apiRoot }).getWebhookInfo();
  if (url) return refuse('this bot has a webhook: take another bot for your own machine, or both will miss messages');
  const bot = await createBot({
    ...config,
    core: coreFrom('dist'),
    defaultPlace: process.env.DEFAULT_PLACE || world,
    places: [],
    now: () => new Date().toISOString(),
    memory: memoryHere(),
    report: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  process.stdout.write(`https://t.me/${bot.botInfo.username} answers; Ctrl-C stops it\n`);
  await bot.start({ allowed_updates: allowedUpdates });
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

/** The one catch of this command: the error holds the token. */
if (import.meta.main) {
  await poll().catch((error: unknown) => refuse(JSON.stringify(faultOf(error))));
}
