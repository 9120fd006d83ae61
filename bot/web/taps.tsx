/** What can be said of an answer with one tap, and what staff can do about it. Nothing but topic, place and the tap is sent. */
import type { FC } from 'hono/jsx';
import type { Answered } from '../../core/index.ts';
import { countable } from '../../core/index.ts';
import { deadlinePath, dutyPath, feedbackPath } from '../address.ts';
import { type Tap, taps } from '../feedback.ts';
import type { Say } from '../say.ts';
import type { Visit } from './visit.ts';

const words: Readonly<Record<Tap, string>> = { clear: 'yes', unclear: 'no', wrong: 'wrong' };

export const Taps: FC<{ visit: Visit; answer: Answered }> = ({ visit, answer: { topic, place } }) => {
  const { say, locale } = visit;
  return (
    <form method="post" action={feedbackPath(place, locale, topic.id)} class="taps">
      <p>{say.t('tap.clear')}</p>
      {taps.map((tap) => (
        <button type="submit" name="tap" value={tap}>
          {say.t(`tap.${words[tap]}`)}
        </button>
      ))}
      {visit.reader === 'staff' ? (
        <p>
          <a href={dutyPath(place, locale, topic.id)}>{say.t('answer.duties')}</a> <Correct visit={visit} title={topic.title} />
        </p>
      ) : null}
    </form>
  );
};

/** To where somebody can have a time limit of this answer counted out. */
export const CountLink: FC<{ answer: Answered; say: Say }> = ({ answer, say }) =>
  countable(answer).length > 0 ? (
    <p class="count-link">
      <a href={deadlinePath(answer.place, say.locale, answer.topic.id)}>{say.t('tap.count')}</a>
    </p>
  ) : null;

/** A message to who keeps the numbers of this place, begun. Nothing where nobody named an address. */
export const Correct: FC<{ visit: Visit; title: string }> = ({ visit: { core, place, settings, say, url }, title }) => {
  const to = core.bundled.places[place]?.editor ?? settings.contact ?? '';
  const message = new URLSearchParams({ subject: `${say.t('tap.correct')}: ${title}`, body: `${url}\n\n` });
  const href = /^[^\s@]+@[^\s@]+$/.test(to) ? `mailto:${to}?${String(message).replaceAll('+', '%20')}` : /^https?:\/\//.test(to) ? to : null;
  return href ? <a href={href}>{say.t('tap.correct')}</a> : null;
};
