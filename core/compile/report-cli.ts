/** `npm run content:report [-- --facts | --plain | --on 2027-01-01]`: the state of the corpus, for editors. */
import { compile } from './index.ts';
import { readFolders } from './read.ts';
import { type Report, report } from './report.ts';

const listed = 20;
const flags = process.argv.slice(2);
const at = flags.indexOf('--on');
const day = (at >= 0 ? flags[at + 1] : undefined) ?? new Date().toISOString().slice(0, 10);

const { corpus, problems } = compile(readFolders(process.cwd()));
const found = report(corpus, day);

if (flags.includes('--facts')) console.log(found.secondHand.join('\n'));
else if (flags.includes('--plain')) printPlain(found);
else printAll(found);
if (problems.length > 0) console.log(`\n${problems.length} problems: npm run content lists them`);

function printPlain({ hardest }: Report): void {
  for (const { file, measured } of hardest.slice(0, listed)) {
    const [longest] = measured.sentences;
    console.log(`${file} · reading ease ${measured.ease.toFixed(0)}, ${measured.average.toFixed(1)} words a sentence`);
    if (longest) console.log(`  longest, ${longest.words} words: ${longest.text}`);
  }
}

function printAll(all: Report): void {
  console.table(all.groups);
  console.table(all.languages);
  console.table(all.places);
  console.log(
    `Commitments: ${corpus.commitments.size}. Networks: ${corpus.networks.size}. Laws: ${corpus.laws.size}. Words explained: ${corpus.glossary.size}.`,
  );
  const { texts, law, language, locality } = all.unreviewed;
  console.log(`Texts: ${texts}. Not yet checked by a person: law ${law}, language ${language}, locality ${locality}.`);
  printList('Translations behind their source', all.behind);
  printList(`Review due on ${day}`, all.due);
  console.log(`Facts and duties whose source was not itself read: ${all.secondHand.length} (--facts lists them).`);
}

function printList(title: string, lines: readonly string[]): void {
  console.log(`${title}: ${lines.length}`);
  for (const line of lines.slice(0, listed)) console.log(`  ${line}`);
  if (lines.length > listed) console.log(`  … and ${lines.length - listed} more`);
}
