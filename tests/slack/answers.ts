/**
 * Every answer in every language and place, as Slack would get it, against Slack's limits. `node tests/slack/answers.ts [language...]` runs them
 * all (minutes); a test runs a sample.
 */
import { readFileSync } from 'node:fs';
import { reply } from '../../bot/assistant.ts';
import { deskIn } from '../../bot/desk.ts';
import { coreFrom } from '../../bot/disk.ts';
import { renderAnswer, renderDuty, type Voice } from '../../bot/slack/render.ts';
import { toQuestion } from '../../bot/slack/request.ts';
import { type Core, dutySheet, readers, topicTitle } from '../../core/index.ts';
import { messageProblems } from './limits.ts';

export interface Counted {
  answers: number;
  /** Where the title of a topic led to another topic. */
  astray: number;
  most: number;
  readonly problems: string[];
}

/** One topic by its title, for each reader, and its duty. */
export async function check(topic: string, locale: string, place: string, core: Core, counted: Counted): Promise<void> {
  const title = await topicTitle(topic, locale, core);
  const desk = await deskIn(locale, core);
  for (const reader of readers) {
    const found = await reply(toQuestion(title ?? '', reader, { locale, place, now: '2026-12-01T10:00:00Z' }), core);
    const voice: Voice = { ...found, desk, ref: { place, locale, reader }, shareable: true };
    const messages = [renderAnswer(found, voice)];
    if (found.answer.outcome === 'answered') {
      if (found.answer.topic.id !== topic) counted.astray++;
      if (reader === 'staff') messages.push(renderDuty(found, await dutySheet(found.answer, core), voice));
    }
    for (const message of messages) {
      counted.answers++;
      counted.most = Math.max(counted.most, message.blocks.length);
      const wrong = messageProblems({ ...message });
      if (wrong.length > 0) counted.problems.push(`${locale} ${place} ${reader} ${topic}: ${wrong.join('; ')}`);
    }
  }
}

export function everyTopic(): string[] {
  const index = JSON.parse(readFileSync('dist/assets/content/index.en.json', 'utf8')) as { topics: { id: string }[] };
  return index.topics.map(({ id }) => id);
}

async function main(languages: readonly string[]): Promise<void> {
  const core = coreFrom('dist');
  const counted: Counted = { answers: 0, astray: 0, most: 0, problems: [] };
  for (const locale of languages.length > 0 ? languages : Object.keys(core.bundled.locales)) {
    for (const place of Object.keys(core.bundled.places)) for (const topic of everyTopic()) await check(topic, locale, place, core, counted);
  }
  process.stdout.write(`${counted.answers} answers, ${counted.problems.length} refused, ${counted.astray} astray, ${counted.most} blocks at most\n`);
  for (const problem of counted.problems.slice(0, 50)) process.stdout.write(`${problem}\n`);
  process.exitCode = counted.problems.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('tests/slack/answers.ts')) await main(process.argv.slice(2));
