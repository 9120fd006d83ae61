/** Conversations in Slack, with the invented country: what people type, and what they see. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import migrations from 'virtual:migrations';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAtlantis } from '../atlantis.ts';
import { Workspace } from './workspace.ts';

const core = openAtlantis();
const atlantis = (more = {}) => new Workspace(core, { defaultPlace: 'xa/poseidonis', now: () => new Date('2026-07-15T08:00:00Z'), ...more });

beforeAll(() => applyD1Migrations(env.DB as never, migrations));

describe('looking up', () => {
  it('/rights: the right, the risk, the time limit, the law and how far to trust it, to the person alone', async () => {
    const seen = await atlantis().person('UANA').types('/rights boss no pay me pearls');
    for (const words of ['You are owed', 'the clock is short', '1 month', 'Pearl Act', 'No lawyer and no local office']) expect(seen).toContain(words);
    expect(seen).toContain('"response_type":"ephemeral"');
  });

  it('a button shares the same answer with all, without the question', async () => {
    const ana = atlantis().person('UANA');
    await ana.types('/rights boss no pay me pearls, secret circumstances');
    const seen = await ana.presses('Share here');
    expect(seen).toContain('"response_type":"in_channel"');
    expect(seen).toContain('You are owed');
    expect(seen).not.toContain('secret circumstances');
  });

  it('what is shared from a thread stays in the thread', async () => {
    const ana = atlantis().person('UANA');
    await ana.types('boss no pay me pearls', { channel: 'C7', thread: '5.5' });
    const value = JSON.stringify(['unpaid-pearls', 'xa/poseidonis', 'en', 'resident', 0]);
    expect(await ana.clicks('share', value, { container: { type: 'message', thread_ts: '5.5' } })).toContain('"thread_ts":"5.5"');
  });

  it('/rights in Arabic is answered in Arabic', async () => {
    const seen = await atlantis().person('UANA').types('/rights صاحب العمل ما دفع لي اجري');
    expect(seen).toMatch(/\p{Script=Arabic}{4}/u);
    expect(seen).toContain('شارك');
  });

  it('/rights without words says how; /rights with a question nobody can answer names who helps', async () => {
    const ana = atlantis().person('UANA');
    expect(await ana.types('/rights')).toContain('Write your question after the command');
    expect(await ana.types('/rights quantum teapot xylophone')).toContain('I do not know');
  });

  it('an unclear question offers topics; choosing one puts the answer in the place of the choice', async () => {
    const ana = atlantis().person('UANA');
    expect(await ana.types('/rights no papers')).toContain('Is it one of these?');
    const seen = await ana.clicks('topic:0', JSON.stringify(['unpaid-pearls', 'xa/poseidonis', 'en', 'resident', 0]));
    expect(seen).toContain('"replace_original":true');
    expect(seen).toContain('You are owed');
  });

  it('danger comes first', async () => {
    const seen = await atlantis().person('UANA').types('/rights help we are sinking my boss did not pay pearls');
    expect(seen.indexOf('777')).toBeGreaterThan(0);
    expect(seen.indexOf('777')).toBeLessThan(seen.indexOf('You are owed'));
  });

  it('/buddy orders the answer for volunteers', async () => {
    expect(await atlantis().person('UANA').types('/buddy boss no pay me pearls')).toContain('Do not argue for her');
  });

  it('a mention in a thread is answered to the person alone, in that thread', async () => {
    const seen = await atlantis().person('UANA').types('boss no pay me pearls', { channel: 'C7', thread: '5.5' });
    expect(seen).toContain('chat.postEphemeral');
    expect(seen).toContain('"thread_ts":"5.5"');
    expect(seen).toContain('"channel":"C7"');
    expect(seen).toContain('You are owed');
  });

  it('a direct message is answered there, with nothing to share', async () => {
    const seen = await atlantis().person('UANA').types('boss no pay me pearls');
    expect(seen).toContain('"channel":"DUANA"');
    expect(seen).not.toContain('Share here');
  });

  it('a message shortcut matches the message, and keeps nothing of it', async () => {
    const workspace = atlantis();
    const seen = await workspace.person('UANA').shortcut('stakes', 'Ms Nereid says the boss did not pay her pearls');
    expect(seen).toContain('You are owed');
    const { results } = await env.DB.prepare('SELECT * FROM slack_seen').all();
    expect(JSON.stringify([seen, results])).not.toContain('Nereid');
  });

  it('the assistant pane is given questions to start from', async () => {
    const workspace = atlantis();
    await workspace.event({
      type: 'assistant_thread_started',
      assistant_thread: { user_id: 'UANA', channel_id: 'DUANA', thread_ts: '3.3', context: {} },
      event_ts: '3.3',
    });
    await workspace.settle();
    const [call] = await workspace.taken('assistant.threads.setSuggestedPrompts');
    expect(call?.fields.prompts).toHaveLength(3);
  });

  it('what a bot says and what is only an edit is not answered', async () => {
    const workspace = atlantis();
    const said = { type: 'message', channel_type: 'im', channel: 'D1', user: 'UANA', text: 'boss no pay me pearls', ts: '1.1' };
    for (const more of [{ bot_id: 'B1' }, { subtype: 'message_changed' }, { channel_type: 'channel' }]) await workspace.event({ ...said, ...more });
    await workspace.settle();
    expect(await workspace.taken()).toEqual([]);
  });
});

describe('duties', () => {
  it('/duties with a question: the duty, its bearer and article, for whom, the commitment, a paragraph to paste, and what to ask first', async () => {
    const seen = await atlantis().person('UANA').types('/duties must we pay divers their pearls');
    for (const words of [
      'The duty',
      'The employer pays',
      'Employer',
      'For whom',
      'everybody',
      'Fair pay under the sea',
      'To paste into a letter',
      'As of 15 July 2026',
      'Before you decide',
      "The resident's side",
      'You are owed',
    ])
      expect(seen).toContain(words);
  });

  it('/duties alone: from area to bearer to duty', async () => {
    const ana = atlantis().person('UANA');
    expect(await ana.types('/duties')).toContain('Work and pay (1)');
    expect(await ana.clicks('duty_area', 'work-and-pay')).toContain('Employer (1)');
    expect(await ana.clicks('duty_bearer', 'work-and-pay employer')).toContain('Your pearls were not paid');
    expect(await ana.clicks('duty_topic', 'unpaid-pearls')).toContain('The employer pays');
  });

  it('/duties with the name of an area goes there at once', async () => {
    expect(await atlantis().person('UANA').types('/duties work and pay')).toContain('Who carries the duty');
  });

  it('a shared duty is the sheet again', async () => {
    const ana = atlantis().person('UANA');
    await ana.types('/duties must we pay divers their pearls');
    const seen = await ana.presses('Share here');
    expect(seen).toContain('in_channel');
    expect(seen).toContain('To paste into a letter');
  });
});

describe('networks and settings', () => {
  it('/networks: chosen by need, size and cost', async () => {
    const ana = atlantis().person('UANA');
    expect(await ana.types('/networks')).toContain('Reef League');
    const state = { values: { networks: { network_need: { selected_option: { value: 'money' } }, network_ticks: { selected_options: [] } } } };
    expect(await ana.clicks('network_need', 'money', { state })).toContain('No network fits');
  });

  it('/rights-settings: a language and a city are kept for the person, under a hash, used from then on, and gone after ninety days', async () => {
    const workspace = atlantis();
    const ana = workspace.person('UANA');
    await ana.types('/rights-settings');
    await ana.submits({ language: 'ar', place: 'xa/reef' });
    expect(ana.view).toBeNull();
    expect(await ana.types('/rights')).toContain('اكتبوا');
    expect(await workspace.person('UBOB').types('/rights')).toContain('Write your question');
    const { results } = await env.DB.prepare('SELECT * FROM slack_settings WHERE team = ?').bind(workspace.team).all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain('UANA');
    const later = atlantis({ now: () => new Date('2026-10-20T08:00:00Z') });
    await later.person('UBOB').types('/rights');
    expect((await env.DB.prepare('SELECT * FROM slack_settings WHERE team = ?').bind(workspace.team).all()).results).toEqual([]);
  });
});

describe('what is ours to bear', () => {
  it('when no shard loads: danger, and the lines that always help', async () => {
    const broken = openAtlantis({ alter: () => null });
    const ana = new Workspace(broken, { defaultPlace: 'xa/poseidonis' }).person('UANA');
    expect(await ana.types('/rights we are sinking')).toContain('777');
    expect(await ana.types('/duties')).toContain('Please write your question');
    expect(await ana.types('/assess')).toContain('Something went wrong on our side');
  });

  it('without a database the lookups are the same, and there is no assessment to begin', async () => {
    const ana = atlantis({ database: null }).person('UANA');
    expect(await ana.types('/rights boss no pay me pearls')).toContain('You are owed');
    expect(await ana.types('/assess')).toContain('We cannot reach our store');
    const home = await ana.opensHome();
    expect(home).toContain('We cannot reach our store');
    expect(home).not.toContain('assess_start');
  });

  it('what somebody wrote calls nobody: marks for people, channels and everybody are words', async () => {
    const seen = await atlantis().person('UANA').types('/rights <!channel> <@U123|bob> &lt;!here&gt; boss no pay me pearls <https://x.example|click>');
    expect(seen).toContain('You are owed');
    expect(seen).not.toMatch(/<!|<@/);
  });
});
