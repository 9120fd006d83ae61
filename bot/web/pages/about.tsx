/** `/<place>/<lang>/about`: what this is, what it rests on, who has checked it, and what exists in which language and place. */
import type { FC } from 'hono/jsx';
import { type Coverage, coverage, lawsOf } from '../../../core/index.ts';
import { chatPath, lawPath } from '../../address.ts';
import { deskIn } from '../../desk.ts';
import type { Say } from '../../say.ts';
import { Page } from '../page.tsx';
import { Rows } from '../rows.tsx';
import { type PageFunction, placeName, type Visit } from '../visit.ts';

export const aboutPage: PageFunction = async (visit) => {
  const { core, locale, place } = visit;
  const [say, found, laws] = await Promise.all([deskIn(locale, core), coverage(core), lawsOf(place, locale, core)]);
  const { checked } = found;
  return (
    <Page visit={visit} title={say.t('page.about')} kind="text">
      <h1>{say.t('page.about')}</h1>
      <p class="lead">{say.t('site.about.how')}</p>
      <p>{say.t('page.footer')}</p>
      <h2>{say.t('trust.title')}</h2>
      <Rows
        rows={(['law', 'language', 'locality'] as const).map((role) => [
          say.t(`site.about.by_${role}`),
          say.t('site.about.of', { n: say.number(checked[role]), all: say.number(checked.texts) }),
        ])}
      />
      <Languages say={say} found={found} />
      <Places visit={visit} say={say} found={found} />
      <h2>{say.t('site.about.rests')}</h2>
      <p>{say.t('site.about.sources', { laws: say.number(found.laws), pages: say.number(found.pages) })}</p>
      <details>
        <summary>{say.t('site.about.laws_here', { place: placeName(visit) })}</summary>
        <ul>
          {laws.map(({ id, name, holdsIn }) => (
            <li>
              <a href={lawPath(place, locale, id)}>
                <bdi>{name}</bdi>
              </a>{' '}
              <span class="own-name">{placeName(visit, holdsIn)}</span>
            </li>
          ))}
        </ul>
      </details>
      <h2>{say.t('site.about.access')}</h2>
      <p>{say.t('site.about.access_text', { operator: visit.settings.operator })}</p>
    </Page>
  );
};

const Languages: FC<{ say: Say; found: Coverage }> = ({ say, found }) => (
  <table>
    <caption>{say.t('page.language')}</caption>
    <thead>
      <tr>
        <th scope="col">{say.t('page.language')}</th>
        <th scope="col">{say.t('site.about.topics')}</th>
        <th scope="col">{say.t('site.about.texts')}</th>
        <th scope="col">{say.t('site.about.by_language')}</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(found.languages).map(([tag, { topics, texts, checked }]) => (
        <tr>
          <th scope="row">
            <bdi lang={tag}>{say.language(tag)}</bdi>
          </th>
          <td>{say.number(topics)}</td>
          <td>{say.number(texts)}</td>
          <td>{say.number(checked)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Places: FC<{ visit: Visit; say: Say; found: Coverage }> = ({ visit, say, found }) => (
  <table>
    <caption>{say.t('site.about.places')}</caption>
    <thead>
      <tr>
        <th scope="col">{say.t('site.about.places')}</th>
        <th scope="col">{say.t('site.about.local')}</th>
        <th scope="col">{say.t('page.services')}</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(found.places).map(([id, { topics, services }]) => (
        <tr>
          <th scope="row">
            <a href={chatPath(id, visit.locale)}>{placeName(visit, id)}</a>
          </th>
          <td>{say.number(topics)}</td>
          <td>{say.number(services)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
