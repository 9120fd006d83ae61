/** `/<place>/<lang>/commitments`: the framework of commitments with the law of that place, and what shows each level. */
import { commitments } from '../../../core/index.ts';
import { atDesk, DeskPage } from '../desk.tsx';
import { CommitmentsView } from '../framework.tsx';
import type { PageFunction } from '../visit.ts';

export const commitmentsPage: PageFunction = async (before) => {
  const visit = await atDesk(before);
  if (!visit) return { problem: 'failed' };
  const { say, place, locale, core } = visit;
  return (
    <DeskPage visit={visit} here="commitments" title={say.t('framework.commitments')}>
      <CommitmentsView commitments={await commitments(locale, place, core)} say={say} place={place} />
    </DeskPage>
  );
};
