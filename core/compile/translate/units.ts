/** The units of a text for translators: each piece of the source with what stands for it in the translation. */
import type { ProseFrontMatter } from '../../schema/index.ts';
import type { RawText } from './markdown.ts';

export interface Unit {
  /** Stays the same as long as the shape of the source does: `title`, `asked`, `deadlines.<id>`, `<heading> <block>.<piece>`. */
  readonly id: string;
  readonly source: string;
  /** Empty: not yet translated. */
  readonly translation: string;
}

/** `asked` is not translated but written anew; the English lines stand there to compare. */
const askedHint = 'How people ask this in your language, one way on each line. Not a translation of:';

export function unitsOf(source: RawText, translation: RawText | null): Unit[] {
  const theirs = new Map(piecesOf(source));
  const own = new Map(translation ? piecesOf(translation) : []);
  const asked = {
    id: 'asked',
    source: [askedHint, ...(source.frontMatter.asked ?? [])].join('\n'),
    translation: (translation?.frontMatter.asked ?? []).join('\n'),
  };
  return [...[...theirs].map(([id, text]) => ({ id, source: text, translation: own.get(id) ?? '' })), asked];
}

function piecesOf({ frontMatter, sections }: RawText): [id: string, text: string][] {
  return [
    ...(frontMatter.title ? [['title', frontMatter.title] as [string, string]] : []),
    ...Object.entries(frontMatter.deadlines ?? {}).map(([id, label]): [string, string] => [`deadlines.${id}`, label]),
    ...sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap(({ pieces }, block) => pieces.map((piece, at): [string, string] => [pieceId(heading, block, at), piece])),
    ),
  ];
}

function pieceId(heading: string, block: number, piece: number): string {
  return `${heading} ${block + 1}.${piece + 1}`;
}

/**
 * The translation that some units make. Sections stand only when every piece of them all is there: else the text stays a stub, with its title and
 * ways of asking.
 */
export function textOf(
  source: RawText,
  units: ReadonlyMap<string, string>,
  rest: Pick<ProseFrontMatter, 'translation' | 'reviewed_by' | 'reviewed_on'>,
): RawText {
  const say = (id: string): string => units.get(id)?.trim() ?? '';
  const isWhole = piecesOf(source).every(([id]) => say(id) !== '');
  const labels = Object.fromEntries(Object.keys(source.frontMatter.deadlines ?? {}).map((id) => [id, say(`deadlines.${id}`)]));
  const asked = say('asked').split('\n').filter(Boolean);
  const frontMatter = {
    ...(source.frontMatter.title ? { title: say('title') } : {}),
    edition: source.frontMatter.edition,
    ...rest,
    ...(asked.length > 0 ? { asked } : {}),
    ...(isWhole && Object.keys(labels).length > 0 ? { deadlines: labels } : {}),
  };
  const sections = source.sections.map(({ heading, blocks }) => ({
    heading,
    blocks: blocks.map(({ kind, pieces }, block) => ({ kind, pieces: pieces.map((_, at) => say(pieceId(heading, block, at))) })),
  }));
  return { frontMatter: frontMatter as ProseFrontMatter, sections: isWhole ? sections : [] };
}
