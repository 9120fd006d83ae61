/** The assessment at the desk: what is opened, and what comes of a form that is sent. */
import { commitments, type Item, type Reviewer, ShardError, type Standing, standing } from '../../core/index.ts';
import { StoreError } from '../database.ts';
import { deleteModal, exportModal, historyModal, importModal, languageOptions, noticeModal, placeOptions, startModal } from './assess-forms.ts';
import { actions, button, esc, sections } from './blocks.ts';
import { guestOf, type Seat, today } from './desk.ts';
import { entryModal, type Flow, remarkModal } from './entry-view.ts';
import type { ModalView } from './forms.ts';
import { guestMessage, noneMessage, type Overview, overviewMessage } from './overview.ts';
import type { Message } from './render.ts';

/** An assessment with all that is needed to speak of it; null: none was begun. */
export async function openAssessment(seat: Seat, day = today(seat.desk)): Promise<Overview | null> {
  const assessment = await storeOf(seat).load(seat.tenant);
  if (!assessment) return null;
  const all = await commitments(seat.say.locale, assessment.town.place, seat.desk.core);
  return { assessment, commitments: all, standing: standing(assessment, all, day === today(seat.desk) ? undefined : day), day };
}

export function storeOf({ desk }: Seat) {
  if (!desk.assessments) throw new StoreError('no database');
  return desk.assessments;
}

/** The work, or word that the store or the texts cannot be had now. */
export async function orDown<T>(work: () => Promise<T>, down: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError || error instanceof ShardError) return down();
    throw error;
  }
}

export function downText({ say }: Seat): string {
  return say.complete ? say.t('assess.down') : say.t('essential.failed.title');
}

/** `/assess`: where the city stands; `/assess guest`: where the town stands that is reviewed here; `/assess delete` asks once, its form asks again. */
export function assessMessage(seat: Seat, text: string): Promise<Message> {
  const { say } = seat;
  const said = esc(downText(seat));
  return orDown(
    async () => {
      if (!say.complete) throw new StoreError('no words');
      if (text.trim() === 'guest') return await guestOverview(seat);
      const open = await openAssessment(seat);
      if (!open) return noneMessage(say);
      if (text.trim() !== 'delete') return overviewMessage(open, say);
      const warning = esc(say.t('assess.delete_warning'));
      return { blocks: [...sections([warning]), ...actions([button('assess_delete', say.t('assess.delete'), 'delete', 'danger')])], text: warning };
    },
    () => ({ blocks: sections([said]), text: said }),
  );
}

export async function guestOverview(seat: Seat): Promise<Message> {
  const open = await openAssessment(guestOf(seat));
  return open ? guestMessage(open, seat.say) : noneMessage(seat.say);
}

/** The form behind a button of the desk. */
export function formFor(seat: Seat, action: string, value: string): Promise<ModalView> {
  const { say, desk } = seat;
  const { bundled } = desk.core;
  return orDown(
    async () => {
      if (!say.complete) throw new StoreError('no words');
      if (action === 'assess_import') return importModal(say);
      const open = await openAssessment(seat);
      if (!open && seat.guest) return noticeModal([say.t('assess.none')], say);
      if (action === 'assess_start' || !open) return startModal(placeOptions(bundled, [], say.locale), open?.assessment.town ?? null, seat.place, say);
      if (action === 'assess_export') return exportModal(languageOptions(bundled), say);
      if (action === 'assess_delete') return deleteModal(say);
      if (action === 'assess_history') return historyModal({ ...open, changes: open.assessment.changes }, say);
      if (action === 'assess_review')
        return nextRemark(seat, open, null) ?? noticeModal([say.t(reviewable(open.standing).length > 0 ? 'assess.own_answer' : 'assess.none')], say);
      const item = open.standing.items.find(({ commitment }) => commitment.id === value);
      if (item) return entryModal({ item, town: open.assessment.town, flow: 'one' }, say);
      return nextEntry(open, 'all', seat) ?? noticeModal([say.t('assess.complete')], say);
    },
    () => noticeModal([downText(seat)], say),
  );
}

export function historyOn(seat: Seat, day: string): Promise<ModalView> {
  return orDown(
    async () => {
      const open = await openAssessment(seat, day);
      return open ? historyModal({ ...open, changes: open.assessment.changes }, seat.say) : noticeModal([seat.say.t('assess.none')], seat.say);
    },
    () => noticeModal([downText(seat)], seat.say),
  );
}

export function nextEntry({ standing, assessment }: Overview, flow: Flow, { say }: Seat): ModalView | null {
  const item = standing.items.find(({ change }) => change === null);
  return item ? entryModal({ item, town: assessment.town, flow }, say) : null;
}

function reviewable({ items }: Standing): Item[] {
  return items.filter(({ change, counted }) => change !== null && counted !== null);
}

/** The next answer that this person did not give and this reviewer has not looked at. */
export function nextRemark({ user, guest, say }: Seat, { standing, assessment }: Overview, reviewer: Reviewer | null): ModalView | null {
  const done = (item: Item): boolean => item.remarks.some(({ reviewer: by }) => by.name === reviewer?.name && by.organisation === reviewer?.organisation);
  const item = reviewable(standing).find((one) => (guest || one.change?.by !== user) && !done(one));
  return item ? remarkModal({ item, town: assessment.town, reviewer, flow: 'all' }, say) : null;
}
