/** What the pages of the city's desk share: its words, its way around, and one heading. */
import type { Child, FC } from 'hono/jsx';
import { networksPath, pagePath } from '../address.ts';
import { deskIn } from '../desk.ts';
import { Page } from './page.tsx';
import type { Visit } from './visit.ts';

export type DeskPageName = 'duties' | 'commitments' | 'assessment' | 'networks';

/** The visit with the words of the desk, or null when they cannot be had. */
export async function atDesk(visit: Visit): Promise<Visit | null> {
  const say = await deskIn(visit.locale, visit.core);
  return say.complete ? { ...visit, say } : null;
}

export const DeskPage: FC<{ visit: Visit; here: DeskPageName; title: string; children?: Child }> = ({ visit, here, title, children }) => (
  <Page visit={visit} title={title}>
    <DeskNav visit={visit} here={here} />
    <h1>{title}</h1>
    {children}
  </Page>
);

const DeskNav: FC<{ visit: Visit; here: DeskPageName }> = ({ visit: { say, place, locale }, here }) => {
  const pages: readonly (readonly [DeskPageName, path: string, words: string])[] = [
    ['duties', pagePath(place, locale, 'duties'), say.t('duty.topic')],
    ['commitments', pagePath(place, locale, 'commitments'), say.t('framework.commitments')],
    ['assessment', pagePath(place, locale, 'assessment'), say.t('assess.title')],
    ['networks', networksPath(locale), say.t('framework.networks')],
  ];
  return (
    <nav class="desk" aria-label={say.t('page.reader_staff')}>
      <ul>
        {pages.map(([name, path, words]) => (
          <li>
            <a href={path} {...(name === here ? { 'aria-current': 'page' } : {})}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
