/** Forms: what comes of them is the answer to Slack; files and the App Home follow behind. */
import type { App } from '@slack/bolt';
import { localeFor } from '../assistant.ts';
import { downText, orDown, storeOf } from './assess.ts';
import { guestOf, type Seat, seatOf, seconds } from './desk.ts';
import { sendExport, takeImport } from './files.ts';
import { fieldErrors, forGuest, readForm, type Submitted } from './forms.ts';
import { showHome } from './home.ts';
import { type Response, submitDelete, submitEntry, submitRemark, submitStart } from './submit.ts';
import type { Given, Visit } from './visit.ts';

type Enter = (given: Given) => Promise<Visit>;
type Submit = (visit: Visit, form: Submitted) => Promise<Response>;
type Behind = (visit: Visit, form: Submitted) => Promise<void>;

export function forms(app: App, enter: Enter): void {
  const submitted = (id: string, submit: Submit, behind: Behind): void =>
    app.view({ callback_id: id, type: 'view_submission' }, async ({ ack, view, ...given }) => {
      const entered = await enter(given);
      const form = readForm(view);
      const visit = form.memo.guest === 1 ? { ...entered, seat: guestOf(entered.seat) } : entered;
      const response = await submit(visit, form);
      await (response ? ack(asGuest(response, visit.seat) as never) : ack());
      if (response?.response_action !== 'errors') await behind(visit, form);
    });
  const home: Behind = async ({ seat }) => {
    if (!seat.guest) await showHome(seat);
  };
  const close: Submit = async () => undefined;
  submitted('start', ({ seat }, form) => submitStart(seat, form), home);
  submitted('entry', ({ seat }, form) => submitEntry(seat, form), home);
  submitted('remark', ({ seat }, form) => submitRemark(seat, form), home);
  submitted('delete', ({ seat }, form) => submitDelete(seat, form), home);
  submitted('export', close, ({ seat, fetch }, form) => sendExport(seat, form, fetch));
  submitted('import', close, async (visit, form) => {
    await takeImport(visit.seat, form.file, visit.token, visit.fetch);
    await showHome(visit.seat);
  });
  submitted(
    'settings',
    ({ seat }, form) => submitSettings(seat, form),
    async ({ seat: { desk, team, user, call } }) => showHome(await seatOf(desk, team, user, call)),
  );
}

function asGuest(response: NonNullable<Response>, { guest }: Seat): Response {
  return guest && response.response_action === 'update' ? { ...response, view: forGuest(response.view) } : response;
}

function submitSettings(seat: Seat, form: Submitted): Promise<Response> {
  const { desk, team, user } = seat;
  const chosen = (name: string): string | null => (form.text(name) === 'none' ? null : form.text(name));
  const language = chosen('language');
  const settings = { locale: language && localeFor([language], desk.core.bundled), place: chosen('place') };
  return orDown<Response>(
    async () => {
      storeOf(seat);
      await desk.memory?.choose(team, user, settings, seconds(desk));
      return undefined;
    },
    () => fieldErrors({ language: downText(seat) }, form),
  );
}
