/** The App Home: published anew when it is opened, and after every form that changes it. */
import { world } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import { type Open, openAssessment, orDown } from './assess.ts';
import type { Seat } from './desk.ts';
import { homeView } from './overview.ts';

/** Nobody sees a stale Home for a store that is away: then it stands without the assessment. */
export async function showHome(seat: Seat): Promise<void> {
  const { say, user, place = world, desk } = seat;
  if (!say.complete) return;
  const overview = await orDown<Open | null>(
    () => openAssessment(seat),
    () => null,
  );
  const view = homeView({ say, city: namedIn(place, say.locale, desk.core.bundled), overview, store: desk.assessments !== null });
  await seat.call('views.publish', { user_id: user, view });
}
