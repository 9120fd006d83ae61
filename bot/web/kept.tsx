/** What a page says where there is no network between it and the person. */
import type { FC } from 'hono/jsx';
import type { Visit } from './visit.ts';

/** Milliseconds after which what was kept on a device must not look current. */
const old = 30 * 24 * 60 * 60 * 1000;

export const Kept: FC<{ visit: Visit }> = ({ visit: { say, settings, now } }) => {
  if (!settings.offline) return null;
  const { contentOf } = settings.offline;
  const isOld = Date.parse(now) - Date.parse(contentOf) > old;
  return (
    <p class={isOld ? 'remark kept old' : 'remark kept'}>
      {say.t('page.client.kept', { date: say.date(contentOf.slice(0, 10)) })} {isOld ? <strong>{say.t('page.client.kept_old')}</strong> : null}
    </p>
  );
};
