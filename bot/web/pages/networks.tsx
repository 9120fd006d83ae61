/** `/networks`: networks to join, by need, size and cost. */
import { chooseNetworks } from '../../../core/index.ts';
import { deskIn } from '../../desk.ts';
import { networkNeeds } from '../../needs.ts';
import { NetworksView } from '../framework.tsx';
import { Page } from '../page.tsx';
import { readNetworkWish } from '../request.ts';
import type { PageFunction } from '../visit.ts';

export const networksPage: PageFunction = async (visit) => {
  const { core, query, locale } = visit;
  const wish = readNetworkWish(Object.fromEntries(query));
  const [say, networks] = await Promise.all([deskIn(locale, core), chooseNetworks(wish, core)]);
  return (
    <Page visit={visit} title={say.t('framework.networks')}>
      <NetworksView networks={networks} needs={networkNeeds} wish={wish} say={say} />
    </Page>
  );
};
