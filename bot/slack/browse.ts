/** The way down to a duty, and the choice of a network, as messages. */
import type { DutyStep, Network, NetworkWish, TopicRef } from '../../core/index.ts';
import { networkNeeds } from '../needs.ts';
import type { Say } from '../say.ts';
import { actions, type Block, bold, context, esc, header, joined, limits, link, option, sections, select } from './blocks.ts';
import type { Seat } from './desk.ts';
import type { Message } from './render.ts';

export function areasMessage(areas: readonly DutyStep[], { say }: Pick<Seat, 'say'>): Message {
  const options = areas.map(({ code, duties }) => ({ text: `${say.label('group', code)} (${say.number(duties)})`, value: code }));
  return chooser(say.t('duty.area'), 'duty_area', options, say);
}

export function bearersMessage(area: string, bearers: readonly DutyStep[], { say }: Pick<Seat, 'say'>): Message {
  const options = bearers.map(({ code, duties }) => ({ text: `${say.label('bearer', code)} (${say.number(duties)})`, value: `${area} ${code}` }));
  return chooser(`${say.label('group', area)}: ${say.t('duty.bearer')}`, 'duty_bearer', options, say);
}

export interface Way {
  readonly area: string;
  readonly bearer: string;
  readonly topics: readonly TopicRef[];
}

export function dutiesMessage({ area, bearer, topics }: Way, { say }: Pick<Seat, 'say'>): Message {
  const title = `${say.label('group', area)}, ${say.label('bearer', bearer)}: ${say.t('duty.topic')}`;
  return chooser(
    title,
    'duty_topic',
    topics.map((topic) => ({ text: topic.title, value: topic.id })),
    say,
  );
}

function chooser(title: string, action: string, options: readonly { text: string; value: string }[], say: Say): Message {
  const text = esc(title);
  if (options.length === 0) return { blocks: sections([bold(title), esc(say.t('duty.none'))]), text };
  return { blocks: [...sections([bold(title)]), ...actions([select(action, title, options)])], text };
}

/** What is shown of many; the wish makes them fewer. */
const mostNetworks = 8;

export function networksMessage(networks: readonly Network[], wish: NetworkWish, say: Say): Message {
  const title = say.t('framework.networks');
  const needs = ['any', ...networkNeeds].map((value) => ({ text: value === 'any' ? say.t('framework.any') : say.label('network_need', value), value }));
  const ticks = [option({ text: say.t('framework.small_town'), value: 'small' }), option({ text: say.label('network_cost', 'free'), value: 'free' })];
  const ticked = ticks.filter(({ value }) => (value === 'small' ? wish.smallTown : wish.free));
  const blocks: Block[] = [
    header(title),
    {
      type: 'actions',
      block_id: 'networks',
      elements: [
        select('network_need', say.t('framework.need'), needs, wish.need ?? 'any'),
        { type: 'checkboxes', action_id: 'network_ticks', options: ticks, ...(ticked.length > 0 ? { initial_options: ticked } : {}) },
      ],
    },
    ...(networks.length === 0 ? sections([esc(say.t('framework.none'))]) : []),
    ...networks.slice(0, mostNetworks).flatMap((network) => networkBlocks(network, say)),
    ...(networks.length > mostNetworks
      ? context([
          esc(
            networks
              .slice(mostNetworks)
              .map(({ name }) => name)
              .join(' · '),
          ),
        ])
      : []),
  ];
  return { blocks: blocks.slice(0, limits.messageBlocks), text: esc(title) };
}

function networkBlocks(network: Network, say: Say): Block[] {
  const words = (names: Readonly<Record<string, string>> | undefined): string => names?.[say.locale] ?? names?.en ?? '';
  const codes = [
    ...network.needs.map((code) => say.label('network_need', code)),
    say.label('network_small_towns', network.small_towns),
    say.label('network_cost', network.cost),
    say.label('network_activity', network.activity),
    ...(network.trust === 'to-confirm' ? [say.t('service.to_confirm')] : []),
  ];
  const obligations = words(network.obligations);
  return [
    ...sections([
      joined([link(network.url, network.name)]),
      esc(words(network.purpose)),
      ...(obligations ? [esc(`${say.t('framework.obligations')}: ${obligations}`)] : []),
    ]),
    ...context([esc(codes.join(' · '))]),
  ];
}
