/** `/<place>/<lang>/duties/<topic>`: all that a desk needs of one topic, with a paragraph to copy. */
import type { FC } from 'hono/jsx';
import { dutySheet } from '../../../core/index.ts';
import { pagePath, topicPath } from '../../address.ts';
import { reply } from '../../assistant.ts';
import { aroundDuty, type DutyWords, dutyWords } from '../../duty.ts';
import { atDesk, DeskPage } from '../desk.tsx';
import { PartView } from '../render.tsx';
import { shownTo } from '../shown.ts';
import { Correct } from '../taps.tsx';
import type { PageFunction, Visit } from '../visit.ts';

export const dutyPage: PageFunction = async (before, { topic = '' }) => {
  const desk = await atDesk(before);
  if (!desk) return { problem: 'failed' };
  const { say, locale, place, now, core } = desk;
  const result = await reply({ text: '', topic, locale, place, reader: 'staff', askedAt: now, channel: 'web' }, core);
  const { answer, placeName, sayFor } = result;
  if (answer.outcome === 'failed') return { problem: 'failed', lines: answer.lines };
  if (answer.outcome !== 'answered') return { problem: 'not-found' };
  const visit: Visit = { ...desk, reader: 'staff' };
  const words = dutyWords(await dutySheet(answer, core), say, sayFor);
  const { before: above, after } = aroundDuty(answer, words, say, placeName);
  const shown = shownTo(visit, { ...result, say }, 1);
  const isTitle = (type: string): boolean => type === 'title';
  return (
    <DeskPage visit={visit} here="duties" title={answer.topic.title}>
      <article class="answer duty">
        {above
          .filter(({ type }) => !isTitle(type))
          .map((part) => (
            <PartView part={part} {...shown} />
          ))}
        <DutySheetView words={words} visit={visit} />
        {after.length > 0 ? <h2>{say.t('duty.right')}</h2> : null}
        {after.map((part) => (
          <PartView part={part} {...shown} />
        ))}
      </article>
      <p class="way">
        <a href={topicPath(place, locale, topic)}>{say.t('page.reader_resident')}</a> · <Correct visit={visit} title={answer.topic.title} />
      </p>
    </DeskPage>
  );
};

const DutySheetView: FC<{ words: DutyWords; visit: Visit }> = ({ words: { forWhom, commitments, paste, checks }, visit: { say, place, locale } }) => (
  <>
    {forWhom ? (
      <p>
        <b>{say.t('duty.for_whom')}</b>: {forWhom}
      </p>
    ) : null}
    {commitments.length > 0 ? (
      <section>
        <h2>{say.t('answer.commitments')}</h2>
        <ul>
          {commitments.map(({ id, title }) => (
            <li>
              <a href={`${pagePath(place, locale, 'commitments')}#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    {paste ? (
      <section>
        <h2>{say.t('duty.paste')}</h2>
        <div class="paste" data-answer>
          <blockquote lang={paste.lang} dir={say.direction(paste.lang)}>
            {paste.paragraphs.map((text) => (
              <p>{text}</p>
            ))}
          </blockquote>
          <p>{paste.source}</p>
          <button type="button" hidden data-copy data-done={say.t('page.copied')}>
            {say.t('page.copy')}
          </button>
        </div>
      </section>
    ) : null}
    <section>
      <h2>{say.t('duty.check')}</h2>
      <ul class="checks">
        {checks.map((check) => (
          <li>{check}</li>
        ))}
      </ul>
    </section>
  </>
);
