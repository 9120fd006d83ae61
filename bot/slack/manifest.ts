/**
 * `npm run slack:manifest -- https://desk.example.org [--lang de]`: the app manifest to paste into Slack, for a Worker at that address.
 * https://docs.slack.dev/reference/app-manifest
 */
import { readFileSync } from 'node:fs';
import { scopes } from './scopes.ts';

type Words = (key: string) => string;

/** Throws nothing: an address or a language that is not known is a sentence. */
export function manifestFor(address: string, words: Words): object | string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return 'usage: npm run -s slack:manifest -- https://your-worker.example [--lang de]';
  const { origin } = new URL(address);
  const events = `${origin}/slack/events`;
  const command = (name: string, about: string, hint?: string) => ({
    command: name,
    url: events,
    description: words(`slack.about_${about}`),
    ...(hint ? { usage_hint: words(`slack.hint_${hint}`) } : {}),
    should_escape: true,
  });
  return {
    display_information: { name: words('essential.name'), description: words('slack.about_rights'), background_color: '#14505c' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      assistant_view: { assistant_description: words('slack.about_rights') },
      bot_user: { display_name: words('essential.name'), always_online: true },
      shortcuts: [
        { name: words('slack.stakes'), type: 'message', callback_id: 'stakes', description: words('slack.about_rights') },
        { name: words('assess.title'), type: 'global', callback_id: 'assess', description: words('slack.about_assess') },
      ],
      slash_commands: [
        command('/rights', 'rights', 'question'),
        command('/duties', 'duties', 'area'),
        command('/assess', 'assess'),
        command('/networks', 'networks'),
        command('/buddy', 'buddy', 'question'),
        command('/rights-settings', 'settings'),
      ],
    },
    oauth_config: { redirect_urls: [`${origin}/slack/oauth_redirect`], scopes: { bot: scopes } },
    settings: {
      event_subscriptions: {
        request_url: events,
        bot_events: [
          'app_mention',
          'message.im',
          'app_home_opened',
          'assistant_thread_started',
          'assistant_thread_context_changed',
          'app_uninstalled',
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true, request_url: events },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

/** The words of a language file by their dotted key. */
export function wordsOf(file: unknown): Words {
  return (key) => String(key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], file) ?? key);
}

function main([address = '', flag, lang = 'en']: readonly string[]): void {
  const file: unknown = JSON.parse(readFileSync(`locales/${flag === '--lang' && /^[A-Za-z-]+$/.test(lang) ? lang : 'en'}.json`, 'utf8'));
  const manifest = manifestFor(address, wordsOf(file));
  if (typeof manifest === 'string') {
    process.stderr.write(`${manifest}\n`);
    process.exitCode = 2;
  } else process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) main(process.argv.slice(2));
