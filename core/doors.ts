/** All doors of a place, to look through: by kind and by what a person needs. */

import { clockOf } from './browse.ts';
import type { Core } from './core.ts';
import { cardOf, type ServiceCard } from './service.ts';
import { loadPlace } from './texts.ts';
import { unmet } from './wishes.ts';

/** What is not given is not filtered by. */
export interface DoorWish {
  /** Vocabulary: service_category. */
  readonly kind?: string;
  /** BCP 47: spoken there. */
  readonly language?: string;
  readonly openNow: boolean;
  readonly noPapers: boolean;
  readonly free: boolean;
  readonly women: boolean;
}

/** Every door of a place and of those above it as it stands at that moment: nearest place first, by name. Throws ShardError. */
export async function doorsIn(place: string, askedAt: string, core: Core): Promise<ServiceCard[]> {
  const shard = await loadPlace(core, place);
  const clock = clockOf(shard, place, askedAt, core);
  const chain = core.bundled.places[place]?.chain ?? [];
  const cards = shard.services.map((service) => cardOf(service, clock));
  return cards.sort((a, b) => chain.indexOf(a.place) - chain.indexOf(b.place) || a.name.localeCompare(b.name));
}

export function fits(card: ServiceCard, { kind, language, openNow, noPapers, free, women }: DoorWish): boolean {
  const wishes = [...(openNow ? (['open-now'] as const) : []), ...(free ? (['cost'] as const) : []), ...(women ? (['women'] as const) : [])];
  if (unmet(wishes, card) > 0 || (noPapers && card.papers !== 'none')) return false;
  return (!kind || card.categories.includes(kind)) && (!language || card.languages.includes(language));
}
