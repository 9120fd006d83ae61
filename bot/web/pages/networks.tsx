/** `/networks`: networks to join, by need, size and cost. */
import { chooseNetworks } from '../../../core/index.ts';
import { networkNeeds } from '../../needs.ts';
import { atDesk, DeskPage } from '../desk.tsx';
import { NetworksView } from '../framework.tsx';
import { readNetworkWish } from '../request.ts';
import type { PageFunction } from '../visit.ts';

export const networksPage: PageFunction = async (before) => {
  const visit = await atDesk(before);
  if (!visit) return { problem: 'failed' };
  const { say, core, query } = visit;
  const wish = readNetworkWish(Object.fromEntries(query));
  return (
    <DeskPage visit={visit} here="networks" title={say.t('framework.networks')}>
      <NetworksView networks={await chooseNetworks(wish, core)} needs={networkNeeds} wish={wish} say={say} />
    </DeskPage>
  );
};
