/** Places nest: which layers reach a place, and which is nearest for a fact or a section. */
import { bindsIn } from '../citations.ts';
import type { Law } from '../schema/law.ts';
import type { SectionName } from '../schema/prose.ts';
import type { AskAt, CompiledFact, CompiledSection, CompiledSource, PlaceTopic, ProseMeta, TopicText } from '../shard-types.ts';
import { type Corpus, type Doc, type Prose, sourceText, type TopicFolder } from './corpus.ts';

const levels = ['city', 'region', 'country', 'union', 'organisation', 'world'];

/** The place, the country of its folder, and all they lie in: cities before regions before countries before unions; the world comes last. */
export function chainOf(id: string, corpus: Corpus): string[] {
  const chain: string[] = [];
  const visit = (place: string): void => {
    const folder = corpus.places.get(place);
    if (!folder || chain.includes(place)) return;
    chain.push(place);
    for (const parent of folder.place.data.within) visit(parent);
    if (place.includes('/')) visit(place.split('/')[0] ?? '');
  };
  visit(id);
  const levelOf = (place: string): number => levels.indexOf(corpus.places.get(place)?.place.data.level ?? 'world');
  return chain.sort((a, b) => levelOf(a) - levelOf(b));
}

/** The folders of a topic that reach a place: its own layer first, what holds everywhere last. */
export function layersOf(topic: string, chain: readonly string[], corpus: Corpus): TopicFolder[] {
  const local = chain.flatMap((place) => corpus.places.get(place)?.topics.get(topic) ?? []);
  const general = corpus.topics.get(topic);
  return general ? [...local, general] : local;
}

export function reviewDue(review: { on: string; every_months: number }): string {
  const due = new Date(`${review.on}T00:00:00Z`);
  due.setUTCMonth(due.getUTCMonth() + review.every_months);
  return due.toISOString().slice(0, 10);
}

/** What has no language, nearest first, for a place with this chain: a fact or duty of a nearer layer replaces the one of the same id. */
export function resolveTopic(layers: readonly TopicFolder[], chain: readonly string[], corpus: Corpus): PlaceTopic {
  const sources: CompiledSource[] = [];
  const facts: Record<string, CompiledFact> = {};
  const duties = new Map<string, PlaceTopic['duties'][number]>();
  const place = (source: CompiledSource): number => {
    const key = JSON.stringify(source);
    const at = sources.findIndex((known) => JSON.stringify(known) === key);
    return at >= 0 ? at : sources.push(source) - 1;
  };
  for (const layer of layers) {
    const { data } = layer.topic;
    const binding = Object.entries(data.sources).filter(([, source]) => !('law' in source) || bindsIn(corpus.laws.get(source.law)?.data, chain));
    const index = new Map(binding.map(([name, source]) => [name, place(compileSource(source, corpus))]));
    for (const [id, fact] of Object.entries(data.facts)) {
      const values = Object.entries(fact.values).filter(([, { source }]) => index.has(source));
      if (Object.hasOwn(facts, id) || values.length === 0) continue;
      facts[id] = {
        unit: fact.unit,
        ...(fact.currency ? { currency: fact.currency } : {}),
        ...(fact.per ? { per: fact.per } : {}),
        ...(fact.counted_from ? { countedFrom: fact.counted_from } : {}),
        values: values.sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, { value, source }]) => [from, value, index.get(source) ?? 0]),
        reviewDue: reviewDue(data.review),
      };
    }
    for (const duty of data.duties) {
      const source = index.get(duty.source);
      if (source !== undefined && !duties.has(duty.id)) duties.set(duty.id, { id: duty.id, bearer: duty.bearer, source, place: layer.place });
    }
  }
  const all = (list: 'services' | 'related' | 'deadlines'): string[] => [...new Set(layers.flatMap((layer) => layer.topic.data[list]))];
  const reviews = layers.map((layer) => layer.topic.data.review);
  const earliest = (days: readonly string[]): string => [...days].sort()[0] ?? '';
  const when = { checkedOn: earliest(reviews.map((review) => review.on)), reviewDue: earliest(reviews.map(reviewDue)) };
  return { ...when, facts, sources, deadlines: all('deadlines'), duties: [...duties.values()], services: all('services'), related: all('related') };
}

