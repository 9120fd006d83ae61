import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reply } from '../../bot/assistant.ts';
import { deskIn } from '../../bot/desk.ts';
import { coreFrom } from '../../bot/disk.ts';
import { type Block, bold, cut, esc, joined, limits, link, type Mrkdwn, plain, sections } from '../../bot/slack/blocks.ts';
import { manifestFor, wordsOf } from '../../bot/slack/manifest.ts';
import { renderAnswer } from '../../bot/slack/render.ts';
import { readDirectMessage, readRef, toQuestion, typedText, writeRef } from '../../bot/slack/request.ts';
import { none, sample, tries } from '../proof/table.ts';
import { type Counted, check, everyTopic } from '../slack/answers.ts';
import { messageProblems, pings } from '../slack/limits.ts';

describe('what is written becomes words', () => {
  const hostile = [
    '<!channel>',
    '<!here|here>',
    '<@U1ABC>',
    '<#C1|x>',
    '<https://evil.example|bank>',
    '&lt;!here&gt;',
    '&amp;',
    '*_~`',
    '@here',
    '\u202Ereversed',
    `z${'\u0301'.repeat(5000)}`,
    '👩‍👩‍👧‍👦'.repeat(40),
    '\u0000',
  ];

  it.each(hostile)('%j calls nobody and breaks nothing, wherever it stands', (text) => {
    const blocks: Block[] = [
      ...sections([esc(text), bold(text), link('https://a.example', text), joined([bold('x'), esc(text)], ': ')]),
      { type: 'header', text: plain(text, limits.header) },
    ];
    const message = { blocks, text: esc(text) || 'x' };
    expect(messageProblems(message)).toEqual([]);
    expect(pings(message)).toEqual([]);
  });

  it('mixtures of them do not either, by the ten thousand', ({ task }) => {
    let seed = 7;
    const random = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    const many = tries(20_000, 100_000);
    const bad: string[] = [];
    for (let n = 0; n < many; n++) {
      const text = Array.from({ length: 1 + random(6) }, () => (hostile[random(hostile.length)] ?? '').slice(0, 30)).join('');
      const safe = esc(text);
      if (/<|>|&(?!amp;|lt;|gt;)/.test(safe)) bad.push(text);
    }
    none(task, 'A11', 'texts that ping somebody or break the markup of Slack', bad, many);
  });

  it('an address that could run or break out is no link', () => {
    expect(link('javascript:alert(1)', 'x')).toBe('x');
    expect(link('https://a.example/x|y><z', 'x')).toBe('<https://a.example/x%7Cy%3E%3Cz|x>');
    expect(link('https://a.example', 'a|b')).not.toMatch(/\|.*\|/);
  });
});

describe('length', () => {
  it('a cut never splits a letter or an escaped sign, and is never too long', () => {
    for (const text of ['&'.repeat(80), '👩‍👩‍👧‍👦'.repeat(20), 'e\u0301'.repeat(90), 'plain words '.repeat(20)]) {
      for (const most of [10, 24, 75]) {
        const shown = esc(cut(text, most));
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown).not.toMatch(/&(?!amp;)|\uD83D(?![\uDC00-\uDFFF])/);
      }
    }
    expect(cut('short', 75)).toBe('short');
  });

  it('lines become as many sections as they need; a long one breaks between words, never in a link', () => {
    const long = joined([esc('word & '.repeat(900)), link('https://a.example/path', 'a link with words'), esc(' more'.repeat(700))]);
    const blocks = sections([esc('first'), long as Mrkdwn, esc('x'.repeat(7000))]);
    expect(messageProblems({ blocks, text: 'x' })).toEqual([]);
    expect(blocks.length).toBeGreaterThan(4);
    expect(JSON.stringify(blocks)).toContain('<https://a.example/path|a link with words>');
  });
});

