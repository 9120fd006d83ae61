/** The languages to read a page in, by their own names. */
import type { FC } from 'hono/jsx';
import type { Visit } from './visit.ts';

/** The language of the page, English and those of the place at once, where there is room; all others one tap away, so that the question stays in sight on a phone. */
export const Languages: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, core, place } = visit;
  const tags = Object.keys(core.bundled.locales);
  const near = [say.locale, ...(core.bundled.places[place]?.languages ?? []), 'en'];
  return (
    <nav aria-label={say.t('page.language')} class="languages">
      <LanguageList visit={visit} tags={tags.filter((tag) => near.includes(tag))} />
      <details>
        <summary>
          {say.t('page.language')} {say.locale === 'en' ? null : <span lang="en">· Language</span>}
        </summary>
        <LanguageList visit={visit} tags={tags.filter((tag) => tag !== say.locale)} />
      </details>
    </nav>
  );
};

/** `hrefOf`: where a language leads; else to this page in it. */
export const LanguageList: FC<{ visit: Visit; tags: readonly string[]; hrefOf?: (tag: string) => string }> = ({
  visit,
  tags,
  hrefOf = (tag) => pathIn(visit, tag),
}) => (
  <ul class="chips">
    {tags.map((tag) => {
      const { autonym = tag, direction } = visit.core.bundled.locales[tag] ?? {};
      return (
        <li>
          {tag === visit.locale ? (
            <span aria-current="true" lang={tag} dir={direction}>
              {autonym}
            </span>
          ) : (
            <a href={hrefOf(tag)} lang={tag} hreflang={tag} dir={direction}>
              {autonym}
            </a>
          )}
        </li>
      );
    })}
  </ul>
);

/** This page in another language, query included. */
export function pathIn({ url, placeChosen, locale, query }: Visit, tag: string): string {
  const { pathname } = new URL(url);
  const wished = new URLSearchParams(query);
  wished.delete('lang');
  if (!placeChosen) wished.set('lang', tag);
  const search = wished.size > 0 ? `?${wished}` : '';
  const path = placeChosen ? pathname.replace(new RegExp(`^((?:/[^/]+){1,2})/${locale}(?=/|$)`), `$1/${tag}`) : pathname;
  return path + search;
}
