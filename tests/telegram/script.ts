/**
 * Conversations as people read them. A line says who does what:
 *
 *     # a title; what follows until the next one is one conversation
 *     @ ar                   the language of the person's Telegram; "@ ar group", "@ ar group 7" in a group, and a topic of it
 *     > text                 the person writes
 *     >> text                the person replies to the newest message of the bot
 *     ! label                the person presses the button with these words
 *     * voice                the person sends a voice, a photo, or a location: "* location 48.2 16.37"
 *     ? text                 the person types "@bot text" in some chat; what follows is what is offered there
 *     < text                 the chat now shows this, after what the line before named
 *     - text                 the chat does not show this
 *     [ label                there is a button with these words
 *     ] label                there is no such button
 *     = 2                    so many messages were sent or edited
 *
 * `{key}` stands for the words of `locales/` in the language of `@`, `{topic id}` for a title, `{place id}` for a name; `{ar:…}` is in another language.
 */
export interface Line {
  readonly number: number;
  readonly sign: string;
  readonly text: string;
}

export interface Conversation {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function readScript(script: string): Conversation[] {
  const conversations: { title: string; lines: Line[] }[] = [];
  for (const [i, line] of script.split('\n').entries()) {
    const [, sign = '', text = ''] = /^(#|@|>>|>|!|\*|\?|<|-|\[|\]|=)\s*(.*)$/.exec(line) ?? [];
    if (sign === '#') conversations.push({ title: text, lines: [] });
    else if (sign) conversations.at(-1)?.lines.push({ number: i + 1, sign, text });
    else if (line.trim()) throw new Error(`line ${i + 1} is not understood: ${line}`);
  }
  return conversations;
}
