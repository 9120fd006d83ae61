/** The questions that measure (tests/questions) stand nowhere in what is measured by them. */
import { allTopicFolders, type Corpus } from '../corpus.ts';
import { foldQuestion } from '../parse.ts';
import type { Rule } from './index.ts';

export const exam: Rule = function* (corpus) {
  for (const [file, line] of linesOf(corpus)) {
    if (corpus.questions.has(foldQuestion(line))) yield { file, what: `"${line}" is a test question`, fix: 'remove it: tests/questions is for measuring' };
  }
};

/** Everything that people might type, with the file it stands in. */
function* linesOf(corpus: Corpus): Generator<readonly [file: string, line: string]> {
  for (const folder of allTopicFolders(corpus)) {
    for (const { file, data } of folder.texts.values()) for (const line of data.asked) yield [file, line];
  }
  for (const { file, data } of corpus.languages.values()) for (const line of data.beyond) yield [file, line];
  for (const { words } of corpus.urgent.values()) {
    for (const { file, data } of words.values()) for (const line of [...data.examples, ...data.look_alikes, ...data.like, ...data.not_like]) yield [file, line];
  }
}
