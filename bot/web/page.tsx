/** The one page: question, answer, and what this service is. Works without a script; sends nothing but what is typed. */
import type { Child, FC } from 'hono/jsx';
import type { Bundled, Reader } from '../../core/index.ts';
import { readers, world } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import type { Say } from '../say.ts';
import { Tel } from './blocks.tsx';

export interface PageProps {
  readonly say: Say;
  readonly bundled: Bundled;
  readonly place: string;
  readonly reader: Reader;
  readonly question?: string;
  /** The topic on this page, for a follow-up question. */
  readonly previous?: string;
  /** Ids of the places this deployment serves; empty for all. */
  readonly places: readonly string[];
  readonly operator: string;
  readonly children?: Child;
}

export const Page: FC<PageProps> = (props) => {
  const { say, question, children } = props;
  const title = say.t('essential.name');
  return (
    <html lang={say.locale} dir={say.info.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{question ? `${say.t('page.you_asked')}: ${title}` : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={say.t('page.description')} />
        <meta name="referrer" content="no-referrer" />
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#question">
          {say.t('page.skip')}
        </a>
        <header>
          <div class="masthead">
            <p class="name">
              <a href={`/?lang=${say.locale}`}>{title}</a>
            </p>
            <Emergency {...props} />
          </div>
          <p class="tagline">{say.t('page.tagline')}</p>
          <Languages {...props} />
        </header>
        <main>
          {question ? (
            <p class="asked">
              <span>{say.t('page.you_asked')}</span> <q dir="auto">{question}</q>
            </p>
          ) : null}
          {children}
          <QuestionForm {...props} />
          {question || children ? null : <Examples {...props} />}
        </main>
        <footer class="page">
          <p>{say.t('page.footer')}</p>
          <p>{say.t('page.cloudflare')}</p>
          <p>{say.t('page.operator', { operator: props.operator })}</p>
        </footer>
      </body>
    </html>
  );
};

/** One tap away on every page. */
const Emergency: FC<PageProps> = ({ say, bundled, place }) => {
  const line = bundled.places[place]?.lines.find(({ kind }) => kind === 'emergency');
  if (!line) return null;
  return (
    <p class="emergency">
      {say.t('page.emergency')} <Tel number={line.number} />
    </p>
  );
};

/** The language of the page, English and those of the place at once; all others one tap away, so that the question stays in sight on a phone. */
const Languages: FC<PageProps> = (props) => {
  const { say, bundled, place } = props;
  const near = new Set([say.locale, ...(bundled.places[place]?.languages ?? []), 'en']);
  const [first, others] = [true, false].map((isNear) => Object.keys(bundled.locales).filter((tag) => near.has(tag) === isNear));
  return (
    <nav aria-label={say.t('page.language')}>
      <LanguageList {...props} tags={first ?? []} />
      <details class="more-languages">
        <summary>
          {say.t('page.language')} {say.locale === 'en' ? null : <span lang="en">· Language</span>}
        </summary>
        <LanguageList {...props} tags={others ?? []} />
      </details>
    </nav>
  );
};

const LanguageList: FC<PageProps & { tags: readonly string[] }> = ({ say, bundled, place, tags }) => (
  <ul class="languages">
    {tags.map((tag) => {
      const { autonym = tag, direction } = bundled.locales[tag] ?? {};
      return (
        <li>
          {tag === say.locale ? (
            <span aria-current="true" lang={tag} dir={direction}>
              {autonym}
            </span>
          ) : (
            <a href={`/?lang=${tag}&place=${encodeURIComponent(place)}`} lang={tag} hreflang={tag} dir={direction}>
              {autonym}
            </a>
          )}
        </li>
      );
    })}
  </ul>
);

const QuestionForm: FC<PageProps> = (props) => {
  const { say, reader } = props;
  return (
    <form method="post" action="/" class="question">
      <input type="hidden" name="lang" value={say.locale} />
      {props.previous ? <input type="hidden" name="previous" value={props.previous} /> : null}
      <label for="question">{say.t('page.question')}</label>
      <p id="hint">{say.t('page.question_hint')}</p>
      <textarea id="question" name="question" rows={3} dir="auto" aria-describedby="hint" required autocomplete="off" spellcheck={false} />
      <div class="settings">
        <Places {...props} />
        <label>
          {say.t('page.reader')}
          <select name="reader">
            {readers.map((kind) => (
              <option value={kind} selected={kind === reader}>
                {say.t(`page.reader_${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit">{say.t('page.ask')}</button>
    </form>
  );
};

const Places: FC<PageProps> = ({ say, bundled, place, places }) => {
  const name = (id: string): string => namedIn(id, say.locale, bundled);
  const listed = (level: string): string[] =>
    Object.keys(bundled.places).filter((id) => bundled.places[id]?.level === level && (places.length === 0 || places.includes(id)));
  const cities = listed('city');
  const countries = [...new Set([...listed('country'), ...cities.map((id) => id.split('/')[0] ?? '')])];
  const option = (id: string) => (
    <option value={id} selected={id === place}>
      {name(id)}
    </option>
  );
  return (
    <label>
      {say.t('page.place')}
      <select name="place">
        {countries.map((country) => (
          <optgroup label={name(country)}>
            {cities.filter((id) => id.startsWith(`${country}/`)).map(option)}
            {option(country)}
          </optgroup>
        ))}
        <option value={world} selected={place === world}>
          {say.t('page.place_any')}
        </option>
      </select>
    </label>
  );
};

const examples = ['example_doctor', 'example_wages', 'example_school'];

const Examples: FC<PageProps> = ({ say, place, reader }) => (
  <form method="post" action="/" class="topics">
    <h2>{say.t('page.examples')}</h2>
    <input type="hidden" name="lang" value={say.locale} />
    <input type="hidden" name="place" value={place} />
    <input type="hidden" name="reader" value={reader} />
    {examples.map((key) => (
      <button type="submit" name="question" value={say.t(`page.${key}`)}>
        {say.t(`page.${key}`)}
      </button>
    ))}
  </form>
);
