/** Language tags: which of ours one means, and which language to try next. What language a text is in stands in detect.ts. */
import type { LocaleInfo } from './shard-types.ts';

export type Locales = Readonly<Record<string, LocaleInfo>>;

/** The listed language for a BCP 47 tag or alias ("es-MX" -> "es"), or null. */
export function knownLocale(tag: string | undefined, locales: Locales): string | null {
  if (!tag) return null;
  const wanted = tag.trim().toLowerCase().replaceAll('_', '-');
  for (let cut = wanted; cut; cut = cut.slice(0, Math.max(0, cut.lastIndexOf('-')))) {
    for (const [locale, info] of Object.entries(locales)) {
      if (locale.toLowerCase() === cut || info.aliases.some((alias) => alias.toLowerCase() === cut)) return locale;
    }
  }
  return null;
}

/** The first listed language of an Accept-Language header, by quality, or null. */
export function preferredLocale(header: string | undefined, locales: Locales): string | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = knownLocale(tag, locales);
    if (locale) return locale;
  }
  return null;
}

/** The language itself, then its fallbacks, then English. */
export function fallbackChain(locale: string, locales: Locales): string[] {
  return [...new Set([locale, ...(locales[locale]?.fallback ?? []), 'en'])].filter((tag) => tag in locales);
}
