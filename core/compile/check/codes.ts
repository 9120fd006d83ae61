/** Every code stands in vocabulary.yml. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

type Used = readonly [kind: string, code: string | undefined];

export const codes: Rule = function* (corpus) {
  function* unknown(file: string, used: readonly Used[]): ReturnType<Rule> & Generator {
    for (const [kind, code] of used) {
      if (code !== undefined && !Object.hasOwn(corpus.vocabulary[kind] ?? {}, code)) {
        yield { file, what: `"${code}" is no ${kind}`, fix: `use a code of vocabulary.yml, or add it there under ${kind}` };
      }
    }
  }
  for (const { topic, texts } of allTopicFolders(corpus)) {
    const { data } = topic;
    yield* unknown(topic.file, [
      ['group', data.group],
      ['tier', data.tier],
      ...all('audience', data.audiences),
      ...all('status', data.statuses),
      ...all('service_category', data.services),
      ...data.duties.map((duty): Used => ['bearer', duty.bearer]),
      ...Object.values(data.facts).flatMap((fact): Used[] => [
        ['unit', fact.unit],
        ['per', fact.per],
      ]),
      ...Object.values(data.sources).flatMap((source): Used[] =>
        'law' in source
          ? [['checked', source.checked]]
          : [
              ['source_kind', source.kind],
              ['checked', source.checked],
            ],
      ),
    ]);
    for (const { file, data: prose } of texts.values())
      yield* unknown(
        file,
        prose.sections.map((section): Used => ['status', section.status ?? undefined]),
      );
  }
  for (const { place, services } of corpus.places.values()) {
    for (const line of place.data.lines) {
      yield* unknown(place.file, [
        ['line', line.kind],
        ['trust', line.trust],
        ['fee', line.cost],
        ['source_kind', line.source?.kind],
        ...all('line_warning', line.warnings),
      ]);
    }
    for (const { file, data } of services.values()) {
      yield* unknown(file, [
        ...all('service_category', data.categories),
        ['fee', data.fee],
        ['papers', data.papers],
        ['data_shared', data.data_shared],
        ...all('eligibility', data.eligibility),
        ...all('access', data.access),
        ['trust', data.trust],
        ['freshness', data.freshness],
        ['source_kind', data.source.kind],
        ...data.phones.map((phone): Used => ['trust', phone.trust]),
      ]);
    }
  }
  for (const { urgent } of corpus.urgent.values()) yield* unknown(urgent.file, all('line', urgent.data.lines));
};

function all(kind: string, codes: readonly string[] | undefined): Used[] {
  return (codes ?? []).map((code) => [kind, code]);
}
