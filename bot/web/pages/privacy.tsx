/** `/<place>/<lang>/privacy`: what is kept where, by whom, and until when. */
import { deskIn } from '../../desk.ts';
import { Page } from '../page.tsx';
import type { PageFunction } from '../visit.ts';

export const privacyPage: PageFunction = async (visit) => {
  const { core, locale, settings } = visit;
  const say = await deskIn(locale, core);
  const days = (value: number): string => say.fact({ unit: 'days', value, since: '', source: 0 });
  const hours = (value: number): string => say.fact({ unit: 'hours', value, since: '', source: 0 });
  return (
    <Page visit={visit} title={say.t('page.privacy')} kind="text">
      <h1>{say.t('page.privacy')}</h1>
      <p class="lead">{say.t('site.privacy.asked')}</p>
      <p>{say.t('site.privacy.phone')}</p>
      <p>{say.t('site.privacy.counts')}</p>
      <p>{say.t('page.cloudflare')}</p>
      <h2>Telegram</h2>
      <p>{say.t('telegram.privacy_text', { days: days(90), hours: hours(24) })}</p>
      <h2>Slack</h2>
      <p>{say.t('site.privacy.slack')}</p>
      <h2>{say.t('site.privacy.who')}</h2>
      <p>{say.t('page.operator', { operator: settings.operator })}</p>
      <p>{say.t('site.privacy.nothing')}</p>
    </Page>
  );
};
