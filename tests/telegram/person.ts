/** Somebody who writes to the bot: makes the updates that Telegram would send, and sees what the chat shows. */
import { type FakeTelegram, me, type Shown } from './fake.ts';
import type { ButtonSeen } from './limits.ts';

export type Send = (update: object) => Promise<Response>;

let lastUpdate = 100_000;

export interface Who {
  readonly id: number;
  /** The language of the person's Telegram. */
  readonly language?: string;
  /** Writes in a group, and in which topic of it. */
  readonly group?: number;
  readonly thread?: number;
}

export class Person {
  readonly #fake: FakeTelegram;
  readonly #send: Send;
  readonly who: Who;
  /** What the last thing the person did brought: messages sent or edited, in order. */
  news: Shown[] = [];
  #nextMessage = 1;

  constructor(fake: FakeTelegram, send: Send, who: Who) {
    this.#fake = fake;
    this.#send = send;
    this.who = who;
    fake.chat(this.chat, who.group ? 'supergroup' : 'private', who.thread ? [who.thread] : []);
  }

  get chat(): number {
    return this.who.group ?? this.who.id;
  }

  get #from() {
    return { id: this.who.id, is_bot: false, first_name: 'Somebody', ...(this.who.language ? { language_code: this.who.language } : {}) };
  }

  /** A message update as Telegram would send it. */
  message(fields: object, ageSeconds = 0): object {
    const { thread } = this.who;
    return {
      update_id: lastUpdate++,
      message: {
        message_id: this.#nextMessage++,
        from: this.#from,
        chat: { id: this.chat, type: this.who.group ? 'supergroup' : 'private' },
        date: Math.floor(Date.now() / 1000) - ageSeconds,
        ...(thread ? { message_thread_id: thread, is_topic_message: true } : {}),
        ...fields,
      },
    };
  }

  says(text: string): Promise<Shown[]> {
    return this.does(this.message({ text }));
  }

  sends(fields: object): Promise<Shown[]> {
    return this.does(this.message(fields));
  }

  repliesTo(shown: Shown, text: string): Promise<Shown[]> {
    return this.does(this.message({ text, reply_to_message: this.#fake.message(this.chat, shown.id) }));
  }

  /** The newest message of the bot. */
  newest(): Shown {
    const newest = [...(this.#fake.chats.get(this.chat)?.messages.values() ?? [])].at(-1);
    if (!newest) throw new Error('nothing was sent yet');
    return newest;
  }

  /** The newest button whose label holds these words. */
  button(words: string): { message: Shown; button: ButtonSeen } {
    for (const message of [...(this.#fake.chats.get(this.chat)?.messages.values() ?? [])].reverse()) {
      const button = message.rows.flat().find(({ text }) => text.includes(words));
      if (button) return { message, button };
    }
    throw new Error(`no button "${words}"; there are: ${this.buttons().join(' | ')}`);
  }

  buttons(): string[] {
    return this.news.flatMap(({ rows }) => rows.flat().map(({ text }) => text));
  }

  press(words: string): Promise<Shown[]> {
    const { message, button } = this.button(words);
    return this.does(this.pressOf(message, button.callback_data ?? ''));
  }

  /** A press as Telegram would send it; it waits to be answered. */
  pressOf(message: Pick<Shown, 'id'>, data: string, ageSeconds = 0): object {
    const id = `press-${lastUpdate}`;
    this.#fake.presses.set(id, Date.now() - ageSeconds * 1000);
    return {
      update_id: lastUpdate++,
      callback_query: { id, from: this.#from, chat_instance: '1', data, message: this.#fake.message(this.chat, message.id) },
    };
  }

  async asksInline(query: string): Promise<Record<string, unknown>> {
    const id = `inline-${lastUpdate}`;
    await this.#send({ update_id: lastUpdate++, inline_query: { id, from: this.#from, query, offset: '' } });
    return this.#fake.inlineAnswers.get(id) ?? {};
  }

  async blocks(): Promise<void> {
    const bot = { user: me };
    const chat = { id: this.chat, type: 'private' };
    const change = {
      chat,
      from: this.#from,
      date: 0,
      old_chat_member: { ...bot, status: 'member' },
      new_chat_member: { ...bot, status: 'kicked', until_date: 0 },
    };
    await this.#send({ update_id: lastUpdate++, my_chat_member: change });
  }

  async does(update: object): Promise<Shown[]> {
    const before = new Map(this.#fake.chats.get(this.chat)?.messages);
    const response = await this.#send(update);
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    const after = this.#fake.chats.get(this.chat)?.messages ?? new Map<number, Shown>();
    this.news = [...after.values()].filter((shown) => before.get(shown.id) !== shown);
    return this.news;
  }
}
