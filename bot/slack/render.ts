/** Answer -> blocks. Right, risk, time limit and how far to trust it always stand; what is too much goes from the end. */
import type { DutySheet } from '../../core/index.ts';
import { impactChecks, longestText } from '../../core/index.ts';
import type { Reply } from '../assistant.ts';
import { linesPart, outline, type Part } from '../outline.ts';
import type { Say } from '../say.ts';
import { actions, type Block, bold, button, context, esc, header, joined, limits, type Mrkdwn, sections } from './blocks.ts';
import { linesOf, quoted } from './prose.ts';
import { type Ref, writeRef } from './request.ts';

/** The words of the answer, and those of the desk. */
export interface Voice extends Pick<Reply, 'say' | 'sayFor' | 'placeName'> {
  readonly desk: Say;
  /** How a topic that is offered is asked for again. */
  readonly ref: Omit<Ref, 'topic'>;
  /** There are others in the conversation to share it with. */
  readonly shareable: boolean;
}

export interface Message {
  readonly blocks: Block[];
  /** For notifications and screen readers. */
  readonly text: string;
}

/** What a reader must not lose, whatever the length. */
const kept: readonly Part['type'][] = ['urgent', 'notice', 'title', 'deadlines', 'trust', 'contact'];
const keptSections = ['duty', 'answer', 'careful'];

interface Piece {
  readonly blocks: Block[];
  readonly keep: boolean;
}

export function renderAnswer(reply: Reply, voice: Voice): Message {
  const { answer, say, placeName } = reply;
  const pieces = outline(answer, say, placeName).map((part) => pieceOf(part, voice));
  const share = answer.outcome === 'answered' ? shareButton(voice, { ...voice.ref, topic: answer.topic.id }) : [];
  return { blocks: fitted(pieces, share, voice.desk), text: titleOf(reply) };
}

/** The sheet of a duty: what must be done by whom, the resident's side, a paragraph to paste, and what to ask before a decision. */
export function renderDuty(reply: Reply, sheet: DutySheet, voice: Voice): Message {
  const { desk, say } = voice;
  const named = [...new Set(sheet.duties.flatMap((duty) => duty.commitments.map(({ title }) => title)))];
  // Where no commitment names the duty itself, those of its topic stand.
  const parts = outline(reply.answer, say, voice.placeName).filter(({ type }) => type !== 'commitments' || named.length === 0);
  const at = parts.findIndex((part) => part.type === 'section' && part.section.name === 'answer');
  const pieces = parts.map((part, i) => {
    const own = pieceOf(part, voice);
    return i === at ? { blocks: [...sections([bold(desk.t('duty.right'))]), ...own.blocks], keep: true } : own;
  });
  pieces.splice(at < 0 ? pieces.length : at, 0, ...dutyPieces(sheet, named, voice));
  const share = shareButton(voice, { ...voice.ref, topic: sheet.topic.id, duty: true });
  return { blocks: fitted(pieces, share, desk), text: titleOf(reply) };
}

/** What only a desk needs: for whom, under which commitment, words for a letter, questions before a decision. */
function dutyPieces({ forWhom, paste, asOf }: DutySheet, commitments: readonly string[], { desk, say, sayFor }: Voice): Piece[] {
  const labelled = (label: string, text: string): Mrkdwn[] => (text === '' ? [] : [joined([bold(label), esc(text)], ': ')]);
  const statuses = forWhom.length > 0 ? say.list(forWhom.map((status) => say.label('status', status))) : '';
  const checks = impactChecks.map((check) => joined(['☐ ' as Mrkdwn, esc(desk.t(`duty.check_${check}`))]));
  return [
    piece([...labelled(desk.t('duty.for_whom'), statuses), ...labelled(say.t('answer.commitments'), commitments.join(' · '))], true),
    piece(paste ? [bold(desk.t('duty.paste')), ...pasteLines(paste, asOf, desk, sayFor(paste.lang))] : [], true),
    piece([bold(desk.t('duty.check')), ...checks], true),
  ];
}

function pasteLines({ blocks, citations }: NonNullable<DutySheet['paste']>, asOf: string, desk: Say, own: Say): Mrkdwn[] {
  const sources = citations.map((citation) => desk.citation(citation)).join('; ');
  const words = blocks.flatMap((block) => (block.type === 'paragraph' ? [own.plain(block.content)] : []));
  return [...words, desk.t('duty.source', { sources, date: desk.date(asOf) })].map((text) => quoted(esc(text)));
}

/** A question that could not be taken: danger and the lines of the place all the same. */
export function renderProblem(reply: Reply, voice: Voice): Message {
  const { answer, problem, say } = reply;
  const parts: Part[] = [
    ...(answer.urgent ? [{ type: 'urgent', urgent: answer.urgent } as const] : []),
    { type: 'remark', text: say.t(`essential.problem.${problem}`, { limit: longestText }) },
    ...linesPart(answer.lines, say),
  ];
  return {
    blocks: fitted(
      parts.map((part) => pieceOf(part, voice)),
      [],
      voice.desk,
    ),
    text: titleOf(reply),
  };
}

function shareButton({ desk, shareable }: Voice, ref: Ref): Block[] {
  return shareable && desk.complete ? actions([button('share', desk.t('slack.share'), writeRef(ref))]) : [];
}

function titleOf({ answer, say }: Reply): string {
  if (answer.urgent) return esc(answer.urgent.title);
  return esc(answer.outcome === 'answered' ? answer.topic.title : say.t('essential.name'));
}

/** Slack takes so many blocks; nobody reads more letters. */
const mostLetters = 11_000;

function fitted(pieces: readonly Piece[], last: Block[], desk: Say): Block[] {
  const note = context([esc(desk.complete ? desk.t('slack.cut') : '…')]);
  const chosen = [...pieces];
  const tooMuch = (): boolean => {
    const blocks = chosen.flatMap((one) => one.blocks);
    return blocks.length + note.length + last.length > limits.messageBlocks || JSON.stringify(blocks).length > mostLetters;
  };
  let left = false;
  while (tooMuch()) {
    const at = chosen.findLastIndex(({ keep }) => !keep);
    if (at < 0) break;
    chosen.splice(at, 1);
    left = true;
  }
  const blocks = chosen.flatMap((one) => one.blocks).slice(0, limits.messageBlocks - note.length - last.length);
  return [...blocks, ...(left ? note : []), ...last];
}

function piece(lines: readonly Mrkdwn[], keep = false): Piece {
  return { blocks: sections(lines), keep };
}

function pieceOf(part: Part, voice: Voice): Piece {
  const keep = kept.includes(part.type) || (part.type === 'section' && part.section.status === null && keptSections.includes(part.section.name));
  if (part.type === 'title') return { blocks: [header(part.text)], keep };
  if (part.type === 'trust') return { blocks: context([bold(voice.say.t('trust.title')), ...voice.say.trust(part.trust, part.asOf).map(esc)]), keep };
  if (part.type === 'topics')
    return { blocks: [...sections([bold(part.title)]), ...topicButtons(part.topics, voice)], keep: part.title === voice.say.t('answer.choose') };
  return piece(linesOf(part, voice), keep);
}

function topicButtons(topics: Extract<Part, { type: 'topics' }>['topics'], { ref }: Voice): Block[] {
  return actions(topics.map(({ id, title }, i) => button(`topic:${i}`, title, writeRef({ ...ref, topic: id }))));
}
