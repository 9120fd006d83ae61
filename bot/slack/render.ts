/** Answer -> blocks. Right, risk, time limit and how far to trust it always stand; what is too much goes from the end. */
import type { DutySheet } from '../../core/index.ts';
import { longestText } from '../../core/index.ts';
import type { Reply } from '../assistant.ts';
import { aroundDuty, type DutyWords, dutyWords } from '../duty.ts';
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
  const { desk, say, sayFor, placeName } = voice;
  const words = dutyWords(sheet, desk, sayFor);
  const { before, after } = aroundDuty(reply.answer, words, say, placeName);
  const [right, ...rest] = after.map((part) => pieceOf(part, voice));
  const pieces = [
    ...before.map((part) => pieceOf(part, voice)),
    ...dutyPieces(words, voice),
    ...(right ? [{ blocks: [...sections([bold(desk.t('duty.right'))]), ...right.blocks], keep: true }] : []),
    ...rest,
  ];
  const share = shareButton(voice, { ...voice.ref, topic: sheet.topic.id, duty: true });
  return { blocks: fitted(pieces, share, desk), text: titleOf(reply) };
}

function dutyPieces({ forWhom, commitments, paste, checks }: DutyWords, { desk, say }: Voice): Piece[] {
  const labelled = (label: string, text: string): Mrkdwn[] => (text === '' ? [] : [joined([bold(label), esc(text)], ': ')]);
  const titles = commitments.map(({ title }) => title).join(' · ');
  return [
    piece([...labelled(desk.t('duty.for_whom'), forWhom), ...labelled(say.t('answer.commitments'), titles)], true),
    piece(paste ? [bold(desk.t('duty.paste')), ...[...paste.paragraphs, paste.source].map((text) => quoted(esc(text)))] : [], true),
    piece([bold(desk.t('duty.check')), ...checks.map((check) => joined(['☐ ' as Mrkdwn, esc(check)]))], true),
  ];
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
