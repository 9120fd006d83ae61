/** Where the city stands, as a message and as the App Home: progress, levels with their reason, what is due, what comes next. */
import type { types } from '@slack/bolt';
import { type Assessment, actionPlan, type Commitment, type Item, itemsDue, type Standing, topLevel } from '../../core/index.ts';
import { barsOf, levelText, sectionRows } from '../report.ts';
import type { Say } from '../say.ts';
import { actions, type Block, bold, button, context, esc, header, joined, limits, type Mrkdwn, plain, sections } from './blocks.ts';
import type { Message } from './render.ts';

export interface Overview {
  readonly assessment: Assessment;
  readonly standing: Standing;
  readonly commitments: readonly Commitment[];
  /** The day that is shown. */
  readonly day: string;
}

export function overviewMessage(overview: Overview, say: Say): Message {
  const title = `${say.t('assess.title')}: ${overview.assessment.town.name}`;
  return { blocks: [header(title), ...overviewBlocks(overview, say)].slice(0, limits.messageBlocks), text: esc(title) };
}

export function noneMessage(say: Say): Message {
  const text = esc(say.t('assess.none'));
  return {
    blocks: [
      ...sections([text]),
      ...actions([button('assess_start', say.t('assess.start'), 'start', 'primary'), button('assess_import', say.t('assess.import'), 'import')]),
    ],
    text,
  };
}

/** The assessment of another town: to be looked at, reviewed and sent back; its answers are not ours to change. */
export function guestMessage({ assessment, standing, commitments }: Overview, say: Say): Message {
  const title = `${say.t('assess.title')}: ${assessment.town.name}`;
  const buttons = [
    button('assess_review', say.t('assess.review'), 'guest', 'primary'),
    button('assess_export', say.t('assess.export'), 'guest'),
    button('assess_delete', say.t('assess.delete'), 'guest', 'danger'),
  ];
  const blocks = [header(title), ...sections([esc(say.t('assess.guest'))]), ...standingBlocks(standing, commitments, say), ...actions(buttons)];
  return { blocks, text: esc(title) };
}

/** Days within which something counts as due soon. */
const soon = 30;
const mostDue = 5;
const mostSteps = 5;

function overviewBlocks({ assessment, standing, commitments, day }: Overview, say: Say): Block[] {
  const until = new Date(Date.parse(day) + soon * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const due = itemsDue(standing, until).slice(0, mostDue);
  const plan = actionPlan(standing, assessment.town.small, mostSteps);
  return [
    ...standingBlocks(standing, commitments, say),
    ...(due.length > 0
      ? [...sections([bold(say.t('assess.due_soon'))]), ...due.map((item) => itemBlock(item, say.date(item.change?.entry.due ?? ''), say))]
      : []),
    ...(plan.length > 0 ? [...sections([bold(say.t('assess.plan'))]), ...plan.map(({ item, next }) => itemBlock(item, levelText(next, say), say))] : []),
    ...menu(standing, commitments, say),
    ...context([esc(say.t('framework.intro'))]),
  ];
}

/** Progress as a ring that is text, then both stages of each kind and of all. */
export function standingBlocks(standing: Standing, commitments: readonly Commitment[], say: Say): Block[] {
  const titles = new Map(commitments.map(({ id, title }) => [id, title]));
  const bars = barsOf(standing, say).map(({ name, own }) => esc(`${gauge(own)}  ${name}`));
  const rows = sectionRows(standing, titles, say).map(([label, text]) => joined([bold(label), esc(text)], ': '));
  return [
    ...sections([
      joined([esc(`${ring(standing)} `), bold(say.t('assess.answered', { done: say.number(standing.answered), all: say.number(standing.items.length) }))]),
    ]),
    ...sections(bars),
    ...sections(rows),
  ];
}

function ring({ answered, items }: Standing): string {
  return ['○', '◔', '◑', '◕', '●'][Math.floor((4 * answered) / Math.max(items.length, 1))] ?? '○';
}

function gauge(level: number | null): string {
  return level === null ? '–––' : '▰'.repeat(level) + '▱'.repeat(topLevel - level);
}

function itemBlock({ commitment }: Item, note: string, say: Say): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: joined([esc(commitment.title), bold(note)], ' · '), verbatim: true },
    accessory: button('assess_item', say.t('slack.open'), commitment.id),
  };
}

function menu(standing: Standing, commitments: readonly Commitment[], say: Say): Block[] {
  const groups = standing.kinds.map(({ kind, items }) => ({
    label: plain(say.label('commitment_kind', kind), limits.option),
    options: items.map(({ commitment, change }) => ({ text: plain(`${change ? '✓ ' : ''}${commitment.title}`, limits.option), value: commitment.id })),
  }));
  const choose: types.StaticSelect = {
    type: 'static_select',
    action_id: 'assess_choose',
    placeholder: plain(say.t('assess.choose'), limits.placeholder),
    option_groups: groups,
  };
  const complete = standing.answered === commitments.length;
  return [
    ...(complete ? sections([esc(say.t('assess.complete'))]) : []),
    ...actions([
      ...(complete ? [] : [button('assess_next', say.t('assess.next'), 'next', 'primary')]),
      ...(groups.length > 0 ? [choose] : []),
      button('assess_review', say.t('assess.review'), 'review'),
    ]),
    ...actions([
      button('assess_export', say.t('assess.export'), 'export'),
      button('assess_import', say.t('assess.import'), 'import'),
      button('assess_history', say.t('assess.history'), 'history'),
    ]),
  ];
}

export interface Home {
  readonly say: Say;
  readonly city: string;
  /** Null: none was begun. A sentence: nobody can say now. */
  readonly overview: Overview | null | string;
}

export function homeView({ say, city, overview }: Home): types.HomeView {
  const setting = (label: string, text: string): Mrkdwn => joined([bold(label), esc(text)], ': ');
  const own = typeof overview === 'string' ? sections([esc(overview)]) : overview ? overviewMessage(overview, say).blocks : noneMessage(say).blocks;
  const blocks: Block[] = [
    ...sections([esc(say.t('slack.home'))]),
    ...sections([setting(say.t('page.place'), city), setting(say.t('page.language'), say.language(say.locale))]),
    ...actions([button('settings', say.t('slack.settings'), 'settings'), button('duties', say.t('duty.area'), 'duties')]),
    { type: 'divider' },
    ...own,
  ];
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) };
}