export function compileSource(source: TopicFolder['topic']['data']['sources'][string], corpus: Corpus): CompiledSource {
  if (!('law' in source)) {
    const { url, title, kind, seen, checked } = source;
    return { url, ...(title ? { title } : {}), kind, seen, checked: checked ?? 'secondary' };
  }
  return {
    law: source.law,
    ...(source.article ? { article: source.article } : {}),
    kind: corpus.laws.get(source.law)?.data.kind ?? 'law',
    checked: source.checked,
  };
}

/** The laws that some sources cite. */
export function lawsCited(cited: readonly { readonly sources: readonly CompiledSource[] }[], corpus: Corpus): Record<string, Law> {
  const ids = new Set(cited.flatMap(({ sources }) => sources.flatMap(({ law }) => law ?? [])));
  return Object.fromEntries([...corpus.laws].filter(([id]) => ids.has(id)).map(([id, { data }]) => [id, data]));
}

/** The text of a folder for a language: its own, else the first of the fallbacks, else the source. */
export function textFor<Name extends string>(
  folder: { readonly texts: ReadonlyMap<string, Doc<Prose<Name>>> },
  languages: readonly string[],
): { lang: string; doc: Doc<Prose<Name>> } | undefined {
  for (const lang of languages) {
    const doc = folder.texts.get(lang);
    if (doc && doc.data.sections.length > 0) return { lang, doc };
  }
  return sourceText(folder);
}

/**
 * The nearest section of each kind and status. Which layer a section comes from does not depend on the language: a local section that lacks the
 * language is given in the fallback, because what holds somewhere else is worse than what is in another language.
 */
export function resolveText(layers: readonly TopicFolder[], languages: readonly string[]): TopicText | undefined {
  const metas: ProseMeta[] = [];
  const sections: Partial<Record<SectionName, CompiledSection[]>> = {};
  const deadlines: Record<string, { label: string; meta: number }> = {};
  let title: string | null = null;
  for (const layer of layers) {
    const text = textFor(layer, languages);
    const source = sourceText(layer);
    if (!text || !source) continue;
    const { data } = text.doc;
    const meta = metas.push(metaOf(layer, text.lang, data, source.doc.data)) - 1;
    title ??= data.title ?? null;
    for (const [id, label] of Object.entries(data.deadlines)) deadlines[id] ??= { label, meta };
    for (const { name, status, blocks } of data.sections) {
      const found = sections[name] ?? [];
      sections[name] = found;
      if (!found.some((section) => section.status === status)) found.push({ meta, status, blocks });
    }
  }
  return metas.length > 0 ? { title, metas, deadlines, sections } : undefined;
}

function metaOf(layer: TopicFolder, lang: string, prose: Prose, source: Prose): ProseMeta {
  const { law, language, locality } = prose.reviewed_by;
  return {
    lang,
    place: layer.place,
    edition: prose.edition,
    sourceEdition: source.edition,
    translation: prose.translation,
    reviewedBy: { ...(law ? { law } : {}), ...(language ? { language } : {}), ...(locality ? { locality } : {}) },
    reviewedOn: prose.reviewed_on ?? null,
    checkedOn: layer.topic.data.review.on,
    reviewDue: reviewDue(layer.topic.data.review),
  };
}

/** Who knows more about a service: a service of its place, or a line of its place or of one above. */
export function askAtOf(id: string, place: string, corpus: Corpus): AskAt | undefined {
  const service = corpus.places.get(place)?.services.get(id)?.data;
  const line = chainOf(place, corpus)
    .flatMap((above) => corpus.places.get(above)?.place.data.lines ?? [])
    .find((candidate) => candidate.id === id);
  if (line) return { name: line.name, number: line.number, ...(line.url ? { url: line.url } : {}) };
  if (service?.status !== 'active') return undefined;
  const [phone] = service.phones;
  return { name: service.name, ...(phone ? { number: phone.number } : {}), ...(service.url ? { url: service.url } : {}) };
}
