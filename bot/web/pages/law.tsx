/** `/<place>/<lang>/law/<id>`: one law, where it holds, and what rests on its articles. */
import { type LawSheet, lawSheet } from '../../../core/index.ts';
import { topicPath } from '../../address.ts';
import { deskIn } from '../../desk.ts';
import type { Say } from '../../say.ts';
import { Page } from '../page.tsx';
import { Rows } from '../rows.tsx';
import { type PageFunction, placeName, type Visit } from '../visit.ts';

export const lawPage: PageFunction = async (visit, { law: id = '' }) => {
  const { core, locale, place } = visit;
  const [say, law] = await Promise.all([deskIn(locale, core), lawSheet(id, locale, place, core)]);
  if (!law) return { problem: 'not-found' };
  const name = law.gloss ?? law.name;
  return (
    <Page visit={visit} title={name} kind="law-page">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {name === law.name ? null : (
        <p class="lead">
          <bdi>{law.name}</bdi>
        </p>
      )}
      {law.binds ? null : <p class="remark">{say.t('site.law.not_here', { place: placeName(visit) })}</p>}
      <Rows rows={rowsOf(law, visit, say)} />
      {law.url ? (
        <p>
          <a href={law.url} rel="noreferrer">
            {say.t('site.law.text')}
          </a>
        </p>
      ) : null}
      <h2>{say.t('site.law.articles')}</h2>
      {law.cited.map(({ article, topics }) => (
        <section>
          <h3>{article === null ? say.t('site.law.whole') : say.t('answer.article', { article })}</h3>
          <ul>
            {topics.map((topic) => (
              <li>
                <a href={topicPath(place, locale, topic.id)}>{topic.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
};

function rowsOf(law: LawSheet, visit: Visit, say: Say): [label: string, text: string][] {
  const numbers = [...new Set([law.reference, law.celex, law.ecli, law.treaty, law.eli].filter((number) => number !== undefined))];
  return [
    [say.t('site.law.holds'), placeName(visit, law.holds_in)],
    ...(law.applies_from ? [[say.t('site.law.since'), say.date(law.applies_from)] as [string, string]] : []),
    ...(numbers.length > 0 ? [[say.t('site.law.number'), numbers.join(' · ')] as [string, string]] : []),
  ];
}
