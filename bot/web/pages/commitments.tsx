/** `/<place>/<lang>/commitments`: the framework of commitments with the law of that place. */
import { commitments } from '../../../core/index.ts';
import { deskIn } from '../../desk.ts';
import { CommitmentsView } from '../framework.tsx';
import { Page } from '../page.tsx';
import type { PageFunction } from '../visit.ts';

export const commitmentsPage: PageFunction = async (visit) => {
  const { place, locale, core } = visit;
  const [say, found] = await Promise.all([deskIn(locale, core), commitments(locale, place, core)]);
  return (
    <Page visit={visit} title={say.t('framework.commitments')}>
      <CommitmentsView commitments={found} say={say} place={place} />
    </Page>
  );
};
