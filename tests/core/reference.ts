/** What MiniSearch itself finds, with the settings of the index: `search` is held against it. */
import MiniSearch from 'minisearch';
import { type IndexDocument, miniSearchOptions, viewsOfLines } from '../../core/compile/search-index.ts';
import { searchText } from '../../core/question.ts';
import { bm25, boosts, knownWordLetters, weightOf } from '../../core/search.ts';
import { type CutFor, questionViews, readWords, type StopWords } from '../../core/text.ts';

export function searchWithMiniSearch(text: string, documents: readonly IndexDocument[], language: CutFor, stopWords: StopWords): Map<number, number> {
  const mini = new MiniSearch<IndexDocument>(miniSearchOptions(language));
  mini.addAll(documents);
  const query = questionViews(readWords(searchText(text)), language);
  const known = new Set(documents.flatMap(({ asked }) => viewsOfLines(asked, language).words));
  const letters = query.grams.flatMap((own, at) => own.map((gram) => [gram, known.has(query.words[at] ?? '') ? knownWordLetters : 1] as const));
  const tokens = [...[...query.words, ...query.pairs, ...query.sounds].map((term) => [term, 1] as const), ...letters];
  const results = mini.search(text, {
    tokenize: () => tokens.map(([term]) => term),
    boost: { ...boosts },
    bm25,
    combineWith: 'OR',
    boostTerm: (term, at) => weightOf(term, stopWords) * (tokens[at]?.[1] ?? 1),
  });
  // MiniSearch multiplies by the number of matched terms; undone, because it favours long questions over good ones.
  return new Map(results.map((result) => [result.id as number, result.score / (result.queryTerms.length || 1)]));
}
