/** The shell of every page: what it is, where and in which language one reads, whom to call in danger; below, who runs this. */

import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { chatPath, emergencyPath, homePath } from '../address.ts';
import { Tel } from './blocks.tsx';
import { placeName, type Visit } from './visit.ts';

export interface PageProps {
  readonly visit: Visit;
  /** Of the page alone; the name of the service is added. */
  readonly title: string;
  readonly description?: string;
  /** The one address of this page, where it is not the one asked for. */
  readonly canonical?: string;
  /** The same page in other languages: tag -> path. */
  readonly alternates?: Readonly<Record<string, string>>;
  /** schema.org, for machines that search. */
  readonly jsonLd?: object;
  readonly robots?: 'noindex';
  /** About violence or exploitation: a way to leave at once. */
  readonly exit?: boolean;
  readonly children?: Child;
}

export const Page: FC<PageProps> = (props) => {
  const { visit, exit, children } = props;
  const { say } = visit;
  return (
    <html lang={say.locale} dir={say.info.direction}>
      <Head {...props} />
      <body data-place={visit.place} data-lang={visit.locale}>
        <a class="skip" href="#main">
          {say.t('page.skip')}
        </a>
        {exit ? null : null}
        <header class="page">
          <div class="masthead">
            <p class="name">
              <a href={visit.placeChosen ? chatPath(visit.place, visit.locale) : homePath(visit.locale)}>{say.t('essential.name')}</a>
            </p>
            <Emergency visit={visit} />
          </div>
          <Where visit={visit} />
        </header>
        <main id="main">
          <Remarks visit={visit} />
          {children}
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  );
};

const Head: FC<PageProps> = ({ visit, title, description, canonical, alternates = {}, jsonLd, robots }) => {
  const { origin } = new URL(visit.url);
  const name = visit.say.t('essential.name');
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === name ? name : `${title} · ${name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description ?? visit.say.t('page.description')} />
      <meta name="referrer" content="no-referrer" />
      {robots || visit.notListed ? <meta name="robots" content="noindex" /> : null}
      <link rel="canonical" href={canonical ? origin + canonical : visit.url} />
      {Object.entries(alternates).map(([tag, path]) => (
        <link rel="alternate" hreflang={tag} href={origin + path} />
      ))}
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {jsonLd ? <script type="application/ld+json">{raw(JSON.stringify(jsonLd).replaceAll('<', '\\u003c'))}</script> : null}
    </head>
  );
};

/** One tap away on every page. */
const Emergency: FC<{ visit: Visit }> = ({ visit: { say, core, place } }) => {
  const line = core.bundled.places[place]?.lines.find(({ kind }) => kind === 'emergency');
  if (!line) return null;
  return (
    <p class="emergency">
      {say.t('page.emergency')} <Tel number={line.number} />
    </p>
  );
};

/** The city and the language, each one tap from another. */
const Where: FC<{ visit: Visit }> = ({ visit }) => (
  <div class="where">
    {visit.placeChosen ? (
      <a class="city" href={homePath(visit.locale)}>
        {placeName(visit)}
      </a>
    ) : null}
    <Languages visit={visit} />
  </div>
);

/** The language of the page, English and those of the place at once; all others one tap away, so that the question stays in sight on a phone. */
const Languages: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, core, place } = visit;
  const near = new Set([say.locale, ...(core.bundled.places[place]?.languages ?? []), 'en']);
  const [first, others] = [true, false].map((isNear) => Object.keys(core.bundled.locales).filter((tag) => near.has(tag) === isNear));
  return (
    <nav aria-label={say.t('page.language')}>
      <LanguageList visit={visit} tags={first ?? []} />
      <details class="more-languages">
        <summary>
          {say.t('page.language')} {say.locale === 'en' ? null : <span lang="en">· Language</span>}
        </summary>
        <LanguageList visit={visit} tags={others ?? []} />
      </details>
    </nav>
  );
};

export const LanguageList: FC<{ visit: Visit; tags: readonly string[] }> = ({ visit, tags }) => (
  <ul class="languages">
    {tags.map((tag) => {
      const { autonym = tag, direction } = visit.core.bundled.locales[tag] ?? {};
      return (
        <li>
          {tag === visit.locale ? (
            <span aria-current="true" lang={tag} dir={direction}>
              {autonym}
            </span>
          ) : (
            <a href={sameIn(visit, tag)} lang={tag} hreflang={tag} dir={direction}>
              {autonym}
            </a>
          )}
        </li>
      );
    })}
  </ul>
);

/** This page in another language. */
function sameIn({ url, placeChosen, locale, query }: Visit, tag: string): string {
  const { pathname } = new URL(url);
  const wished = new URLSearchParams(query);
  wished.delete('lang');
  if (!placeChosen) wished.set('lang', tag);
  const search = wished.size > 0 ? `?${wished}` : '';
  return (placeChosen ? pathname.replace(new RegExp(`^((?:/[^/]+){1,2})/${locale}(?=/|$)`), `$1/${tag}`) : pathname) + search;
}

/** What holds for the whole page. */
const Remarks: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, notListed } = visit;
  return notListed ? <p class="remark">{say.t('answer.place_not_listed', { place: placeName(visit) })}</p> : null;
};

const Footer: FC<{ visit: Visit }> = ({ visit: { say, settings, place, locale } }) => (
  <footer class="page">
    <p>
      <a href={emergencyPath(place, locale)}>{say.t('essential.lines.title')}</a>
    </p>
    <p>{say.t('page.footer')}</p>
    <p>{say.t('page.cloudflare')}</p>
    <p>{say.t('page.operator', { operator: settings.operator })}</p>
  </footer>
);
