/** `/<place>/<lang>/emergency`: every number, and what to do in each danger. From the bundle alone: it stands when nothing loads. */
import { topicPath } from '../../address.ts';
import { LineList } from '../lines.tsx';
import { Page } from '../page.tsx';
import { type PageFunction, placeName } from '../visit.ts';

export const emergencyPage: PageFunction = async (visit) => {
  const { say, core, place, locale } = visit;
  const { places, urgent, locales } = core.bundled;
  const lines = places[place]?.lines ?? [];
  const title = say.t('essential.lines.title');
  const kinds = Object.entries(urgent).sort(([, a], [, b]) => a.rank - b.rank);
  return (
    <Page visit={visit} title={`${title}: ${placeName(visit)}`} kind="emergencies" exit>
      <h1>{title}</h1>
      {lines.length > 0 ? <LineList lines={lines} say={say} /> : <p class="remark">{say.t('essential.lines.none')}</p>}
      <h2>{say.t('page.emergency')}</h2>
      {kinds.map(([kind, { words, topic, lines: wanted }]) => {
        const lang = words[locale] ? locale : 'en';
        return (
          <details id={kind}>
            <summary lang={lang} dir={locales[lang]?.direction}>
              {words[lang]?.title}
            </summary>
            <p lang={lang} dir={locales[lang]?.direction}>
              {words[lang]?.say}
            </p>
            <LineList lines={lines.filter((line) => wanted.includes(line.kind))} say={say} />
            <p>
              <a href={topicPath(place, locale, topic)}>{say.t('page.link')}</a>
            </p>
          </details>
        );
      })}
    </Page>
  );
};
