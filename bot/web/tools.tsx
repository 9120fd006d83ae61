/** What one can do with an answer. Links work everywhere; a button stays hidden until the script finds that the browser can do it. */
import type { FC } from 'hono/jsx';
import { type Reader, readers } from '../../core/index.ts';
import { cardChoicePath, cardPath, topicPath } from '../address.ts';
import { secondLanguage } from '../second-language.ts';
import type { Visit } from './visit.ts';

/** `topic`: the id of what was answered. `isPermanent`: this is its own page. */
export const Tools: FC<{ visit: Visit; topic: string; title: string; isPermanent: boolean }> = ({ visit, topic, title, isPermanent }) => {
  const { say, place, locale, core, reader, url } = visit;
  const second = secondLanguage(locale, place, core);
  const own = topicPath(place, locale, topic, reader);
  return (
    <div class="tools" data-tools data-url={new URL(own, url).href} data-title={title}>
      {isPermanent ? null : <a href={own}>{say.t('page.link')}</a>}
      <a href={second ? cardPath(place, locale, topic, second) : cardChoicePath(place, locale, topic)}>{say.t('page.card')}</a>
      <button type="button" hidden data-listen data-stop={say.t('page.stop')}>
        {say.t('page.listen')}
      </button>
      <button type="button" hidden data-copy data-done={say.t('page.copied')}>
        {say.t('page.copy')}
      </button>
      <button type="button" hidden data-share>
        {say.t('page.share')}
      </button>
      <button type="button" hidden data-print>
        {say.t('page.print')}
      </button>
    </div>
  );
};

/** The same topic as another kind of reader sees it. */
export const Readers: FC<{ visit: Visit; hrefOf: (reader: Reader) => string }> = ({ visit: { say, reader }, hrefOf }) => (
  <nav class="readers" aria-label={say.t('page.reader')}>
    <span>{say.t('page.reader')}</span>
    <ul class="chips">
      {readers.map((kind) => (
        <li>{kind === reader ? <span aria-current="true">{say.t(`page.reader_${kind}`)}</span> : <a href={hrefOf(kind)}>{say.t(`page.reader_${kind}`)}</a>}</li>
      ))}
    </ul>
  </nav>
);
