/** `npm run content:todo -- --lang ti [--all]`: what is missing, behind, unreviewed or off the glossary in a language, most asked first. */
import { parseArgs } from 'node:util';
import { parse } from './parse.ts';
import { readFolders } from './read.ts';
import { todo } from './todo.ts';

const { values } = parseArgs({ options: { lang: { type: 'string' }, all: { type: 'boolean', default: false } } });
const { corpus } = parse(readFolders(process.cwd()));
const listed = values.all ? Number.POSITIVE_INFINITY : 12;

if (values.lang) printLanguage(values.lang);
else printOverview();

function printLanguage(lang: string): void {
  const found = todo(lang, corpus);
  print('Files that are not there', found.missingFiles);
  print('Topics that a question cannot find', found.withoutStub);
  print('Texts read in another language', found.untranslated);
  print('Translations behind their source', found.behind);
  print('Texts whose language nobody has checked', found.unreviewed);
  print('Other words than those of the glossary', found.departing);
  print('What the translators were unsure of', found.doubts);
  print(
    'Checked by',
    [...found.reviewers].map(([who, texts]) => `${who}: ${texts} texts`),
  );
}

function printOverview(): void {
  const rows = [...corpus.locales.keys()].map((lang) => {
    const { missingFiles, withoutStub, untranslated, behind, unreviewed, departing, doubts, reviewers } = todo(lang, corpus);
    return {
      lang,
      'files missing': missingFiles.length,
      'topics not found': withoutStub.length,
      untranslated: untranslated.length,
      behind: behind.length,
      unreviewed: unreviewed.length,
      'other words': departing.length,
      doubts: doubts.length,
      reviewers: reviewers.size,
    };
  });
  console.table(rows);
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}: ${lines.length}`);
  for (const line of lines.slice(0, listed)) console.log(`  ${line}`);
  if (lines.length > listed) console.log(`  … and ${lines.length - listed} more: --all`);
}
