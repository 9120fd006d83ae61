/** `POST /<place>/<lang>/<topic>/feedback` takes a tap, `/thanks` says what was counted. */
import { topicTitle } from '../../../core/index.ts';
import { thanksPath, topicPath } from '../../address.ts';
import { deskIn } from '../../desk.ts';
import { taps } from '../../feedback.ts';
import { Page } from '../page.tsx';
import { readFields } from '../request.ts';
import type { PageFunction } from '../visit.ts';

export const tapPage: PageFunction = async ({ place, locale, core, settings }, { topic = '' }, request) => {
  const read = await readFields(request);
  if ('problem' in read) return read;
  const tap = taps.find((one) => one === read.fields.tap);
  if (!tap) return { problem: 'bad-request' };
  if (!(await topicTitle(topic, locale, core))) return { problem: 'not-found' };
  await settings.feedback?.tap(place, topic, tap);
  return new Response(null, { status: 303, headers: { location: thanksPath(place, locale, topic), 'cache-control': 'no-store' } });
};

export const thanksPage: PageFunction = async (visit, { topic = '' }) => {
  const { place, locale, core } = visit;
  const [title, say] = await Promise.all([topicTitle(topic, locale, core), deskIn(locale, core)]);
  if (!title) return { problem: 'not-found' };
  return (
    <Page visit={visit} title={title} robots="noindex">
      <h1>{say.complete ? say.t('tap.clear') : title}</h1>
      {say.complete ? <p class="remark">{say.t('thanks.text')}</p> : null}
      <p>
        <a href={topicPath(place, locale, topic)}>{title}</a>
      </p>
    </Page>
  );
};
