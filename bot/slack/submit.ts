/** What comes of a form of the assessment that was sent. Nothing typed is ever lost: an error stands at its field, and the form stays. */
import { type Remark, readEntry, reviewerKinds, world } from '../../core/index.ts';
import type { Saved } from '../assessments.ts';
import { downText, nextEntry, nextRemark, openAssessment, orDown, storeOf } from './assess.ts';
import { noticeModal } from './assess-forms.ts';
import { guestOf, type Seat } from './desk.ts';
import { entryModal } from './entry-view.ts';
import { fieldErrors, type ModalView, type Submitted } from './forms.ts';

/** What Slack does with a form that was sent; nothing: it closes. */
export type Response =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | undefined;

export function submitStart(seat: Seat, form: Submitted): Promise<Response> {
  const name = form.text('town').trim();
  if (name === '') return Promise.resolve(fieldErrors({ town: seat.say.t('assess.problem.name-missing') }, form));
  const wanted = form.text('place');
  const place = Object.hasOwn(seat.desk.core.bundled.places, wanted) ? wanted : world;
  return saving(seat, form, 'town', async () => {
    await storeOf(seat).start(seat.tenant, { name, place, small: form.text('small') === 'yes' }, seat.desk.now().toISOString());
    const open = await openAssessment(seat);
    return next(open ? nextEntry(open, 'all', seat) : null);
  });
}

export function submitEntry(seat: Seat, form: Submitted): Promise<Response> {
  const { say } = seat;
  const [choice, notOurs, evidence, link, owner, due] = ['choice', 'notOurs', 'evidence', 'link', 'owner', 'due'].map(form.text) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const typed = { choice, notOurs, evidence, link, owner, due };
  const read = readEntry(typed);
  if ('problems' in read) {
    const problems = Object.entries(read.problems).map(([name, problem]) => [name, say.t(`assess.problem.${problem}`)]);
    return Promise.resolve(fieldErrors(Object.fromEntries(problems), form));
  }
  const { c: commitment, v: version, flow } = form.memo;
  return saving(seat, form, 'evidence', async () => {
    const change = { commitment: String(commitment), at: seat.desk.now().toISOString(), by: seat.user, entry: read.entry };
    const result: Saved = await storeOf(seat).save(seat.tenant, Number(version), change);
    const open = await openAssessment(seat);
    const item = open?.standing.items.find(({ commitment: { id } }) => id === commitment);
    if ('gone' in result || !open || !item) return { response_action: 'update', view: noticeModal([say.t('assess.none')], say) };
    if ('conflict' in result)
      return {
        response_action: 'update',
        view: entryModal({ item, town: open.assessment.town, flow: flow === 'all' ? 'all' : 'one', typed, conflict: result.conflict }, say),
      };
    return flow === 'all' ? next(nextEntry(open, 'all', seat) ?? noticeModal([say.t('assess.saved'), say.t('assess.complete')], say)) : undefined;
  });
}

export function submitRemark(seat: Seat, form: Submitted): Promise<Response> {
  const { say } = seat;
  const [name, organisation] = [form.text('name').trim(), form.text('organisation').trim()];
  const kind = reviewerKinds.find((one) => one === form.text('kind'));
  const missing = Object.entries({ name, organisation, kind })
    .filter(([, value]) => !value)
    .map(([field]) => [field, say.t('assess.problem.name-missing')]);
  const level = /^[0-3]$/.test(form.text('seen')) ? (Number(form.text('seen')) as Remark['level']) : null;
  if (level === null) missing.push(['seen', say.t('assess.problem.choose')]);
  if (missing.length > 0 || level === null || !kind) return Promise.resolve(fieldErrors(Object.fromEntries(missing), form));
  const reviewer = { name, organisation, kind };
  const { c: commitment, v: version, flow } = form.memo;
  return saving(seat, form, 'seen', async () => {
    const before = await openAssessment(seat);
    const answer = before?.standing.items.find(({ commitment: { id } }) => id === commitment)?.change;
    if (answer?.by === seat.user && !seat.guest) return fieldErrors({ seen: say.t('assess.own_answer') }, form);
    const remark = {
      commitment: String(commitment),
      version: Number(version),
      level,
      comment: form.text('comment').trim(),
      reviewer,
      at: seat.desk.now().toISOString(),
    };
    await storeOf(seat).remark(seat.tenant, remark);
    const open = await openAssessment(seat);
    return flow === 'all' && open ? next(nextRemark(seat, open, reviewer) ?? noticeModal([say.t('assess.saved')], say)) : undefined;
  });
}

export function submitDelete(seat: Seat, form: Submitted): Promise<Response> {
  return saving(seat, form, '', async () => {
    await storeOf(seat).delete(seat.tenant);
    if (!seat.guest) await storeOf(seat).delete(guestOf(seat).tenant);
    return { response_action: 'update', view: noticeModal([seat.say.t('assess.deleted')], seat.say) };
  });
}

/** When nothing can be saved, the form stays open with what was typed in it, and says so at a field. */
function saving(seat: Seat, form: Submitted, field: string, work: () => Promise<Response>): Promise<Response> {
  return orDown(work, () =>
    field ? fieldErrors({ [field]: downText(seat) }, form) : { response_action: 'update', view: noticeModal([downText(seat)], seat.say) },
  );
}

function next(view: ModalView | null): Response {
  return view ? { response_action: 'update', view } : undefined;
}
