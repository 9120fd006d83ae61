/** `/<place>/<lang>/<topic>`: the permanent page of an answer. */
import { type Answer, editionsIn, topicsIn } from '../../../core/index.ts';
import { topicPath } from '../../address.ts';
import { reply } from '../../assistant.ts';
import { needsExit } from '../../exit.ts';
import { plainAnswer, questionAndAnswer } from '../json-ld.ts';
import { Page } from '../page.tsx';
import { QuestionForm } from '../question.tsx';
import { AnswerView, TopicLinks } from '../render.tsx';
import { shownTo } from '../shown.ts';
import { Taps } from '../taps.tsx';
import { Readers, Tools } from '../tools.tsx';
import { type PageFunction, placeName, topicQuestion, type Visit } from '../visit.ts';

/** As much as a page of results shows. */
const descriptionLength = 160;

export const topicPage: PageFunction = async (visit, { topic = '' }) => {
  const { place, locale, core, say } = visit;
  const result = await reply(topicQuestion(visit, topic), core);
  const { answer } = result;
  if (answer.outcome === 'failed') return { problem: 'failed', lines: answer.lines };
  if (answer.outcome !== 'answered' && answer.outcome !== 'where') return { problem: 'not-found' };
  const { title } = answer.topic;
  const shown = shownTo(visit, result, 1);
  const exit = needsExit(answer, await topicsIn(locale, core), core);
  return (
    <Page visit={visit} title={`${title} (${placeName(visit)})`} exit={exit} kind="topic" {...(await foundBy(visit, topic, answer, result.sayFor))}>
      <AnswerView
        answer={answer.outcome === 'answered' ? { ...answer, related: [] } : answer}
        {...shown}
        tools={<Tools visit={visit} topic={topic} title={title} isPermanent />}
      />
      <aside class="beside" aria-label={say.t('answer.related')}>
        <Readers visit={visit} hrefOf={(kind) => topicPath(place, locale, topic, kind)} />
        {answer.outcome === 'answered' && answer.related.length > 0 ? (
          <TopicLinks title={say.t('answer.related')} topics={answer.related} {...shown} level={1} />
        ) : null}
      </aside>
      {answer.outcome === 'answered' ? <Taps visit={visit} answer={answer} /> : null}
      <QuestionForm visit={visit} previous={topic} />
    </Page>
  );
};

/** What search engines are told. A text that is not in the language of its address is not for them. */
async function foundBy(visit: Visit, topic: string, answer: Answer, sayFor: Parameters<typeof plainAnswer>[1]) {
  const { place, locale, core, url } = visit;
  if (answer.outcome !== 'answered') return { robots: 'noindex' as const };
  const text = plainAnswer(answer, sayFor);
  const description = text.length > descriptionLength ? `${text.slice(0, text.lastIndexOf(' ', descriptionLength))} …` : text;
  if (answer.answeredIn !== locale) return { robots: 'noindex' as const, description };
  const languages = (await editionsIn(place, core)).get(topic) ?? [];
  return {
    description,
    alternates: Object.fromEntries([...languages].sort().map((tag) => [tag, topicPath(place, tag, topic)])),
    jsonLd: questionAndAnswer({ title: answer.topic.title, text, locale, url, checkedOn: answer.trust.checkedOn }),
  };
}
