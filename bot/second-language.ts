/** The second language of a card for two. */
import { type Core, knownLocale } from '../core/index.ts';

/** The language of the place, for the desk; none when that is the person's own. */
export function secondLanguage(locale: string, place: string, { bundled }: Core): string | undefined {
  const spoken = bundled.places[place]?.languages.flatMap((tag) => knownLocale(tag, bundled.locales) ?? []) ?? [];
  return [...spoken, 'en'].find((tag) => tag !== locale);
}
