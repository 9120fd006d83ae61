/** What people write and what the chat shows: the scripts in tests/telegram/conversations, on the real content. */
import { describe, expect, it } from 'vitest';
import { namedIn, sayIn } from '../../../../bot/assistant.ts';
import { topicsIn } from '../../../../core/index.ts';
import type { Shown } from '../../../telegram/fake.ts';
import type { Person } from '../../../telegram/person.ts';
import { type Conversation, type Line, readScript } from '../../../telegram/script.ts';
import { bundled, open, realCore } from './harness.ts';

const scripts = import.meta.glob<string>('../../../telegram/conversations/*.txt', { eager: true, query: '?raw', import: 'default' });
const core = realCore();
let group = -100;

/** The words that `{…}` stands for. */
async function fill(text: string, locale: string): Promise<string> {
  let filled = text;
  for (const [whole, tag = locale, key = ''] of text.matchAll(/\{(?:([\w-]{2,7}):)?([^}]+)\}/g)) filled = filled.replace(whole, await wordsOf(key, tag));
  return filled;
}

async function wordsOf(key: string, locale: string): Promise<string> {
  const [kind, id = ''] = key.split(' ');
  if (kind === 'place') return namedIn(id, locale, bundled);
  if (kind !== 'topic') return (await sayIn(locale, core)).t(key, { days: '…' });
  const title = (await topicsIn(locale, core)).find((topic) => topic.id === id)?.title;
  if (!title) throw new Error(`no topic ${id}`);
  return title;
}

/** What the last step brought, as one text. */
class Seen {
  text = '';
  buttons: string[] = [];
  count = 0;
  at = 0;

  show(news: readonly Shown[]): void {
    this.text = news.map(({ text }) => text).join('\n\n');
    this.buttons = news.flatMap(({ rows }) => rows.flat().map((button) => button.text));
    this.count = news.length;
    this.at = 0;
  }
}

const isolates = /[\u2066-\u2069]/g;

async function check({ sign, number }: Line, text: string, seen: Seen): Promise<void> {
  const shown = seen.text.replace(isolates, '');
  const where = `line ${number}`;
  if (sign === '<') {
    const at = shown.indexOf(text, seen.at);
    expect(at, `${where}: "${text}" is not shown, or not there, in:\n${shown}`).toBeGreaterThanOrEqual(0);
    seen.at = at + text.length;
  } else if (sign === '-') expect(shown, where).not.toContain(text);
  else if (sign === '=') expect(seen.count, `${where}:\n${shown}`).toBe(Number(text));
  else if (sign === ']') expect(seen.buttons.join(' | '), where).not.toContain(text);
  else expect(seen.buttons.join(' | '), where).toContain(text);
}

async function act(sign: string, text: string, person: Person, seen: Seen): Promise<void> {
  if (sign === '>') seen.show(await person.says(text));
  else if (sign === '>>') seen.show(await person.repliesTo(person.newest(), text));
  else if (sign === '!') seen.show(await person.press(text));
  else if (sign === '*') seen.show(await person.sends(thing(text)));
  else {
    const { results = [] } = (await person.asksInline(text)) as { results?: { title: string; input_message_content: { message_text: string } }[] };
    seen.show(
      results.map(({ title, input_message_content: { message_text: card } }) => ({ id: 0, text: `${title}\n${card}`, entities: [], rows: [], raw: {} })),
    );
  }
}

function thing(text: string): object {
  const [kind = '', latitude, longitude] = text.split(' ');
  if (kind === 'location') return { location: { latitude: Number(latitude), longitude: Number(longitude) } };
  return { [kind]: kind === 'photo' ? [{ file_id: 'a', width: 9, height: 9 }] : { file_id: 'a', duration: 3 } };
}

async function play({ lines }: Conversation): Promise<void> {
  const { fake, person, faults } = open(core);
  const [, locale = 'en', inGroup, thread] = /^(\S+)(?: (group))?(?: (\d+))?$/.exec(lines.find(({ sign }) => sign === '@')?.text ?? 'en') ?? [];
  const somebody = person({ language: locale, ...(inGroup ? { group: group-- } : {}), ...(thread ? { thread: Number(thread) } : {}) });
  const seen = new Seen();
  for (const line of lines) {
    const text = await fill(line.text, locale);
    if ('<-[]='.includes(line.sign)) await check(line, text, seen);
    else if (line.sign !== '@') await act(line.sign, text, somebody, seen);
  }
  expect(fake.refused).toEqual([]);
  expect(fake.presses.size, 'every press is answered').toBe(0);
  expect(faults).toEqual([]);
}

for (const [file, script] of Object.entries(scripts)) {
  describe(file.split('/').at(-1) ?? file, () => {
    it.each(readScript(script).map((conversation) => [conversation.title, conversation] as const))('%s', async (_, conversation) => play(conversation));
  });
}

it('are at least twenty-five, in five languages', () => {
  expect(Object.keys(scripts).length).toBe(5);
  expect(Object.values(scripts).flatMap(readScript).length).toBeGreaterThanOrEqual(25);
});
