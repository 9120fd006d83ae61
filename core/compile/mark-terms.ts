/** Finds the words of the glossary in a text: the first mention in each section is marked, so that an answer can explain it. */

import type { CompiledBlock, CompiledInline, CompiledSection, Sections, TopicText } from '../shard-types.ts';
import { isUnspaced, segmenter } from '../text.ts';
import type { Corpus } from './corpus.ts';

interface Glossary {
  /** Any form of any term, longest first; none when the language has no glossary. */
  readonly pattern: RegExp | null;
  readonly termOf: ReadonlyMap<string, string>;
  readonly meaning: ReadonlyMap<string, { readonly term: string; readonly means: string }>;
}

export type Glossaries = (lang: string) => Glossary;

type Marked = TopicText['terms'] & object;

/** The glossary of each language, made when it is first needed: there are thousands of sections. */
export function glossariesOf(corpus: Corpus): Glossaries {
  const made = new Map<string, Glossary>();
  return (lang) => {
    const glossary = made.get(lang) ?? glossaryOf(lang, corpus);
    made.set(lang, glossary);
    return glossary;
  };
}

function glossaryOf(lang: string, corpus: Corpus): Glossary {
  const termOf = new Map<string, string>();
  const meaning = new Map<string, { term: string; means: string }>();
  for (const [id, languages] of corpus.glossary) {
    const data = languages.get(lang)?.data;
    if (!data) continue;
    meaning.set(id, { term: data.term, means: data.means });
    for (const form of [data.term, ...data.forms]) termOf.set(form.toLocaleLowerCase(lang), id);
  }
  return { pattern: patternOf([...termOf.keys()].sort((a, b) => b.length - a.length)), termOf, meaning };
}

function patternOf(forms: readonly string[]): RegExp | null {
  if (forms.length === 0) return null;
  const any = (some: readonly string[]): string => some.map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const [unspaced, spaced] = [forms.filter(isUnspaced), forms.filter((form) => !isUnspaced(form))];
  const alternatives = [
    ...(spaced.length > 0 ? [`(?<![\\p{L}\\p{M}-])(?:${any(spaced)})(?![\\p{L}\\p{M}-])`] : []),
    ...(unspaced.length > 0 ? [any(unspaced)] : []),
  ];
  return new RegExp(alternatives.join('|'), 'gu');
}

/** Where a text may be cut between two words, in a script without spaces. */
function bordersOf(text: string): ReadonlySet<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
}

/** `glossaries`: by language, as sections of one text may be in several. */
export function markTerms(text: TopicText, glossaries: Glossaries): TopicText {
  const terms: Record<string, { lang: string; term: string; means: string }> = {};
  const markSection = (section: CompiledSection): CompiledSection => {
    const lang = text.metas[section.meta]?.lang ?? '';
    const glossary = glossaries(lang);
    if (!glossary.pattern) return section;
    const seen = new Set<string>();
    const mark = (content: readonly CompiledInline[]): CompiledInline[] => content.flatMap((inline) => markInline(inline, lang, glossary, seen, terms));
    const blocks = section.blocks.map(
      (block): CompiledBlock => ('paragraph' in block ? { paragraph: mark(block.paragraph) } : { ...block, items: block.items.map(mark) }),
    );
    return { ...section, blocks };
  };
  const sections = Object.fromEntries(Object.entries(text.sections).map(([name, found]) => [name, found.map(markSection)])) as Sections;
  return { ...text, sections, ...(Object.keys(terms).length > 0 ? { terms } : {}) };
}

function markInline(inline: CompiledInline, lang: string, glossary: Glossary, seen: Set<string>, terms: Record<string, Marked[string]>): CompiledInline[] {
  if (typeof inline !== 'string') {
    return 'strong' in inline ? [{ strong: inline.strong.flatMap((inner) => markInline(inner, lang, glossary, seen, terms)) }] : [inline];
  }
  const parts: CompiledInline[] = [];
  let from = 0;
  // By the rules of the language: a regular expression takes no dotted capital I of Turkish for an i.
  const lower = inline.toLocaleLowerCase(lang);
  const searched = lower.length === inline.length ? lower : inline;
  const borders = isUnspaced(searched) ? bordersOf(searched) : null;
  for (const match of glossary.pattern ? searched.matchAll(glossary.pattern) : []) {
    const to = match.index + match[0].length;
    if (borders && isUnspaced(match[0]) && !(borders.has(match.index) && borders.has(to))) continue;
    const id = glossary.termOf.get(match[0]);
    const meaning = id === undefined ? undefined : glossary.meaning.get(id);
    if (id === undefined || !meaning || seen.has(id)) continue;
    seen.add(id);
    const key = `${lang}/${id}`;
    terms[key] = { lang, ...meaning };
    if (match.index > from) parts.push(inline.slice(from, match.index));
    parts.push({ term: key, text: inline.slice(match.index, to) });
    from = to;
  }
  return from < inline.length ? [...parts, inline.slice(from)] : parts;
}
