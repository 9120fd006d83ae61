/** The commands of the bot, in the order people see them, with the words of `locales/` that say what each does. */
export const commands = {
  emergency: 'essential.lines.title',
  rights: 'page.topics',
  services: 'answer.doors',
  city: 'page.place',
  language: 'page.language',
  card: 'page.card',
  buddy: 'telegram.buddy',
  settings: 'telegram.settings',
  privacy: 'telegram.privacy',
  forget: 'telegram.forget',
  help: 'telegram.help',
} as const;
