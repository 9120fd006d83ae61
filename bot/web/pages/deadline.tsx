/** `/<place>/<lang>/<topic>/deadline`: a time limit counted out from a day. The day comes in the body of a POST and is forgotten. */
import type { FC } from 'hono/jsx';
import { type Answered, type CountableDeadline, countable, type LastDay, lastDay } from '../../../core/index.ts';
import { deadlinePath, topicPath } from '../../address.ts';
import { type Reply, reply } from '../../assistant.ts';
import { calendarFile } from '../../calendar.ts';
import { deskIn } from '../../desk.ts';
import type { Say } from '../../say.ts';
import { Page } from '../page.tsx';
import { PartView } from '../render.tsx';
import { readFields } from '../request.ts';
import { shownTo } from '../shown.ts';
import type { PageFunction, Visit } from '../visit.ts';

interface Sheet {
  readonly visit: Visit;
  readonly result: Reply;
  readonly answer: Answered;
  readonly limits: readonly CountableDeadline[];
  /** The words of the page. */
  readonly desk: Say;
}

/** What was typed: which time limit, and from which day. */
interface Typed {
  readonly limit: string;
  readonly from: string;
}

export const deadlinePage: PageFunction = async (visit, { topic = '' }) => {
  const sheet = await sheetOf(visit, topic);
  return 'problem' in sheet ? sheet : <DeadlineView {...sheet} />;
};

export const countPage: PageFunction = async (visit, { topic = '' }, request) => {
  const read = await readFields(request);
  if ('problem' in read) return read;
  const sheet = await sheetOf(visit, topic);
  if ('problem' in sheet) return sheet;
  const { limit = '', from = '', as } = read.fields;
  const found = await lastDay(sheet.answer, limit, from, visit.now, visit.core);
  if (found && as === 'ics') return calendarResponse(sheet, limit, found);
  return <DeadlineView {...sheet} typed={{ limit, from }} found={found} />;
};

async function sheetOf(visit: Visit, topic: string): Promise<Sheet | { problem: 'not-found' | 'failed' }> {
  const { place, locale, now, core } = visit;
  const [result, desk] = await Promise.all([
    reply({ text: '', topic, locale, place, reader: 'resident', askedAt: now, channel: 'web' }, core),
    deskIn(locale, core),
  ]);
  const { answer } = result;
  if (answer.outcome === 'failed' || !desk.complete) return { problem: 'failed' };
  if (answer.outcome !== 'answered') return { problem: 'not-found' };
  const limits = countable(answer);
  return limits.length > 0 ? { visit, result, answer, limits, desk } : { problem: 'not-found' };
}

const DeadlineView: FC<Sheet & { typed?: Typed; found?: LastDay | null }> = ({ typed, found, ...sheet }) => {
  const { visit, answer, desk, result, limits } = sheet;
  const limit = limits.find(({ id }) => id === typed?.limit);
  return (
    <Page visit={visit} title={`${desk.t('tap.count')}: ${answer.topic.title}`} robots="noindex">
      <p class="way">
        <a href={topicPath(answer.place, visit.locale, answer.topic.id)}>{answer.topic.title}</a>
      </p>
      <h1>{desk.t('tap.count')}</h1>
      {typed && found && limit ? <Found {...sheet} typed={typed} limit={limit} found={found} /> : null}
      <CountForm {...sheet} {...(typed ? { typed } : {})} isWrong={found === null} />
      {found && answer.services.length > 0 ? (
        <PartView part={{ type: 'doors', title: desk.t('answer.doors'), services: answer.services.slice(0, 3) }} {...shownTo(visit, result, 1)} />
      ) : null}
    </Page>
  );
};

