/** `/<place>/<lang>/services`: the doors of a place, by what a person needs. A form by GET: what is chosen here says nothing of a person. */
import type { FC } from 'hono/jsx';
import { type DoorWish, doorKinds, doorsIn, fits, type ServiceCard } from '../../../core/index.ts';
import { homePath, servicesPath } from '../../address.ts';
import { deskIn } from '../../desk.ts';
import type { Say } from '../../say.ts';
import { DoorRows } from '../doors.tsx';
import { Page } from '../page.tsx';
import { readDoorWish } from '../request.ts';
import { type PageFunction, placeName, type Visit } from '../visit.ts';

export const servicesPage: PageFunction = async (visit) => {
  const { core, place, locale, now, query } = visit;
  const [say, cards, kinds] = await Promise.all([deskIn(locale, core), doorsIn(place, now, core), doorKinds(place, core)]);
  const wish = readDoorWish(query);
  const found = cards.filter((card) => fits(card, wish));
  const title = `${say.t('page.services')}: ${placeName(visit)}`;
  return (
    <Page visit={visit} title={title} kind="services">
      <h1>{title}</h1>
      {cards.length > 0 ? (
        <>
          <Filters visit={visit} wish={wish} kinds={kinds} cards={cards} />
          <p class="count" role="status">
            {found.length > 0 ? say.t('site.services.found', { n: say.number(found.length) }) : say.t('site.services.none')}
          </p>
          <DoorRows cards={found} level={2} say={say} place={place} />
        </>
      ) : (
        <p class="remark">
          {say.t('answer.place_world')} <a href={homePath(locale)}>{say.t('page.place')}</a>
        </p>
      )}
    </Page>
  );
};

const ticks: readonly (readonly [name: string, wish: keyof DoorWish, words: (say: Say) => string])[] = [
  ['open', 'openNow', (say) => say.t('site.services.open_now')],
  ['papers', 'noPapers', (say) => say.t('site.services.no_papers')],
  ['free', 'free', (say) => say.label('fee', 'free')],
  ['women', 'women', (say) => say.label('eligibility', 'women')],
];

const Filters: FC<{ visit: Visit; wish: DoorWish; kinds: readonly string[]; cards: readonly ServiceCard[] }> = ({ visit, wish, kinds, cards }) => {
  const { say, place, locale } = visit;
  const languages = [...new Set(cards.flatMap((card) => card.languages))].map((tag) => [tag, say.languageName(tag)] as const);
  const select = (name: string, label: string, chosen: string | undefined, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select name={name}>
        <option value="">{say.t('framework.any')}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const kindNames = kinds.map((kind) => [kind, say.label('service_category', kind)] as const);
  const byName = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1], locale);
  return (
    <form method="get" action={servicesPath(place, locale)} class="filters">
      <div class="settings">
        {select('kind', say.t('site.services.kind'), wish.kind, kindNames.sort(byName))}
        {languages.length > 0 ? select('speaks', say.t('site.services.language'), wish.language, languages.sort(byName)) : null}
      </div>
      <fieldset>
        <legend>{say.t('framework.need')}</legend>
        {ticks.map(([name, key, words]) => (
          <label class="tick">
            <input type="checkbox" name={name} value="yes" checked={wish[key] === true} /> <span>{words(say)}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit">{say.t('framework.choose')}</button>
    </form>
  );
};
