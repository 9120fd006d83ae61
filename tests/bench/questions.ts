/** How people ask, in the languages of the corpus. */
import { parse } from '../../core/compile/parse.ts';
import { readFolders } from '../../core/compile/read.ts';

/** Distinct questions; of all languages when none are named. */
export function distinctQuestions(languages?: readonly string[]): string[] {
  const { corpus } = parse(readFolders('.'));
  const docs = [...corpus.topics.values()].flatMap((folder) =>
    [...folder.texts].filter(([tag]) => !languages || languages.includes(tag)).map(([, doc]) => doc),
  );
  return [...new Set(docs.flatMap((doc) => doc.data.asked))];
}
