/** The App Home: published anew when it is opened, and after every form that changes it. */
import { world } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import { downText, openAssessment, orDown } from './assess.ts';
import type { Seat } from './desk.ts';
import { homeView, type Overview } from './overview.ts';

export async function showHome(seat: Seat): Promise<void> {
  const { say, user, place = world, desk } = seat;
  if (!say.complete) return;
  const overview = await orDown<Overview | null | string>(
    () => openAssessment(seat),
    () => downText(seat),
  );
  const view = homeView({ say, city: namedIn(place, say.locale, desk.core.bundled), overview });
  await seat.call('views.publish', { user_id: user, view });
}
