/** A translation has the headings, blocks, slots and links of its source. */
import { allProseFolders, type ProseSection, sourceText } from '../corpus.ts';
import { inlinesIn } from '../prose.ts';
import type { Rule } from './index.ts';

export const parity: Rule = function* (corpus) {
  for (const folder of allProseFolders(corpus)) {
    const source = sourceText(folder);
    if (!source) continue;
    for (const { file, data } of folder.texts.values()) {
      // A translation that is behind says so; it is measured again when it catches up.
      if (file === source.doc.file || data.sections.length === 0 || data.edition < source.doc.data.edition) continue;
      const theirs = new Map(source.doc.data.sections.map((section) => [headingOf(section), section]));
      const own = new Map(data.sections.map((section) => [headingOf(section), section]));
      for (const [heading, section] of theirs) {
        const translated = own.get(heading);
        if (!translated) yield { file, what: `no "## ${heading}"`, fix: `translate it from ${source.doc.file}` };
        else
          for (const what of differences(section, translated)) yield { file, what: `## ${heading}: ${what}`, fix: `make it the same as in ${source.doc.file}` };
      }
      for (const heading of own.keys())
        if (!theirs.has(heading)) yield { file, what: `"## ${heading}" is not in the source`, fix: 'remove it, or add it to the source' };
    }
  }
};

function headingOf(section: ProseSection): string {
  return section.status ? `${section.name} @${section.status}` : section.name;
}

function differences(source: ProseSection, translated: ProseSection): string[] {
  const marks = (section: ProseSection, pick: 'slot' | 'href'): string =>
    inlinesIn(section.blocks)
      .flatMap((inline) => (typeof inline === 'object' && pick in inline ? [(inline as Record<string, string>)[pick]] : []))
      .sort()
      .join(', ');
  const shape = (section: ProseSection): string => section.blocks.map((block) => ('items' in block ? `list of ${block.items.length}` : 'paragraph')).join(', ');
  return [
    [shape(source), shape(translated), 'blocks'],
    [marks(source, 'slot'), marks(translated, 'slot'), 'slots'],
    [marks(source, 'href'), marks(translated, 'href'), 'links'],
  ].flatMap(([wanted, found, what]) => (wanted === found ? [] : [`${what} are ${found || 'none'}, not ${wanted || 'none'}`]));
}
