/** `/`: language and city first, then the question. */
import { Page } from '../page.tsx';
import { Examples, QuestionForm } from '../question.tsx';
import type { PageFunction } from '../visit.ts';

export const homePage: PageFunction = async (visit) => (
  <Page visit={visit} title={visit.say.t('essential.name')}>
    <QuestionForm visit={visit} />
    <Examples visit={visit} />
  </Page>
);
