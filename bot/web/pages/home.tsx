/** `/`: language and city first, then the question. */
import type { FC } from 'hono/jsx';
import { placesOf, world } from '../../../core/index.ts';
import { chatPath } from '../../address.ts';
import { LanguageList } from '../languages.tsx';
import { Page } from '../page.tsx';
import { Examples, QuestionForm } from '../question.tsx';
import { type PageFunction, placeName, type Visit } from '../visit.ts';

export const homePage: PageFunction = async (visit) => (
  <Page visit={visit} title={visit.say.t('page.tagline')} kind="start" isStart>
    <div>
      <h1>{visit.say.t('page.tagline')}</h1>
      <p class="lead">{visit.say.t('page.description')}</p>
      <nav class="all-languages" aria-label={visit.say.t('page.language')}>
        <LanguageList visit={visit} tags={Object.keys(visit.core.bundled.locales)} />
      </nav>
      <Cities visit={visit} />
    </div>
    <div>
      <QuestionForm visit={visit} />
      <Examples visit={visit} />
    </div>
  </Page>
);

/** The cities of this deployment; behind "not listed" the countries, which are answered for as well. */
const Cities: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, core, locale, settings } = visit;
  const all = placesOf('city', locale, core.bundled);
  const cities = settings.places.length > 0 ? all.filter((id) => settings.places.includes(id)) : all;
  const link = (id: string, name = placeName(visit, id)) => (
    <li>
      <a href={chatPath(id, locale)}>{name}</a>
    </li>
  );
  return (
    <nav class="cities" aria-labelledby="where">
      <h2 id="where">{say.t('page.place')}</h2>
      <ul class="chips">{cities.map((id) => link(id))}</ul>
      <details>
        <summary>{say.t('page.not_listed')}</summary>
        <ul class="chips">
          {placesOf('country', locale, core.bundled).map((id) => link(id))}
          {link(world, say.t('page.place_any'))}
        </ul>
      </details>
    </nav>
  );
};
