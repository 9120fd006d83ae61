/** Texts out to translators, one PO file for each group of topics, and back. */
import { languageTag } from '../../schema/index.ts';
import { type Corpus, type Doc, type Prose, sourceText } from '../corpus.ts';
import type { Files } from '../read.ts';
import { joinText, type RawText, splitText } from './markdown.ts';
import { readPo, type TranslatedFile, writePo } from './po.ts';
import { textOf, unitsOf } from './units.ts';

interface Folder {
  readonly group: string;
  readonly texts: ReadonlyMap<string, Doc<Prose>>;
}

function folders(corpus: Corpus): Folder[] {
  const layers = [corpus.topics, ...[...corpus.places.values()].map(({ topics }) => topics)];
  const group = (id: string): string => layers.map((topics) => topics.get(id)?.topic.data.group).find((found) => found !== undefined) ?? id;
  return [
    ...layers.flatMap((topics) => [...topics.values()].map(({ id, texts }) => ({ group: group(id), texts }))),
    ...[...corpus.commitments.values()].map(({ texts }) => ({ group: 'commitments', texts })),
  ];
}

/** Group -> PO file. Without the texts that are written in `tag` to begin with. */
export function exportTexts(tag: string, corpus: Corpus, files: Files): Map<string, string> {
  const read = (file: string): RawText => splitText(files.get(file) ?? '');
  const byGroup = Map.groupBy(folders(corpus), ({ group }) => group);
  const exported = [...byGroup].map(([group, found]) => {
    const translated = found.flatMap(({ texts }): TranslatedFile[] => {
      const source = sourceText({ texts });
      if (!source || source.lang === tag) return [];
      const own = texts.get(tag);
      const isBehind = own !== undefined && own.data.edition < source.doc.data.edition;
      return [{ source: source.doc.file, isBehind, units: unitsOf(read(source.doc.file), own ? read(own.file) : null) }];
    });
    return [group, translated] as const;
  });
  return new Map(exported.filter(([, found]) => found.length > 0).map(([group, found]) => [group, writePo(tag, found)]));
}

/** What a person vouches for who brings a file back. */
export interface Vouched {
  /** Whether people translated or corrected what changed. */
  readonly human: boolean;
  /** Role and organisation of who checked the language of every text in the file; only real ones. */
  readonly reviewer?: string;
  /** The day of that check, ISO. */
  readonly day: string;
}

export interface Imported {
  /** Path -> text, of the files that change. */
  readonly writes: ReadonlyMap<string, string>;
  /** What was not taken, and why. */
  readonly refused: readonly string[];
}

export function importTexts(poText: string, files: Files, vouched: Vouched): Imported {
  const { tag, files: translated } = readPo(poText);
  const writes = new Map<string, string>();
  const refused: string[] = [];
  const isTag = languageTag.safeParse(tag).success;
  for (const [source, units] of translated) {
    const text = files.get(source);
    const target = source.replace(/(?<=\/)[^/]+\.md$/, `${tag}.md`);
    if (!isTag || text === undefined || !/^content\/.+\.md$/.test(source)) {
      refused.push(`${source}: not a text of this corpus, or no language named`);
      continue;
    }
    const original = splitText(text);
    const before = files.get(target);
    const own = before === undefined ? null : splitText(before);
    const current = unitsOf(original, own);
    const isSame = current.every(({ id, translation }) => translation === (units.get(id)?.translation ?? ''));
    if (isSame && !vouched.reviewer) continue;
    const moved = current.filter(({ id, source: piece }) => units.has(id) && units.get(id)?.msgid !== piece);
    if (moved.length > 0) refused.push(`${source}: the source has changed since it was sent out (${moved.map(({ id }) => id).join(', ')})`);
    else if (units.get('title')?.translation === '') refused.push(`${source}: no title`);
    else writes.set(target, joinText(textOf(original, new Map([...units].map(([id, unit]) => [id, unit.translation])), said(own, vouched))));
  }
  return { writes, refused };
}

function said(own: RawText | null, { human, reviewer, day }: Vouched): Pick<Prose, 'translation' | 'reviewed_by' | 'reviewed_on'> {
  const translation = human ? 'human' : (own?.frontMatter.translation ?? 'machine');
  // A text that changed was not seen by those who checked it before.
  return reviewer ? { translation, reviewed_by: { language: reviewer }, reviewed_on: day } : { translation, reviewed_by: {} };
}
