/** Every channel renders every outcome, left-to-right and right-to-left. A new channel adds one line to `channels`. */
import { describe, expect, it } from 'vitest';
import { type Reply, reply } from '../../../bot/assistant.ts';
import { renderAnswer } from '../../../bot/slack/render.ts';
import { answerScreen, urgentScreens } from '../../../bot/telegram/render.ts';
import { toHtml } from '../../../bot/telegram/rich.ts';
import { renderText } from '../../../bot/terminal/render.ts';
import { AnswerView } from '../../../bot/web/render.tsx';
import type { Answer, Core, Question } from '../../../core/index.ts';
import { bundled, openAtlantis, question } from '../atlantis.ts';

const directionOf = (tag: string) => bundled.locales[tag]?.direction ?? 'ltr';

const channels: Record<string, (result: Reply) => string> = {
  web: (result) =>
    `<html dir="${directionOf(result.say.locale)}">${AnswerView({ ...result, directionOf, place: result.answer.place, reader: 'resident', level: 2 })}`,
  terminal: renderText,
  telegram: (result) => {
    const { locale, place } = result.answer;
    const screens = [...urgentScreens(result), answerScreen(result, { setting: { locale, place, reader: 'resident' }, username: 'bot', bundled })];
    return screens.flatMap(({ text, buttons }) => [toHtml(text), ...buttons.flat().map((button) => button.text)]).join('\n');
  },
  slack: (result) =>
    JSON.stringify(renderAnswer(result, { ...result, desk: result.say, ref: { place: 'un', locale: 'en', reader: 'resident' }, shareable: false })),
};

const core = openAtlantis();
const broken = openAtlantis({ alter: (name, text) => (name.startsWith('index') ? null : text) });

/** One question for each outcome of the closed set, in each direction. */
const cases: readonly (readonly [Answer['outcome'], 'ltr' | 'rtl', Question, Core])[] = [
  ['answered', 'ltr', question('boss no pay me pearls'), core],
  ['answered', 'rtl', question('صاحب العمل ما دفع لي اجري'), core],
  ['choose', 'ltr', question('no papers'), core],
  ['choose', 'rtl', question('مدرسة راتب شهرين'), core],
  ['where', 'ltr', question('how long is the tide permit, permit expired', { place: 'un' }), core],
  ['where', 'rtl', question('كيف اجدد تصريح المد انتهى التصريح', { place: 'un' }), core],
  ['unknown', 'ltr', question('quantum teapot xylophone'), core],
  ['unknown', 'rtl', question('زقزقة كوانتم'), core],
  ['failed', 'ltr', question('boss no pay me pearls'), broken],
  ['failed', 'rtl', question('صاحب العمل ما دفع لي'), broken],
];

for (const [channel, render] of Object.entries(channels)) {
  describe(channel, () => {
    it.each(cases)('%s, %s', async (outcome, direction, asked, over) => {
      const result = await reply(asked, over);
      expect(result.answer.outcome).toBe(outcome);
      const text = render(result);
      expect(text.length).toBeGreaterThan(40);
      expect(text).not.toMatch(/undefined|\[object|NaN|\{\{|essential\.|vocabulary\.|answer\.[a-z_]+\b/);
      expect(directionOf(result.say.locale)).toBe(direction);
      expect(text).toMatch(direction === 'rtl' ? /\p{Script=Arabic}/u : /[a-z]/);
    });

    it('right, risk, time limit, source and how far to trust it stand in an answer', async () => {
      const text = render(await reply(question('boss no pay me pearls'), core));
      for (const words of ['You are owed', 'the clock is short', '1 month', 'Pearl Act', 'No lawyer and no local office']) expect(text).toContain(words);
    });

    it('danger comes first', async () => {
      const text = render(await reply(question('help we are sinking my boss did not pay pearls'), core));
      expect(text.indexOf('777')).toBeLessThan(text.indexOf('You are owed'));
      expect(text.indexOf('You may be drowning')).toBeLessThan(text.search(/your pearls/i));
    });

    it('a section in another language says which, and has its facts in that language', async () => {
      const text = render(await reply(question('صاحب العمل ما دفع لي اجري'), core));
      expect(text).toContain('1 month');
      expect(text).toContain('English');
      if (channel === 'web') expect(text).toMatch(/<div lang="en" dir="ltr">/);
    });
  });
}
