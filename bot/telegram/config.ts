/** What the operator sets for this channel: secrets of the Worker, or lines of `.dev.vars`. */
import type { UserFromGetMe } from 'grammy/types';

export interface TelegramVariables {
  /** From BotFather. */
  readonly TELEGRAM_BOT_TOKEN?: string;
  /** Known to Telegram and us: 1 to 256 letters, digits, `_` and `-`. */
  readonly TELEGRAM_WEBHOOK_SECRET?: string;
  /** Default: the official one. */
  readonly TELEGRAM_API_ROOT?: string;
  /** What `getMe` answers, as JSON; saves one call per start of a Worker. `npm run telegram:setup` shows it. */
  readonly TELEGRAM_BOT_INFO?: string;
}

export interface TelegramConfig {
  readonly token: string;
  readonly secret: string;
  readonly apiRoot: string;
  readonly botInfo?: UserFromGetMe | undefined;
}

/** The settings, or the names of the variables that lack or are wrong. */
export function readConfig(variables: TelegramVariables): TelegramConfig | readonly string[] {
  const { TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_WEBHOOK_SECRET: secret = '', TELEGRAM_API_ROOT, TELEGRAM_BOT_INFO } = variables;
  const botInfo = TELEGRAM_BOT_INFO ? parseInfo(TELEGRAM_BOT_INFO) : undefined;
  const wrong = [
    ...(/^\d+:[\w-]+$/.test(token) ? [] : ['TELEGRAM_BOT_TOKEN']),
    ...(/^[\w-]{1,256}$/.test(secret) ? [] : ['TELEGRAM_WEBHOOK_SECRET']),
    ...(botInfo === null ? ['TELEGRAM_BOT_INFO'] : []),
  ];
  if (wrong.length > 0) return wrong;
  return { token, secret, apiRoot: (TELEGRAM_API_ROOT || 'https://api.telegram.org').replace(/(?<!\/)\/+$/, ''), ...(botInfo ? { botInfo } : {}) };
}

/** Null when it is no description of a bot. */
function parseInfo(text: string): UserFromGetMe | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'username' in value && 'id' in value ? (value as UserFromGetMe) : null;
  } catch {
    return null;
  }
}
