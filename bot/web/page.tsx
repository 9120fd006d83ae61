/**
 * The shell of every page: what it is, where and in which language one reads, whom to call in danger; below, the other pages and who runs this.
 * Where the words of a language cannot be had, only what the bundle says.
 */
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { chatPath, emergencyPath, homePath, pagePath, servicesPath } from '../address.ts';
import { files } from './files.ts';
import { Kept } from './kept.tsx';
import { Languages } from './languages.tsx';
import { Tel } from './lines.tsx';
import { placeName, type Visit } from './visit.ts';

export interface PageProps {
  readonly visit: Visit;
  /** Of the page alone; the name of the service is added. */
  readonly title: string;
  readonly description?: string;
  /** The same page in other languages: tag -> path. */
  readonly alternates?: Readonly<Record<string, string>>;
  /** schema.org, for machines that search. */
  readonly jsonLd?: object;
  readonly robots?: 'noindex';
  /** About violence or exploitation: a way to leave at once. */
  readonly exit?: boolean;
  /** Language and city are chosen on the page itself. */
  readonly isStart?: boolean;
  /** A name for what fills the page, for its style. */
  readonly kind?: string;
  readonly children?: Child;
}

export const Page: FC<PageProps> = (props) => {
  const { visit, exit, kind, isStart, children } = props;
  const { say } = visit;
  return (
    <html lang={say.locale} dir={say.info.direction}>
      <Head {...props} />
      <body
        data-place={visit.placeChosen ? visit.place : undefined}
        data-lang={visit.locale}
        data-version={files.version}
        data-embed={visit.frame === undefined ? undefined : ''}
      >
        {say.complete ? (
          <a class="skip" href="#main" target="_self">
            {say.t('page.skip')}
          </a>
        ) : null}
        <header class="page">
          <div class="masthead">
            <p class="name">
              <a href={visit.placeChosen ? chatPath(visit.place, visit.locale) : homePath(visit.locale)}>
                <Mark /> {say.t('essential.name')}
              </a>
            </p>
            <Emergency visit={visit} />
          </div>
          {isStart || visit.frame || !say.complete ? null : <Where visit={visit} />}
        </header>
        {exit && say.complete ? <Exit visit={visit} /> : null}
        <main id="main" class={kind} tabindex={-1}>
          <Remarks visit={visit} />
          {children}
        </main>
        {say.complete ? <Footer visit={visit} /> : null}
      </body>
    </html>
  );
};

const Head: FC<PageProps> = ({ visit, title, description, alternates = {}, jsonLd, robots }) => {
  const { origin } = new URL(visit.url);
  const name = visit.say.t('essential.name');
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === name ? name : `${title} · ${name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description ?? (visit.say.complete ? visit.say.t('page.description') : name)} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      {/* No other page of ours may be in the frame of another site. */}
      {visit.frame ? <base target="_blank" /> : null}
      {robots || visit.notListed || visit.frame ? <meta name="robots" content="noindex" /> : null}
      <link rel="canonical" href={visit.url} />
      {Object.entries(alternates).map(([tag, path]) => (
        <link rel="alternate" hreflang={tag} href={origin + path} />
      ))}
      <link rel="stylesheet" href={files.style} />
      <script src={files.script} defer />
      <link rel="manifest" href={`${visit.placeChosen ? chatPath(visit.place, visit.locale) : ''}/manifest.webmanifest`} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {jsonLd ? <script type="application/ld+json">{raw(JSON.stringify(jsonLd).replaceAll('<', '\\u003c'))}</script> : null}
    </head>
  );
};

/** As icon.svg: here, and yes. */
const Mark: FC = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path class="pin" d="M16 2a11 11 0 0 0-11 11c0 8 11 17 11 17s11-9 11-17A11 11 0 0 0 16 2z" />
    <path class="tick" d="M10.5 13.2l3.8 3.8 7.2-7.4" />
  </svg>
);

/** One tap away on every page: the number where there is one, and the page of all numbers. */
const Emergency: FC<{ visit: Visit }> = ({ visit: { say, core, place, locale } }) => {
  const line = core.bundled.places[place]?.lines.find(({ kind }) => kind === 'emergency');
  return (
    <p class="emergency">
      {say.complete ? <a href={emergencyPath(place, locale)}>{say.t('page.emergency')}</a> : null} {line ? <Tel number={line.number} /> : null}
    </p>
  );
};

/** The city and the language, each one tap from another. */
const Where: FC<{ visit: Visit }> = ({ visit }) => (
  <div class="where">
    {visit.placeChosen ? (
      <a class="city" href={homePath(visit.locale)}>
        <bdi>{placeName(visit)}</bdi> <span>{visit.say.t('page.change')}</span>
      </a>
    ) : null}
    <Languages visit={visit} />
  </div>
);

/** Leads to where anybody might be; the script adds what a link cannot do. */
const Exit: FC<{ visit: Visit }> = ({ visit: { say } }) => (
  <aside class="leave" aria-label={say.t('page.exit')}>
    <div class="exit">
      <a href="https://www.wikipedia.org/" rel="nofollow noreferrer" data-exit>
        {say.t('page.exit')}
      </a>
    </div>
    <p class="exit-note">{say.t('page.exit_note')}</p>
  </aside>
);

/** What holds for the whole page. */
const Remarks: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, notListed } = visit;
  if (!say.complete) return null;
  return (
    <>
      <Kept visit={visit} />
      {notListed ? <p class="remark">{say.t('answer.place_not_listed', { place: placeName(visit) })}</p> : null}
    </>
  );
};

const Footer: FC<{ visit: Visit }> = ({ visit: { say, settings, place, locale, url } }) => {
  const links = [
    [servicesPath(place, locale), 'page.services'],
    [pagePath(place, locale, 'topics'), 'page.topics'],
    [emergencyPath(place, locale), 'essential.lines.title'],
    [pagePath(place, locale, 'privacy'), 'page.privacy'],
    [pagePath(place, locale, 'about'), 'page.about'],
    [pagePath(place, locale, 'duties'), 'page.desk'],
  ] as const;
  return (
    <footer class="page">
      <ul>
        {links.map(([path, words]) => (
          <li>
            <a href={path}>{say.t(words)}</a>
          </li>
        ))}
      </ul>
      <p class="on-paper">{url}</p>
      <p>{say.t('page.footer')}</p>
      <p>
        {say.t('page.cloudflare')} {say.t('page.operator', { operator: settings.operator })}
      </p>
    </footer>
  );
};
