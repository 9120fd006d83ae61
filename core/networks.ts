/** Which network of cities fits: by what a city needs, how small it is, and what it can pay. */
import type { Core } from './core.ts';
import type { CompiledNetwork, NetworkShard } from './framework-shards.ts';

export type Network = CompiledNetwork;

export interface NetworkWish {
  /** Vocabulary: network_need. */
  readonly need?: string;
  readonly smallTown?: boolean;
  /** Nothing to pay, as far as a source says. */
  readonly free?: boolean;
}

/** How well a network serves a small town, best first; what is not listed does not. */
const forSmallTowns = ['good', 'text-usable', 'through-association', 'with-partners'];

/** What is surely at work comes before what was only heard of. */
const activities = ['active', 'last-known', 'unsure', 'ended'];

/** The networks that fit, best first: those whose first need it is, then those at work. Throws ShardError when they cannot be loaded. */
export async function chooseNetworks({ need, smallTown, free }: NetworkWish, core: Core): Promise<Network[]> {
  const { networks } = await core.shards.get<NetworkShard>('networks');
  const fitting = networks.filter(
    (network) =>
      (need === undefined || network.needs.includes(need)) && (!smallTown || forSmallTowns.includes(network.small_towns)) && (!free || network.cost === 'free'),
  );
  const rank = (network: Network): number[] => [
    need === undefined ? 0 : network.needs.indexOf(need),
    activities.indexOf(network.activity),
    smallTown ? forSmallTowns.indexOf(network.small_towns) : 0,
  ];
  return fitting.sort((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const at = mine.findIndex((part, i) => part !== theirs[i]);
    return at < 0 ? one.name.localeCompare(other.name, 'en') : (mine[at] ?? 0) - (theirs[at] ?? 0);
  });
}

/** What a city looks for when it wants to move on with commitments of a kind. */
const needs: Readonly<Record<string, string>> = { substantive: 'learning', process: 'voice', institutional: 'commitment-text' };

/** A few networks for each kind of commitment (vocabulary: commitment_kind), best first. */
export async function networksByKind(smallTown: boolean, core: Core, most = 3): Promise<ReadonlyMap<string, readonly Network[]>> {
  const chosen = Object.entries(needs).map(async ([kind, need]) => [kind, (await chooseNetworks({ need, smallTown }, core)).slice(0, most)] as const);
  return new Map(await Promise.all(chosen));
}
