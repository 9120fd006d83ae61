/** The real content as `npm run content` left it in dist/, and what an answer of it says in plain words. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { coreFrom } from '../../bot/disk.ts';
import type { Corpus } from '../../core/compile/corpus.ts';
import { readFolders } from '../../core/compile/read.ts';
import { digestOf, isCurrent } from '../../core/compile/stamp.ts';
import { type Answer, ask, type Inline, type Question, type Reader, readers } from '../../core/index.ts';

if (!isCurrent('dist', digestOf(readFolders('.'), '.'))) throw new Error('dist/ is not what content/ says: npm run content');

export const corpus = deserialize(readFileSync('dist/corpus.v8')) as Corpus;
export const core = coreFrom('dist');
export const { bundled } = core;
export const topics = [...corpus.topics.keys()];
export const places = Object.keys(bundled.places);

export function put(text: string, more: Partial<Question> = {}): Promise<Answer> {
  return ask({ text, reader: 'resident', askedAt: '2026-11-24T10:00:00Z', channel: 'terminal', place: 'un', ...more }, core);
}

export function titleOf(topic: string, language: string): string {
  return corpus.topics.get(topic)?.texts.get(language)?.data.title ?? '';
}

/** All sentences that a reader gets for a topic, with values in their slots. */
export async function answerTo(topic: string, place: string, reader: Reader): Promise<string> {
  const answer = await put(titleOf(topic, 'en'), { place, reader });
  if (answer.outcome !== 'answered' || answer.topic.id !== topic) throw new Error(`${topic} is not answered in ${place}`);
  const blocks = answer.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [plain(block.content)] : block.type === 'steps' ? block.items.map(plain) : [])).join('\n');
}

function plain(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'strong') return plain(inline.content);
      if (inline.type === 'fact') return `${inline.fact.value} ${inline.fact.unit}`;
      return 'text' in inline ? inline.text : '';
    })
    .join('');
}

/** What every reader gets for a topic in every place. */
export async function everywhere(topic: string): Promise<{ where: string; text: string }[]> {
  const all = places.flatMap((place) => readers.map((reader) => ({ place, reader })));
  return Promise.all(all.map(async ({ place, reader }) => ({ where: `${topic} ${place} ${reader}`, text: await answerTo(topic, place, reader) })));
}