describe('what comes in', () => {
  it.each([
    ['boss &amp; co &lt;3', 'boss & co <3'],
    ['<@UBOT> hello', 'hello'],
    ['see <https://a.example/x|a.example>', 'see a.example'],
    ['see <https://a.example/x>', 'see https://a.example/x'],
    ['<!channel> <#C1|general> help', 'general help'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ])('%j is read as %j', (text, words) => expect(typedText(text).replace(/\s+/g, ' ')).toBe(words));

  it('a button carries a topic, never a question, and what is not ours is nothing', () => {
    const ref = { topic: 'school-enrol', place: 'at/vienna', locale: 'uk', reader: 'staff', duty: true } as const;
    expect(readRef(writeRef(ref))).toEqual(ref);
    for (const value of [undefined, '', '{}', '[1,2]', '["a","b","c","king",0]', 'null']) expect(readRef(value)).toBeNull();
  });

  it('only what a person writes to us alone is a direct message', () => {
    const message = { channel_type: 'im', channel: 'D1', user: 'U1', text: 'hi' };
    expect(readDirectMessage(message)).toMatchObject({ channel: 'D1', user: 'U1', thread: undefined });
    for (const more of [{ bot_id: 'B1' }, { subtype: 'message_deleted' }, { channel_type: 'group' }, { user: undefined }])
      expect(readDirectMessage({ ...message, ...more })).toBeNull();
  });
});

describe('answers within the limits of Slack', () => {
  it('of an answer that is too long the end goes, and it says so; the right, the risk, the time limit and how far to trust it stay', async () => {
    const core = coreFrom('dist');
    const found = await reply(toQuestion('my boss does not pay me', 'resident', { locale: 'en', place: 'es/barcelona', now: '2026-12-01T10:00:00Z' }), core);
    if (found.answer.outcome !== 'answered') throw new Error(found.answer.outcome);
    const { answer } = found;
    const long = {
      ...answer,
      citations: Array.from({ length: 60 }, () => answer.citations).flat(),
      related: Array.from({ length: 20 }, () => answer.related).flat(),
    };
    const voice = { ...found, desk: await deskIn('en', core), ref: { place: 'un', locale: 'en', reader: 'resident' as const }, shareable: true };
    const whole = renderAnswer(found, voice);
    const short = renderAnswer({ ...found, answer: long }, voice);
    expect(messageProblems({ ...short })).toEqual([]);
    const text = JSON.stringify(short.blocks);
    expect(text.length).toBeLessThan(14_000);
    for (const words of [answer.topic.title, 'Your right', 'Be careful', 'How far you can trust this', 'The rest is left out here', 'Share here'])
      expect(text).toContain(words);
    expect(JSON.stringify(whole.blocks)).not.toContain('The rest is left out here');
    expect(text).not.toContain('The law behind this');
  });

  it('a sample of topics in every language, in two places, for every reader', async ({ task }) => {
    const core = coreFrom('dist');
    const counted: Counted = { answers: 0, astray: 0, most: 0, problems: [] };
    const topics = sample(
      everyTopic().filter((_, i) => i % 24 === 0),
      2,
    );
    for (const locale of Object.keys(core.bundled.locales)) {
      for (const place of ['es/barcelona', 'un']) for (const topic of topics) await check(topic, locale, place, core, counted);
    }
    expect(counted.answers).toBeGreaterThan(700);
    none(task, 'A9', 'messages of answers that break a limit of Slack', counted.problems, counted.answers);
  });
});

describe('the manifest', () => {
  const languages = readdirSync('locales').map((file) => [file.replace('.json', ''), wordsOf(JSON.parse(readFileSync(`locales/${file}`, 'utf8')))] as const);

  /** https://docs.slack.dev/reference/app-manifest: characters. */
  it.each(languages)('in %s stays within the lengths that Slack allows, and leads to one route', (_, words) => {
    const manifest = manifestFor('https://desk.example/x', words);
    expect(typeof manifest).toBe('object');
    const {
      display_information: about,
      features,
      oauth_config: oauth,
    } = manifest as {
      display_information: { name: string; description: string };
      features: {
        shortcuts: { name: string; description: string }[];
        slash_commands: { command: string; url: string; description: string; usage_hint?: string }[];
      };
      oauth_config: { redirect_urls: string[] };
    };
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) expect([name.length <= 24, description.length <= 150], name).toEqual([true, true]);
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/rights', '/duties', '/assess', '/networks', '/buddy', '/rights-settings']);
    for (const { url, description, usage_hint: hint = '' } of features.slash_commands) {
      expect([url, description.length <= 2000, hint.length <= 1000]).toEqual(['https://desk.example/slack/events', true, true]);
    }
    expect(oauth.redirect_urls).toEqual(['https://desk.example/slack/oauth_redirect']);
    expect(JSON.stringify(manifest)).not.toMatch(/slack\.about|slack\.hint|essential\./);
  });

  it('an address that is none gives the usage', () => expect(manifestFor('desk', String)).toContain('usage'));
});
