/** `/<place>/<lang>`: the question and its answer. The question stands in the body of a POST, never in an address. */
import { reply } from '../../assistant.ts';
import { Page } from '../page.tsx';
import { Examples, QuestionForm } from '../question.tsx';
import { AnswerView } from '../render.tsx';
import { readForm } from '../request.ts';
import { shownTo } from '../shown.ts';
import { type PageFunction, placeName, visitOf } from '../visit.ts';

export const chatPage: PageFunction = async (visit) => (
  <Page visit={visit} title={placeName(visit)}>
    <QuestionForm visit={visit} />
    <Examples visit={visit} />
  </Page>
);

export const askPage: PageFunction = async (visit, _, request) => {
  if (request.headers.get('sec-fetch-site') === 'cross-site') return { problem: 'bad-request' };
  const { place, placeChosen, settings, now, core } = visit;
  const read = await readForm(request, { place: placeChosen ? place : settings.defaultPlace, now });
  if ('problem' in read) return { problem: read.problem };
  const { question } = read;
  const result = await reply(question, core);
  const { answer, say, problem } = result;
  if (problem) return { problem, urgent: answer.urgent, lines: answer.lines };
  const there = { ...visitOf(visit, answer.place, say), reader: question.reader };
  return (
    <Page visit={there} title={say.t('page.you_asked')} robots="noindex">
      <p class="asked">
        <span>{say.t('page.you_asked')}</span> <q dir="auto">{question.text}</q>
      </p>
      <AnswerView answer={answer} {...shownTo(there, result)} />
      <QuestionForm visit={there} {...(answer.outcome === 'answered' ? { previous: answer.topic.id } : {})} />
    </Page>
  );
};
