/** The field for a question, and what else goes with it. Works without a script; sends nothing but what is typed and chosen. */
import type { FC } from 'hono/jsx';
import { longestText, readers, world } from '../../core/index.ts';
import { chatPath } from '../address.ts';
import { placeName, type Visit } from './visit.ts';

/** Where a question goes. In a frame the answer comes into the frame, though its links lead out of it. */
function sendTo({ frame, placeChosen, place, locale }: Visit): { action: string; target?: string } {
  return frame ? { action: frame, target: '_self' } : { action: placeChosen ? chatPath(place, locale) : '/' };
}

/** `previous`: the topic on this page, for a follow-up question. */
export const QuestionForm: FC<{ visit: Visit; previous?: string }> = ({ visit, previous }) => {
  const { say, reader, placeChosen, place, locale } = visit;
  if (!say.complete) return null;
  return (
    <form method="post" {...sendTo(visit)} class="question" data-ask data-busy={say.t('page.client.busy')} data-offline={say.t('page.client.no_network')}>
      <input type="hidden" name="lang" value={locale} />
      {placeChosen ? <input type="hidden" name="place" value={place} /> : null}
      {previous ? <input type="hidden" name="previous" value={previous} /> : null}
      <label for="question">{say.t('page.question')}</label>
      <p id="hint">{say.t('page.question_hint')}</p>
      <textarea
        id="question"
        name="question"
        rows={3}
        dir="auto"
        aria-describedby="hint"
        required
        autocomplete="off"
        spellcheck={false}
        maxlength={longestText}
      />
      <div class="settings">
        {placeChosen ? null : <Places visit={visit} />}
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
      <div class="send">
        <button type="submit">{say.t('page.ask')}</button>
        <button type="button" class="plain" data-voice hidden>
          {say.t('page.client.speak')}
        </button>
        <p role="status" data-status />
      </div>
    </form>
  );
};

const Places: FC<{ visit: Visit }> = ({ visit }) => {
  const { say, core, place, settings } = visit;
  const { places } = core.bundled;
  const listed = (level: string): string[] =>
    Object.keys(places).filter((id) => places[id]?.level === level && (settings.places.length === 0 || settings.places.includes(id)));
  const cities = listed('city');
  const countries = [...new Set([...listed('country'), ...cities.map((id) => id.split('/')[0] ?? '')])];
  const option = (id: string) => (
    <option value={id} selected={id === place}>
      {placeName(visit, id)}
    </option>
  );
  return (
    <label>
      {say.t('page.place')}
      <select name="place">
        {countries.map((country) => (
          <optgroup label={placeName(visit, country)}>
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

/** Real questions, to press. */
export const Examples: FC<{ visit: Visit }> = ({ visit, visit: { say, place, locale, reader } }) => (
  <form method="post" {...sendTo(visit)} class="topics">
    <h2>{say.t('page.examples')}</h2>
    <input type="hidden" name="lang" value={locale} />
    <input type="hidden" name="place" value={place} />
    <input type="hidden" name="reader" value={reader} />
    {examples.map((key) => (
      <button type="submit" name="question" value={say.t(`page.${key}`)}>
        {say.t(`page.${key}`)}
      </button>
    ))}
  </form>
);
