/** Bolt's listeners: which of Slack's doors leads where. Slack has had its answer before any of them begins, but for forms. */
import type { App } from '@slack/bolt';
import { type NetworkWish, type Reader, world } from '../../core/index.ts';
import { networkNeeds } from '../needs.ts';
import { assessMessage, formFor, historyOn } from './assess.ts';
import { languageOptions, placeOptions, settingsModal } from './assess-forms.ts';
import { type Desk, guestOf, guestTenantOf, type Seat, tenantOf } from './desk.ts';
import { quiet } from './files.ts';
import { forGuest, type ModalView } from './forms.ts';
import { showHome } from './home.ts';
import { forms } from './listen-forms.ts';
import { bearersOf, browseDuties, dutiesOf, lookUp, lookUpAgain, networksFor, usage } from './lookup.ts';
import type { Fetch } from './outgoing.ts';
import type { Message } from './render.ts';
import { readDirectMessage, readRef, typedText } from './request.ts';
import { type Given, type Visit, visitOf } from './visit.ts';

type Enter = (given: Given) => Promise<Visit>;

export function listen(app: App, desk: Desk, fetch: Fetch): void {
  const enter: Enter = (given) => visitOf(desk, fetch, given);
  commands(app, enter);
  conversations(app, enter);
  buttons(app, enter);
  assessmentButtons(app, enter);
  forms(app, enter);
  leaving(app, desk);
}

/** `/rights` and its like. Without words it says how. */
function commands(app: App, enter: Enter): void {
  const lookup = (name: string, reader: Reader): void =>
    app.command(name, async ({ ack, command, ...given }) => {
      await ack();
      const { seat, respond } = await enter(given);
      await respond(await asked(seat, command.text, reader, true));
    });
  lookup('/rights', 'resident');
  lookup('/buddy', 'buddy');
  lookup('/duties', 'staff');
  app.command('/networks', async ({ ack, ...given }) => {
    await ack();
    const { seat, respond } = await enter(given);
    await respond(await networksFor(seat, {}));
  });
  app.command('/assess', async ({ ack, command, ...given }) => {
    await ack();
    const { seat, respond } = await enter(given);
    await respond(await assessMessage(seat, command.text));
  });
  app.command('/rights-settings', async ({ ack, ...given }) => {
    await ack();
    await openSettings(await enter(given));
  });
}

async function asked(seat: Seat, text: string, reader: Reader, shareable: boolean): Promise<Message> {
  const duty = reader === 'staff';
  const typed = typedText(text);
  const browsed = duty ? await browseDuties(seat, typed) : null;
  if (browsed) return browsed;
  return typed === '' ? usage(seat) : lookUp(seat, { text, reader, duty, shareable });
}

/** Mentions, direct messages, the assistant's pane, the App Home, and the shortcut on a message. */
function conversations(app: App, enter: Enter): void {
  app.event('app_mention', async (given) => {
    const { seat } = await enter(given);
    const { channel, text, ts, thread_ts: thread = undefined } = given.event;
    const message = await asked(seat, text, 'resident', true);
    await seat.call('chat.postEphemeral', { channel, user: seat.user, ...(thread && thread !== ts ? { thread_ts: thread } : {}), ...message, ...quiet });
  });
  app.event('message', async (given) => {
    const direct = readDirectMessage({ ...given.event });
    if (!direct) return;
    const { seat } = await enter(given);
    const message = await asked(seat, direct.text, 'resident', false);
    await seat.call('chat.postMessage', { channel: direct.channel, ...(direct.thread ? { thread_ts: direct.thread } : {}), ...message, ...quiet });
  });
  app.event('assistant_thread_started', async (given) => {
    const { channel_id: channel, thread_ts: thread, user_id: user } = given.event.assistant_thread;
    const { seat } = await enter({ ...given, body: { ...given.body, user_id: user } });
    const prompts = ['example_doctor', 'example_wages', 'example_school']
      .map((key) => seat.say.t(`page.${key}`))
      .map((text) => ({ title: text, message: text }));
    await seat.call('assistant.threads.setSuggestedPrompts', { channel_id: channel, thread_ts: thread, prompts });
  });
  app.event('app_home_opened', async (given) => {
    if (given.event.tab === 'home') await showHome((await enter(given)).seat);
  });
  app.shortcut('stakes', async ({ ack, ...given }) => {
    await ack();
    const { seat, respond, body } = await enter(given);
    await respond(await asked(seat, body.message?.text ?? '', 'resident', true));
  });
  app.shortcut('assess', async ({ ack, ...given }) => {
    await ack();
    const { seat, body } = await enter(given);
    await openForm(seat, body.trigger_id, (now) => formFor(now, 'assess_next', ''));
  });
}

