/** One commitment as a form: what the city says of it, and what a reviewer sees. */
import {
  type Assessment,
  type Change,
  type Entry,
  type Item,
  longest,
  type Remark,
  type Reviewer,
  reviewerKinds,
  type TypedEntry,
  topLevel,
} from '../../core/index.ts';
import { claimText, entryRows, remarkText } from '../report.ts';
import type { Say } from '../say.ts';
import { type Block, bold, context, esc, header, joined, link, type Mrkdwn, type Option, sections } from './blocks.ts';
import { choice, dateInput, linkInput, type ModalView, modal, radio, textInput } from './forms.ts';
import { blockLines, inlines, quoted } from './prose.ts';

/** How a form goes on when it is sent: back to the desk, or to the next item. */
export type Flow = 'one' | 'all';

export interface EntryForm {
  readonly item: Item;
  readonly town: Assessment['town'];
  readonly flow: Flow;
  /** What was typed and could not be saved because of `conflict`. */
  readonly typed?: TypedEntry;
  readonly conflict?: Change;
}

export function entryModal({ item, town, flow, typed, conflict }: EntryForm, say: Say): ModalView {
  const { commitment, change } = item;
  const now = conflict ?? change;
  const shown = typed ?? typedOf(now?.entry);
  const version = now?.version ?? 0;
  const turn = `${commitment.id}|${version}`;
  const field = (name: string, hint?: string) => ({ name, turn, label: say.t(`assess.${labels[name] ?? name}`), optional: true, ...(hint ? { hint } : {}) });
  return modal({
    id: 'entry',
    title: say.t('assess.title'),
    submit: say.t('slack.save'),
    close: say.t('slack.close'),
    memo: { c: commitment.id, v: version, flow },
    blocks: [
      ...(conflict ? conflictBlocks(item, conflict, say) : []),
      ...commitmentBlocks(item, town.small, say),
      radio({ ...field('choice'), optional: false }, [...levelOptions(say), { text: say.t('assess.not_ours'), value: 'not-ours' }], shown.choice),
      textInput(field('evidence', say.t('assess.evidence_hint')), shown.evidence, longest.evidence, true),
      linkInput(field('link'), shown.link),
      textInput(field('owner'), shown.owner, longest.owner),
      dateInput(field('due'), shown.due),
      textInput(field('notOurs'), shown.notOurs, longest.notOurs),
      ...remarkBlocks(item, say),
    ],
  });
}

/** Fields whose words have another name. */
const labels: Readonly<Record<string, string>> = { choice: 'own', notOurs: 'law' };

export interface RemarkForm {
  readonly item: Item;
  readonly town: Assessment['town'];
  readonly reviewer: Reviewer | null;
  readonly flow: Flow;
}

/** A reviewer sees what the city says and what it shows for it, and says what they see. */
export function remarkModal({ item, town, reviewer, flow }: RemarkForm, say: Say): ModalView {
  const { commitment, change } = item;
  const turn = commitment.id;
  const kinds = reviewerKinds.map((value) => ({ text: say.t(`assess.kind.${value}`), value }));
  return modal({
    id: 'remark',
    title: say.t('assess.review'),
    submit: say.t('slack.save'),
    close: say.t('slack.close'),
    memo: { c: commitment.id, v: change?.version ?? 0, flow },
    blocks: [
      ...sections([bold(town.name)]),
      ...commitmentBlocks(item, false, say),
      ...claimBlocks(item, say),
      radio({ name: 'seen', turn, label: say.t('assess.seen') }, levelOptions(say), ''),
      textInput({ name: 'comment', turn, label: say.t('assess.comment'), optional: true }, '', longest.comment, true),
      textInput({ name: 'name', label: say.t('assess.reviewer') }, reviewer?.name ?? '', longest.name),
      textInput({ name: 'organisation', label: say.t('assess.organisation') }, reviewer?.organisation ?? '', longest.organisation),
      choice({ name: 'kind', label: say.t('assess.speak_for') }, say.t('assess.speak_for'), kinds, reviewer?.kind),
      ...remarkBlocks(item, say),
    ],
  });
}

function typedOf(entry: Entry | undefined): TypedEntry {
  if (!entry) return { choice: '', notOurs: '', evidence: '', link: '', owner: '', due: '' };
  return { ...entry, choice: entry.level === null ? 'not-ours' : String(entry.level) };
}

function levelOptions(say: Say): Option[] {
  return Array.from({ length: topLevel + 1 }, (_, level) => ({ text: say.t('framework.level', { level: say.number(level) }), value: String(level) }));
}

/** The commitment, its question, what each level looks like, and the law; for a small town the cheap first step before all that. */
function commitmentBlocks({ commitment }: Item, small: boolean, say: Say): Block[] {
  const lowCost = [bold(say.t('framework.low_cost')), ...commitment.lowCost.flatMap((block) => blockLines(block, say))];
  const levels = commitment.levels.map((level, number) => joined([bold(say.t('framework.level', { level: say.number(number) })), inlines(level, say)], ': '));
  return [
    header(commitment.title),
    ...sections([...commitment.commitment, ...commitment.question].flatMap((block) => blockLines(block, say))),
    ...(small ? sections(lowCost) : []),
    ...sections(levels),
    ...(small ? [] : sections(lowCost)),
    ...context(commitment.citations.map((citation) => esc(say.citation(citation)))),
  ];
}

function claimBlocks(item: Item, say: Say): Block[] {
  const address = item.change?.entry.link;
  return sections([
    joined([bold(say.t('assess.own')), esc(claimText(item, say))], ': '),
    ...(item.unproven ? [esc(say.t('assess.unproven'))] : []),
    ...typedRows(item, say),
    ...(address ? [joined([bold(say.t('assess.link')), link(address, address)], ': ')] : []),
  ]);
}

/** What people typed stands as it was typed, in a quotation. */
function typedRows(item: Item, say: Say): Mrkdwn[] {
  const law = say.t('answer.law');
  return entryRows(item, say)
    .filter(([label]) => label !== law)
    .flatMap(([label, text]) => [bold(label), quoted(esc(text))]);
}

/** Whose words stand now, and since when: beside what could not be saved over them. */
function conflictBlocks(item: Item, conflict: Change, say: Say): Block[] {
  const theirs = { ...item, change: conflict, claimed: conflict.entry.level };
  return [
    ...sections([joined([':warning: ' as Mrkdwn, esc(say.t('assess.conflict', { entry: claimText(theirs, say) }))]), ...typedRows(theirs, say)]),
    ...context([joined([person(conflict.by), esc(say.date(conflict.at.slice(0, 10)))], ' · ')]),
    { type: 'divider' },
  ];
}

export function remarkBlocks({ remarks, past }: Pick<Item, 'remarks' | 'past'>, say: Say): Block[] {
  const line = (remark: Remark): Mrkdwn => esc(remarkText(remark, say));
  return [
    ...(remarks.length > 0 ? sections([bold(say.t('assess.review')), ...remarks.map(line)]) : []),
    ...(past.length > 0 ? context([bold(say.t('assess.past')), ...past.map(line)]) : []),
  ];
}

/** Somebody's name, as Slack shows it. Only in a form or the App Home, which notify nobody. */
export function person(id: string): Mrkdwn {
  return /^[UW][A-Z0-9]{2,20}$/.test(id) ? (`<@${id}>` as Mrkdwn) : esc(id);
}
