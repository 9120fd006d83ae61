/** Every code stands in vocabulary.yml. */
import type { Network } from '../../schema/index.ts';
import { allTopicFolders, type CommitmentFolder, type Corpus, type Doc, type PlaceFolder, type TopicFolder } from '../corpus.ts';
import type { Rule } from './index.ts';

type Used = readonly [kind: string, code: string | undefined];

export const codes: Rule = function* (corpus) {
  for (const [file, used] of allUsed(corpus)) {
    for (const [kind, code] of used) {
      if (code !== undefined && !Object.hasOwn(corpus.vocabulary[kind] ?? {}, code)) {
        yield { file, what: `"${code}" is no ${kind}`, fix: `use a code of vocabulary.yml, or add it there under ${kind}` };
      }
    }
  }
};

function allUsed(corpus: Corpus): (readonly [file: string, used: readonly Used[]])[] {
  return [
    ...allTopicFolders(corpus).flatMap(usedByTopic),
    ...[...corpus.places.values()].flatMap(usedByPlace),
    ...[...corpus.commitments.values()].map(usedByCommitment),
    ...[...corpus.networks.values()].map(usedByNetwork),
    ...[...corpus.urgent.values()].map(({ urgent }) => [urgent.file, all('line', urgent.data.lines)] as const),
  ];
}

function usedByTopic({ topic, texts }: TopicFolder): [string, Used[]][] {
  const { data, file } = topic;
  const used: Used[] = [
    ['group', data.group],
    ['tier', data.tier],
    ...all('audience', data.audiences),
    ...all('status', data.statuses),
    ...all('service_category', data.services),
    ...all(
      'bearer',
      data.duties.map((duty) => duty.bearer),
    ),
    ...Object.values(data.facts).flatMap(({ unit, per, counted_from }): Used[] => [
      ['unit', unit],
      ['per', per],
      ['counted_from', counted_from],
    ]),
    ...usedBySources(data.sources),
  ];
  const statuses = [...texts.values()].map((doc): [string, Used[]] => [doc.file, doc.data.sections.map(({ status }) => ['status', status ?? undefined])]);
  return [[file, used], ...statuses];
}

function usedBySources(sources: CommitmentFolder['commitment']['data']['sources']): Used[] {
  return Object.values(sources).flatMap((source): Used[] => [
    ['checked', source.checked],
    ['source_kind', 'law' in source ? undefined : source.kind],
  ]);
}

function usedByCommitment({ commitment: { file, data } }: CommitmentFolder): [string, Used[]] {
  return [file, [['commitment_kind', data.kind], ['commitment_element', data.element], ...usedBySources(data.sources)]];
}

function usedByNetwork({ file, data }: Doc<Network>): [string, Used[]] {
  const used: Used[] = [
    ['network_kind', data.kind],
    ['network_small_towns', data.small_towns],
    ['network_cost', data.cost],
    ['network_activity', data.activity],
    ['trust', data.trust],
    ['source_kind', data.source?.kind],
    ...all('network_need', data.needs),
    ...all('network_member', data.members),
  ];
  return [file, used];
}

function usedByPlace({ place, services }: PlaceFolder): [string, Used[]][] {
  const lines = place.data.lines.flatMap(({ kind, trust, cost, source, warnings }): Used[] => [
    ['line', kind],
    ['trust', trust],
    ['fee', cost],
    ['source_kind', source?.kind],
    ...all('line_warning', warnings),
  ]);
  const doors = [...services.values()].map(({ file, data }): [string, Used[]] => [
    file,
    [
      ...all('service_category', data.categories),
      ['fee', data.fee],
      ['papers', data.papers],
      ['data_shared', data.data_shared],
      ...all('eligibility', data.eligibility),
      ...all('access', data.access),
      ['trust', data.trust],
      ['freshness', data.freshness],
      ['source_kind', data.source.kind],
      ...all(
        'trust',
        data.phones.map((phone) => phone.trust),
      ),
    ],
  ]);
  return [[place.file, lines], ...doors];
}

function all(kind: string, used: readonly string[] | undefined): Used[] {
  return (used ?? []).map((code) => [kind, code]);
}
