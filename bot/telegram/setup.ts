/** `npm run telegram:setup -- [https://host]`: names, descriptions and commands in every language, and the webhook. May be run again and again. */
import { Api } from 'grammy/web';
import type { Core } from '../../core/index.ts';
import { sayIn } from '../assistant.ts';
import { coreFrom } from '../disk.ts';
import type { Say } from '../say.ts';
import { commands } from './commands.ts';
import { readConfig, type TelegramVariables } from './config.ts';
import { faultOf, longestWait, patience } from './deliver.ts';
import { allowedUpdates } from './index.ts';
import { shorten } from './rich.ts';

/** What Telegram takes at most. */
const longest = { name: 64, description: 512, about: 120, command: 256 } as const;

/** Languages as Telegram names them: two letters. English is what all others see. One that shares the letters of another is left to it. */
export function telegramLanguages({ bundled: { locales } }: Core): Map<string, string> {
  const codes = new Map([['', 'en']]);
  for (const [locale, { aliases }] of Object.entries(locales)) {
    const code = [locale.split('-')[0] ?? '', ...aliases].find((tag) => /^[a-z]{2}$/.test(tag));
    if (code && !codes.has(code)) codes.set(code, locale);
  }
  return codes;
}

/** Registers what differs from what is registered. Returns how many calls changed something. */
export async function setUp(api: Api, core: Core): Promise<number> {
  let changed = 0;
  for (const [code, locale] of telegramLanguages(core)) changed += await setUpIn(code, await sayIn(locale, core), api);
  return changed;
}

async function setUpIn(code: string, say: Say, api: Api): Promise<number> {
  const language = code ? { language_code: code as 'en' } : {};
  const name = shorten(say.t('essential.name'), longest.name);
  const description = shorten(`${say.t('page.description')} ${say.t('page.footer')}`, longest.description);
  const about = shorten(say.t('page.tagline'), longest.about);
  const list = Object.entries(commands).map(([command, key]) => ({ command, description: shorten(say.t(key), longest.command) }));
  const wanted: [boolean, () => Promise<unknown>][] = [
    [(await api.getMyName(language)).name !== name, () => api.setMyName(name, language)],
    [(await api.getMyDescription(language)).description !== description, () => api.setMyDescription(description, language)],
    [(await api.getMyShortDescription(language)).short_description !== about, () => api.setMyShortDescription(about, language)],
    [JSON.stringify(await api.getMyCommands(language)) !== JSON.stringify(list), () => api.setMyCommands(list, language)],
  ];
  const due = wanted.filter(([differs]) => differs);
  for (const [, set] of due) await set();
  return due.length;
}

/** Tells Telegram where to send updates, and with which secret. */
export async function setWebhook(api: Api, host: string, secret: string): Promise<void> {
  await api.setWebhook(new URL('/telegram/webhook', host).href, { secret_token: secret, allowed_updates: allowedUpdates });
}

async function run(host: string | undefined): Promise<void> {
  const config = readConfig(process.env as TelegramVariables);
  if (!('token' in config)) return refuse(`set in .dev.vars: ${config.join(', ')}`);
  const api = new Api(config.token, { apiRoot: config.apiRoot, timeoutSeconds: longestWait / 1000 });
  api.config.use(patience);
  process.stdout.write(`${await setUp(api, coreFrom('dist'))} texts changed\n`);
  if (host) {
    await setWebhook(api, host, config.secret);
    process.stdout.write('webhook set\n');
  }
  process.stdout.write(`TELEGRAM_BOT_INFO='${JSON.stringify(await api.getMe())}'\n`);
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

/** The one catch of this command: the error holds the token. */
if (import.meta.main) {
  await run(process.argv[2]).catch((error: unknown) => refuse(JSON.stringify(faultOf(error))));
}
