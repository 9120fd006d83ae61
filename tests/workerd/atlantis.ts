/** A core over the invented country, with ways to break it. */
import { bundled, shards } from 'virtual:atlantis';
import { type Answer, type Answered, ask, type Core, openCore, type Question } from '../../core/index.ts';

export { bundled };

const encoder = new TextEncoder();

export interface Faults {
  /** Changes the bytes of a shard before they are read. */
  readonly alter?: (name: string, text: string) => string | null;
  /** Called with each shard that is fetched. */
  readonly fetched?: (name: string) => void;
}

export function openAtlantis({ alter = (_, text) => text, fetched = () => undefined }: Faults = {}): Core {
  const texts = new Map(shards);
  return openCore(bundled, async (name) => {
    fetched(name);
    const text = alter(name, texts.get(name) ?? '');
    return text === null ? null : (encoder.encode(text).buffer as ArrayBuffer);
  });
}

export function question(text: string, more: Partial<Question> = {}): Question {
  return { text, reader: 'resident', askedAt: '2026-07-15T08:00:00Z', channel: 'terminal', place: 'xa/poseidonis', ...more };
}

const core = openAtlantis();

export function askAtlantis(text: string, more: Partial<Question> = {}): Promise<Answer> {
  return ask(question(text, more), core);
}

export async function answered(text: string, more: Partial<Question> = {}): Promise<Answered> {
  const answer = await askAtlantis(text, more);
  if (answer.outcome !== 'answered') throw new Error(`"${text}" is ${answer.outcome}: ${JSON.stringify(answer.topics)}`);
  return answer;
}

/** All words of a section, facts as their bare value. */
export function textOf(answer: Answered, name: string): string {
  return JSON.stringify(answer.sections.filter((section) => section.name === name).map((section) => section.blocks));
}
