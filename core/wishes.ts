/** What the words of a question wish of a door: near, open now, free, a telephone, for women. The wishes of a language are content (`intents`). */
import type { ServiceCard } from './service.ts';

export const wishNames = ['near-me', 'open-now', 'where', 'phone', 'cost', 'women'] as const;
export type Wish = (typeof wishNames)[number];

/** Phrases of one language for each wish, folded. */
export type WishPhrases = Readonly<Partial<Record<Wish, readonly string[]>>>;

/** The wishes in the words of a text. */
export function wishesIn(words: readonly string[], phrases: WishPhrases): Wish[] {
  const text = ` ${words.join(' ')} `;
  return wishNames.filter((wish) => phrases[wish]?.some((phrase) => text.includes(` ${phrase} `)));
}

/** How many wishes a door does not meet. Distance is no wish to be met or not: doors are in its order anyway. */
export function unmet(wishes: readonly Wish[], card: ServiceCard): number {
  return wishes.filter((wish) => !meets[wish](card)).length;
}

const forWomen = ['women', 'women-and-children', 'girls'];

const meets: Readonly<Record<Wish, (card: ServiceCard) => boolean>> = {
  'near-me': ({ locations }) => locations.length > 0,
  where: ({ locations }) => locations.length > 0,
  'open-now': ({ open }) => open.state === 'open',
  phone: ({ phones }) => phones.length > 0,
  cost: ({ fee }) => fee === 'free' || fee === 'free-with-conditions',
  women: ({ eligibility }) => eligibility.some((who) => forWomen.includes(who)),
};
