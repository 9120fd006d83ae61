/** `/<place>/<lang>/topics`: all that is answered here, by subject. */
import { editionsIn, groupsOf, topicsIn } from '../../../core/index.ts';
import { topicPath } from '../../address.ts';
import { Page } from '../page.tsx';
import { type PageFunction, placeName } from '../visit.ts';

export const topicsPage: PageFunction = async (visit) => {
  const { say, core, place, locale, reader } = visit;
  const [topics, here] = await Promise.all([topicsIn(locale, core), editionsIn(place, core)]);
  const answered = topics.filter(({ id }) => here.has(id));
  return (
    <Page visit={visit} title={`${say.t('page.topics')}: ${placeName(visit)}`} kind="subjects">
      <h1>{say.t('page.topics')}</h1>
      <div class="columns">
        {groupsOf(answered).map((group) => (
          <section id={group}>
            <h2>{say.label('group', group)}</h2>
            <ul>
              {answered
                .filter((topic) => topic.group === group)
                .map(({ id, title }) => (
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
