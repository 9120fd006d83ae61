/** `/<place>/<lang>`: the question and its answer. The question stands in the body of a POST, never in an address. */
import { groupsOf, topicsIn } from '../../../core/index.ts';
import { chatPath, pagePath, servicesPath } from '../../address.ts';
import { reply } from '../../assistant.ts';
import { needsExit } from '../../exit.ts';
import { Page } from '../page.tsx';
import { Examples, QuestionForm } from '../question.tsx';
import { AnswerView } from '../render.tsx';
import { readForm } from '../request.ts';
import { shownTo } from '../shown.ts';
import { Taps } from '../taps.tsx';
import { Tools } from '../tools.tsx';
import { type PageFunction, placeName, visitOf } from '../visit.ts';

export const chatPage: PageFunction = async (visit) => {
  const { say, core, place, locale } = visit;
  const topics = await topicsIn(locale, core);
  const alternates = Object.fromEntries(Object.keys(core.bundled.locales).map((tag) => [tag, chatPath(place, tag)]));
  return (
    <Page visit={visit} title={`${placeName(visit)}: ${say.t('page.tagline')}`} kind="start" alternates={alternates}>
      <div>
        <h1>
          <bdi>{placeName(visit)}</bdi>
        </h1>
        <p class="lead">{say.t('page.tagline')}</p>
        <div role="log" aria-label={say.t('page.client.answers')} data-log />
        <QuestionForm visit={visit} />
        <Examples visit={visit} />
      </div>
      <nav class="groups" aria-labelledby="subjects">
        <h2 id="subjects">{say.t('page.topics')}</h2>
        <ul>
          <li>
            <a class="main" href={servicesPath(place, locale)}>
              {say.t('page.services')}
            </a>
          </li>
          {groupsOf(topics).map((group) => (
            <li>
              <a href={`${pagePath(place, locale, 'topics')}#${group}`}>{say.label('group', group)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  );
};

export const askPage: PageFunction = async (visit, _, request) => {
  if (request.headers.get('sec-fetch-site') === 'cross-site') return { problem: 'bad-request' };
  const { place, placeChosen, settings, now, core } = visit;
  const read = await readForm(request, { place: placeChosen ? place : settings.defaultPlace, now });
  if ('problem' in read) return { problem: read.problem };
  const { question } = read;
  const result = await reply(question, core);
  const { answer, say, problem } = result;
  visit.behind(settings.feedback?.answered(answer));
  if (problem) return { problem, urgent: answer.urgent, lines: answer.lines };
  const there = { ...visitOf(visit, answer.place, say), reader: question.reader };
  const topic = answer.outcome === 'answered' ? answer.topic : null;
  const exit = answer.outcome !== 'failed' && needsExit(answer, await topicsIn(say.locale, core), core);
  return (
    <Page visit={there} title={say.t('page.you_asked')} robots="noindex" exit={exit} kind="chat">
      <div role="log" aria-label={say.t('page.client.answers')} data-log>
        <h1 class="asked">
          <span>{say.t('page.you_asked')}</span> <q dir="auto">{question.text}</q>
        </h1>
        <AnswerView
          answer={answer}
          {...shownTo(there, result)}
          tools={topic ? <Tools visit={there} topic={topic.id} title={topic.title} isPermanent={false} /> : null}
        />
        {answer.outcome === 'answered' ? <Taps visit={there} answer={answer} /> : null}
      </div>
      <QuestionForm visit={there} {...(topic ? { previous: topic.id } : {})} />
    </Page>
  );
};
