/** A workspace with people in it, for conversations: what they type and click goes in signed, as from Slack; what they see comes back from the fake. */
import { env } from 'cloudflare:workers';
import { createSlack, type SlackChannel, type SlackSettings } from '../../../bot/slack/index.ts';
import type { Core } from '../../../core/index.ts';
import type { Taken } from '../../slack/fake.ts';
import { messageProblems, pings, viewProblems } from '../../slack/limits.ts';

type Json = Readonly<Record<string, unknown>>;

const secret = env.SLACK_SIGNING_SECRET;
const fake = new URL('/', env.SLACK_API_URL).href;

export async function sign(body: string, timestamp: string | number, key = secret): Promise<string> {
  const utf8 = new TextEncoder();
  const hmac = await crypto.subtle.importKey('raw', utf8.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, utf8.encode(`v0:${timestamp}:${body}`)));
  return `v0=${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

let teams = 0;

export class Workspace {
  readonly team: string;
  readonly channel: SlackChannel;
  readonly #settings: SlackSettings;
  #behind: Promise<unknown>[] = [];
  #count = 0;

  constructor(core: Core, more: Partial<SlackSettings> = {}) {
    this.team = `T${++teams}${Math.floor(Math.random() * 1e9)}`;
    this.#settings = {
      core,
      signingSecret: secret,
      botToken: this.token,
      oauth: undefined,
      apiUrl: env.SLACK_API_URL,
      database: env.DB,
      defaultPlace: undefined,
      places: [],
      now: () => new Date(),
      ...more,
    };
    this.channel = createSlack(this.#settings);
  }

  get token(): string {
    return `xoxb-${this.team}`;
  }

  person(id: string): Person {
    return new Person(id, this);
  }

  /** What Slack took from us, in order. */
  async taken(method?: string): Promise<Taken[]> {
    const all = (await (await fetch(`${fake}_calls?token=${this.token}`)).json()) as Taken[];
    return all.filter((one) => !method || one.method === method);
  }

  async fault(fault: Json): Promise<void> {
    await fetch(`${fake}_fault`, { method: 'POST', body: JSON.stringify({ token: this.token, ...fault }) });
  }

  /** A file that somebody has put into Slack. */
  async file(text: string): Promise<string> {
    const path = `/files/${this.token}/${++this.#count}`;
    await fetch(`${fake}_file`, { method: 'POST', body: JSON.stringify({ path, text }) });
    return new URL(path, fake).href;
  }

  /** Sends a body as Slack does, and waits for the work behind the answer. */
  async post(body: string, type: string, headers: Record<string, string> = {}): Promise<Response> {
    const timestamp = String(Math.floor(this.#settings.now().getTime() / 1000));
    const signed = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': await sign(body, timestamp), 'content-type': type, ...headers };
    const request = new Request('https://desk.example/slack/events', { method: 'POST', body, headers: signed });
    const response = await this.channel.fetch(request, { waitUntil: (work) => this.#behind.push(work) });
    return response;
  }

  async settle(): Promise<void> {
    await Promise.all(this.#behind);
    this.#behind = [];
  }

  async form(fields: Json): Promise<Response> {
    return this.post(new URLSearchParams(fields as Record<string, string>).toString(), 'application/x-www-form-urlencoded');
  }

  async interact(payload: Json): Promise<Response> {
    return this.form({ payload: JSON.stringify({ team: { id: this.team }, ...payload }) });
  }

  async event(event: Json, id = `Ev${this.team}${++this.#count}`): Promise<Response> {
    const body = { type: 'event_callback', team_id: this.team, event_id: id, event };
    return this.post(JSON.stringify(body), 'application/json; charset=utf-8');
  }

  get responseUrl(): string {
    return new URL(`/response/${this.token}/${++this.#count}`, fake).href;
  }

  get trigger(): string {
    return `${Date.now()}.${this.team}.${++this.#count}`;
  }
}

interface View extends Json {
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly { readonly type: string; readonly block_id?: string; readonly element?: Json }[];
}

/** Somebody at a keyboard. Every step waits until all that follows from it has happened. */
export class Person {
  readonly id: string;
  readonly #workspace: Workspace;
  /** The form on the screen. */
  view: View | null = null;
  /** What Slack said to the last form. */
  errors: Readonly<Record<string, string>> = {};

  constructor(id: string, workspace: Workspace) {
    this.id = id;
    this.#workspace = workspace;
  }

  /** `/rights my question` in a channel, or a plain text in the direct messages. */
  async types(text: string, where: { channel?: string; thread?: string } = {}): Promise<string> {
    const { team } = this.#workspace;
    const before = await this.#count();
    if (text.startsWith('/')) {
      const [command = '', ...rest] = text.split(' ');
      const fields = { command, text: rest.join(' '), team_id: team, user_id: this.id, channel_id: where.channel ?? 'C1', trigger_id: this.#workspace.trigger };
      await this.#workspace.form({ ...fields, response_url: this.#workspace.responseUrl });
    } else if (where.channel) {
      await this.#workspace.event({
        type: 'app_mention',
        user: this.id,
        text: `<@UBOT> ${text}`,
        ts: '9.1',
        channel: where.channel,
        ...(where.thread ? { thread_ts: where.thread } : {}),
      });
    } else await this.#workspace.event({ type: 'message', channel_type: 'im', channel: `D${this.id}`, user: this.id, text, ts: '9.2' });
    return this.#after(before);
  }

  /** A button, or a choice from a list, by its action. */
  async clicks(action: string, value = '', more: Json = {}): Promise<string> {
    const before = await this.#count();
    const found = (await this.#screen()).includes(`"action_id":"${action}"`);
    if (!found && !more.force) throw new Error(`nothing to click: ${action}`);
    const chosen = { action_id: action, block_id: 'b', value, selected_option: { value }, selected_date: value };
    const body = { type: 'block_actions', user: { id: this.id }, trigger_id: this.#workspace.trigger, channel: { id: 'C1' }, actions: [chosen], ...more };
    await this.#workspace.interact({ ...body, response_url: this.#workspace.responseUrl });
    return this.#after(before);
  }

  /** The button whose words these are. */
  async presses(words: string): Promise<string> {
    const screen = JSON.parse(await this.#screen()) as unknown;
    const button = all(screen).find((one) => one.type === 'button' && (one.text as Json).text === words);
    if (!button) throw new Error(`no button "${words}"`);
    return this.clicks(String(button.action_id), String(button.value));
  }

  async shortcut(id: string, message?: string): Promise<string> {
    const before = await this.#count();
    const type = message === undefined ? 'shortcut' : 'message_action';
    const more =
      message === undefined ? {} : { message: { text: message, ts: '1.1', type: 'message' }, channel: { id: 'C1' }, response_url: this.#workspace.responseUrl };
    await this.#workspace.interact({ type, callback_id: id, user: { id: this.id }, trigger_id: this.#workspace.trigger, ...more });
    return this.#after(before);
  }

  async opensHome(): Promise<string> {
    const before = await this.#count();
    await this.#workspace.event({ type: 'app_home_opened', user: this.id, channel: `D${this.id}`, tab: 'home' });
    return this.#after(before);
  }

  /** Fills the form on the screen, by the names of its fields; what is not named keeps what stands in it. */
  async submits(values: Readonly<Record<string, string>> = {}, file?: Json): Promise<string> {
    const view = this.view;
    if (!view) throw new Error('no form on the screen');
    const before = await this.#count();
    const state: Record<string, Json> = {};
    for (const { block_id: block = '', element } of view.blocks.filter(({ type }) => type === 'input')) {
      const name = String(element?.action_id);
      state[block] = { [name]: typed(element ?? {}, values[name], file) };
    }
    const sent = { ...view, state: { values: state } };
    const response = await this.#workspace.interact({ type: 'view_submission', trigger_id: this.#workspace.trigger, user: { id: this.id }, view: sent });
    const text = await response.text();
    const said = (text ? JSON.parse(text) : {}) as { response_action?: string; errors?: Record<string, string>; view?: View };
    this.errors = said.errors ?? {};
    if (response.status === 200 && said.response_action !== 'errors') this.view = said.view ?? null;
    if (said.view) {
      const problems = viewProblems(said.view);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }
    const seen = await this.#after(before);
    return seen || JSON.stringify(said);
  }

  /** Everything new that Slack was given since, as text. A form that was opened is the one on the screen. */
  async #after(before: number): Promise<string> {
    await this.#workspace.settle();
    const news = (await this.#workspace.taken()).slice(before);
    for (const { method, fields } of news) {
      if (method === 'refused') throw new Error(`Slack refuses: ${JSON.stringify(fields.problems)}`);
      if (method === 'views.open' || method === 'views.update') this.view = fields.view as View;
      if (method === 'response' || method.startsWith('chat.')) {
        const problems = [...(fields.blocks ? messageProblems(fields) : []), ...pings(fields)];
        if (problems.length > 0) throw new Error(problems.join('\n'));
      }
    }
    return news.map(({ method, fields }) => `${method} ${JSON.stringify(fields)}`).join('\n');
  }

  async #count(): Promise<number> {
    return (await this.#workspace.taken()).length;
  }

  async #screen(): Promise<string> {
    return JSON.stringify((await this.#workspace.taken()).slice(-3));
  }
}

/** What a field sends: what was typed, else what stood in it. */
function typed(element: Json, value: string | undefined, file: Json | undefined): Json {
  const options = (element.options ?? []) as { value: string }[];
  const initial = (element.initial_option as { value: string } | undefined)?.value;
  switch (element.type) {
    case 'radio_buttons':
    case 'static_select': {
      const chosen = value ?? initial;
      if (value && !options.some((option) => option.value === value)) throw new Error(`no option ${value}`);
      return { type: element.type, selected_option: chosen ? { value: chosen } : null };
    }
    case 'checkboxes':
      return { type: element.type, selected_options: value ? [{ value }] : ((element.initial_options as unknown[] | undefined) ?? []) };
    case 'datepicker':
      return { type: element.type, selected_date: value ?? element.initial_date ?? null };
    case 'file_input':
      return { type: element.type, files: file ? [file] : [] };
    default:
      return { type: element.type, value: value ?? element.initial_value ?? null };
  }
}

function all(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(all);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(all)];
}
