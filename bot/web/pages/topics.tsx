/** `/<place>/<lang>/topics`: all that is answered here, by subject. */
import { editionsIn, topicsIn } from '../../../core/index.ts';
import { topicPath } from '../../address.ts';
import { Page } from '../page.tsx';
import { type PageFunction, placeName } from '../visit.ts';

export const topicsPage: PageFunction = async (visit) => {
  const { say, core, place, locale, reader } = visit;
  const [topics, here] = await Promise.all([topicsIn(locale, core), editionsIn(place, core)]);
  const groups = Map.groupBy(
    topics.filter(({ id }) => here.has(id)),
    ({ group }) => group,
  );
  return (
    <Page visit={visit} title={`${say.t('page.topics')}: ${placeName(visit)}`} kind="subjects">
      <h1>{say.t('page.topics')}</h1>
      <div class="columns">
        {[...groups].map(([group, listed]) => (
          <section id={group}>
            <h2>{say.label('group', group)}</h2>
            <ul>
              {listed.map(({ id, title }) => (
                <li>
                  <a href={topicPath(place, locale, id, reader)}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
};
