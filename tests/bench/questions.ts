/** How people ask, in every language of the corpus. */
import { parse } from '../../core/compile/parse.ts';
import { readFolders } from '../../core/compile/read.ts';

export function distinctQuestions(): string[] {
  const { corpus } = parse(readFolders('.'));
  return [...new Set([...corpus.topics.values()].flatMap((folder) => [...folder.texts.values()].flatMap((doc) => doc.data.asked)))];
}
