/** `/<place>/<lang>/<topic>`: the permanent page of an answer. */
import type { Question } from '../../../core/index.ts';
import { reply } from '../../assistant.ts';
import { Page } from '../page.tsx';
import { QuestionForm } from '../question.tsx';
import { AnswerView } from '../render.tsx';
import { shownTo } from '../shown.ts';
import type { PageFunction } from '../visit.ts';

export const topicPage: PageFunction = async (visit, { topic = '' }) => {
  const { place, locale, reader, now, core } = visit;
  const question: Question = { text: '', topic, locale, place, reader, askedAt: now, channel: 'web' };
  const result = await reply(question, core);
  const { answer } = result;
  if (answer.outcome === 'failed') return { problem: 'failed', lines: answer.lines };
  if (answer.outcome !== 'answered' && answer.outcome !== 'where') return { problem: 'not-found' };
  return (
    <Page visit={visit} title={answer.topic.title} {...(answer.outcome === 'where' ? { robots: 'noindex' as const } : {})}>
      <AnswerView answer={answer} {...shownTo(visit, result)} />
      <QuestionForm visit={visit} previous={topic} />
    </Page>
  );
};
