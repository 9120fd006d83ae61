/** Answers, shown in every way the channel has, through the stand-in for the Bot API: how many it refuses, and how long they are. */
import { Api } from 'grammy/web';
import { reply } from '../../bot/assistant.ts';
import type { Screen } from '../../bot/telegram/buttons.ts';
import { codeOf, decodeTap } from '../../bot/telegram/code.ts';
import { deliver } from '../../bot/telegram/deliver.ts';
import { inlineResults } from '../../bot/telegram/inline.ts';
import { type AnsweredReply, answerScreen, cardScreen, doorsScreen, type Frame, moreScreen } from '../../bot/telegram/render.ts';
import { topicQuestion } from '../../bot/telegram/request.ts';
import { lengthOf } from '../../bot/telegram/rich.ts';
import { type Answered, type Core, knownLocale, type Reader } from '../../core/index.ts';
import { apiRoot, type Call, FakeTelegram, me, token } from './fake.ts';
import { bytesOf } from './limits.ts';

export interface Wanted {
  readonly topic: string;
  readonly locale: string;
  readonly place: string;
  readonly reader: Reader;
}

export interface Swept {
  answers: number;
  messages: number;
  /** Answers whose first screen needs more than one message. */
  split: number;
  /** Cards for two that have pages. */
  pagedCards: number;
  longestFirst: number;
  longestData: number;
  /** Topics that the place does not have. */
  elsewhere: number;
  refused: Call[];
}

export interface Sweep {
  readonly swept: Swept;
  show(wanted: Wanted): Promise<void>;
}

const chat = 1;

export function openSweep(core: Core, now: string): Sweep {
  const fake = new FakeTelegram();
  fake.chat(chat);
  const api = new Api(token, { apiRoot, fetch: fake.fetch as typeof fetch });
  const swept: Swept = { answers: 0, messages: 0, split: 0, pagedCards: 0, longestFirst: 0, longestData: 0, elsewhere: 0, refused: [] };

  async function put(screen: Screen): Promise<number> {
    await deliver(api, { chat }, [screen], () => undefined);
    for (const { text, rows } of fake.chats.get(chat)?.messages.values() ?? []) {
      if (text.length > 4096) throw new Error('the stand-in is not strict');
      for (const { callback_data: data = '' } of rows.flat()) swept.longestData = Math.max(swept.longestData, bytesOf(data));
    }
    const sent = fake.calls.length;
    swept.refused.push(...fake.refused);
    swept.messages += sent;
    fake.calls.length = 0;
    fake.chats.get(chat)?.messages.clear();
    return sent;
  }

  /** All pages of a screen, by its own button. Returns how many there are. */
  async function turn(at: (page: number) => Screen): Promise<number> {
    for (let page = 0, pages = 1; ; pages++) {
      const screen = at(page);
      await put(screen);
      const next = screen.buttons.flat().find(({ text }) => text === '▶');
      page = next && 'data' in next ? (decodeTap(next.data, core.bundled)?.page ?? 0) : 0;
      if (page === 0) return pages;
    }
  }

  return {
    swept,
    async show(wanted) {
      const result = await reply(topicQuestion(wanted.topic, wanted, now), core);
      const frame: Frame = { setting: wanted, username: me.username, bundled: core.bundled };
      const first = answerScreen(result, frame, codeOf(wanted.topic));
      if (result.answer.outcome !== 'answered') {
        swept.elsewhere++;
        await put(first);
        return;
      }
      const answered: Answered = result.answer;
      swept.answers++;
      swept.longestFirst = Math.max(swept.longestFirst, lengthOf(first.text));
      if ((await put(first)) > 1) swept.split++;
      await turn((page) => moreScreen(result, answered, frame, page));
      if (answered.services.length > 0) await turn((page) => doorsScreen(result, answered, frame, page));
      const spoken = core.bundled.places[wanted.place]?.languages.map((tag) => knownLocale(tag, core.bundled.locales));
      const other = spoken?.find((tag) => tag !== null && tag !== wanted.locale) ?? 'en';
      const [own, theirs] = await Promise.all([half(wanted.locale), half(other)]);
      if (!own || !theirs) return;
      const tap = { ...wanted, act: 'cardIn', item: codeOf(wanted.topic), also: codeOf(other) } as const;
      if ((await turn((page) => cardScreen(own, theirs, { ...tap, page }))) > 1) swept.pagedCards++;
      await inline(result.answer.topic.title, wanted);

      async function half(locale: string): Promise<AnsweredReply | null> {
        const found = await reply(topicQuestion(wanted.topic, { ...wanted, locale, reader: 'resident' }, now), core);
        return found.answer.outcome === 'answered' ? { reply: found, answer: found.answer } : null;
      }
    },
  };

  async function inline(title: string, { locale, place, reader }: Wanted): Promise<void> {
    const wish = { type: 'inline', id: '1', query: title } as const;
    const incoming = { update: 1, owner: chat, to: { chat }, isPrivate: true, wish };
    const kept = { isNew: true, settings: { locale, place, reader }, told: [] };
    const results = await inlineResults(title, incoming, kept, { core, defaultPlace: place, places: [], now: () => now }, me.username);
    await api.answerInlineQuery('1', results, { is_personal: true, cache_time: 0 }).catch(() => undefined);
    swept.refused.push(...fake.refused);
    fake.calls.length = 0;
  }
}