const CountForm: FC<Sheet & { typed?: Typed; isWrong: boolean }> = ({ visit, answer, limits, desk, result, typed, isWrong }) => (
  <form method="post" action={deadlinePath(answer.place, visit.locale, answer.topic.id)} class="counting">
    <p class="lead">{desk.t('deadline.intro')}</p>
    <fieldset>
      <legend>{desk.t('answer.deadline')}</legend>
      {limits.map(({ id, label, lang, fact, countedFrom }, i) => (
        <label class="limit">
          <input type="radio" name="limit" value={id} required checked={typed ? typed.limit === id : i === 0} />
          <span>
            <span lang={lang} dir={desk.direction(lang)}>
              {label} <b>{result.sayFor(lang).fact(fact)}</b>
            </span>
            <small>{desk.t(`deadline.${countedFrom}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
    <label class="day">
      {desk.t('deadline.day')}
      <input
        type="date"
        name="from"
        required
        max={visit.now.slice(0, 10)}
        value={typed?.from}
        {...(isWrong ? { 'aria-invalid': 'true', 'aria-describedby': 'wrong-day' } : {})}
      />
    </label>
    {isWrong ? (
      <p class="error" id="wrong-day">
        {desk.t('deadline.bad_day')}
      </p>
    ) : null}
    <button type="submit">{desk.t('deadline.submit')}</button>
  </form>
);

const Found: FC<Sheet & { typed: Typed; limit: CountableDeadline; found: LastDay }> = ({ visit, answer, desk, result, typed, limit, found }) => {
  const notes = [
    desk.t('deadline.decides'),
    ...(limit.fact.unit === 'working-days' ? [desk.t('deadline.working')] : []),
    ...(found.holidays.length > 0 ? [desk.t('deadline.holidays', { days: desk.list(found.holidays.map((day) => desk.date(day))) })] : []),
    ...(found.unknownYears.length > 0 ? [desk.t('deadline.unknown_years', { years: desk.list(found.unknownYears) })] : []),
  ];
  return (
    <section class="last-day">
      <p lang={limit.lang} dir={desk.direction(limit.lang)}>
        {limit.label} <b>{result.sayFor(limit.lang).fact(limit.fact)}</b> · <bdi>{desk.date(typed.from)}</bdi>
      </p>
      <h2>
        {desk.t('deadline.safe')} <Day day={found.safe} say={desk} />
      </h2>
      {found.isOver ? <p class="warning">{desk.t('deadline.over')}</p> : null}
      <p>{desk.t('deadline.safe_why')}</p>
      <p>
        {desk.t('deadline.end')} <Day day={found.end} say={desk} />. {desk.t('deadline.end_why')}
      </p>
      <ul>
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
      <form method="post" action={deadlinePath(answer.place, visit.locale, answer.topic.id)}>
        {Object.entries({ ...typed, as: 'ics' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{desk.t('deadline.calendar')}</button>
      </form>
    </section>
  );
};

const Day: FC<{ day: string; say: Say }> = ({ day, say }) => (
  <time datetime={day}>
    <bdi>{say.weekday(day)}</bdi> <bdi>{say.date(day)}</bdi>
  </time>
);

/** The reminder tells the topic and the limit; who reads the calendar sees no more than who reads the page. */
function calendarResponse({ visit, answer, limits, desk, result }: Sheet, id: string, { safe }: LastDay): Response {
  const { origin, host } = new URL(visit.url);
  const limit = limits.find((one) => one.id === id);
  const file = calendarFile({
    uid: `${answer.topic.id}.${id}.${safe}.${answer.place.replace('/', '-')}@${host}`,
    day: safe,
    title: `${desk.t('deadline.safe')} ${desk.date(safe)}: ${answer.topic.title}`,
    text: [...(limit ? [`${limit.label} ${result.sayFor(limit.lang).fact(limit.fact)}`] : []), desk.t('deadline.decides')].join('\n'),
    url: origin + topicPath(answer.place, visit.locale, answer.topic.id),
    now: visit.now,
  });
  return new Response(file, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `attachment; filename="${safe}.ics"`, 'cache-control': 'no-store' },
  });
}