function openForm(seat: Seat, trigger: string | undefined, make: (seat: Seat) => Promise<ModalView>): Promise<unknown> {
  return make(seat).then((view) => seat.call('views.open', { trigger_id: trigger, view }));
}

async function openSettings({ seat, body }: Visit): Promise<void> {
  const { bundled } = seat.desk.core;
  const places = placeOptions(bundled, seat.desk.places, seat.say.locale);
  await openForm(seat, body.trigger_id, async ({ settings, say }) => settingsModal(settings, places, languageOptions(bundled), say));
}

/** Buttons of answers, and the ways down. */
function buttons(app: App, enter: Enter): void {
  const chosen = (name: string | RegExp, show: (visit: Visit, value: string) => Promise<unknown>): void =>
    app.action(name, async ({ ack, action, ...given }) => {
      await ack();
      await show(await enter(given), chosenIn(action));
    });
  chosen(/^topic:\d+$/, async ({ seat, respond, body }, value) => {
    const ref = readRef(value);
    if (ref) await respond(await lookUpAgain(seat, ref, !isDirect(body)), 'instead');
  });
  chosen('share', async ({ seat, respond }, value) => {
    const ref = readRef(value);
    if (ref) await respond(await lookUpAgain(seat, ref, false), 'to-all');
  });
  chosen('duty_area', async ({ seat, respond }, area) => respond(await bearersOf(seat, area), 'instead'));
  chosen('duty_bearer', async ({ seat, respond }, value) => {
    const [area = '', bearer = ''] = value.split(' ');
    await respond(await dutiesOf(seat, area, bearer), 'instead');
  });
  chosen('duty_topic', async ({ seat, respond, body }, topic) => {
    const ref = { topic, place: seat.place ?? world, locale: seat.say.locale, reader: 'staff', duty: true } as const;
    await respond(await lookUpAgain(seat, ref, !isDirect(body)), 'instead');
  });
  chosen(/^network_(?:need|ticks)$/, async ({ seat, respond, body }) => respond(await networksFor(seat, wishOf(body)), 'instead'));
  chosen('settings', openSettings);
  // In the App Home there is no message to answer: the way down begins in the direct messages.
  chosen('duties', async ({ seat }) => {
    const message = (await browseDuties(seat, '')) ?? usage(seat);
    await seat.call('chat.postMessage', { channel: seat.user, ...message, ...quiet });
  });
}

function isDirect({ channel }: Visit['body']): boolean {
  return channel?.id?.startsWith('D') ?? false;
}

function chosenIn(action: object): string {
  const { value, selected_option: option, selected_date: date } = action as { value?: string; selected_option?: { value?: string }; selected_date?: string };
  return value ?? option?.value ?? date ?? '';
}

function wishOf({ state }: Visit['body']): NetworkWish {
  const { network_need: needed, network_ticks: ticks } = state?.values?.networks ?? {};
  const need = needed?.selected_option?.value;
  const ticked = ticks?.selected_options?.map(({ value }) => value) ?? [];
  return { ...(need && networkNeeds.includes(need) ? { need } : {}), smallTown: ticked.includes('small'), free: ticked.includes('free') };
}

function assessmentButtons(app: App, enter: Enter): void {
  app.action(/^assess_[a-z]+$/, async ({ ack, action, ...given }) => {
    await ack();
    const { seat, body } = await enter(given);
    const { action_id: name } = action as { action_id: string };
    const value = chosenIn(action);
    if (value !== 'guest') await openForm(seat, body.trigger_id, (now) => formFor(now, name, value));
    else await openForm(guestOf(seat), body.trigger_id, async (guest) => forGuest(await formFor(guest, name, value)));
  });
  app.action('history_day', async ({ ack, action, ...given }) => {
    await ack();
    const { seat, body } = await enter(given);
    await seat.call('views.update', { view_id: body.view?.id, view: await historyOn(seat, chosenIn(action)) });
  });
}

/** A workspace that leaves takes everything with it. */
function leaving(app: App, desk: Desk): void {
  const remove = async (team: string | undefined): Promise<void> => {
    if (!team) return;
    const tenants = [tenantOf(team), guestTenantOf(team)];
    await Promise.all([desk.memory?.remove(team), ...tenants.map((tenant) => desk.assessments?.delete(tenant))]);
  };
  app.event('app_uninstalled', ({ context }) => remove(context.teamId));
  app.event('tokens_revoked', async ({ context, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await remove(context.teamId);
  });
}
