/** `/<place>/<lang>/service/<id>`: one door. */
import { doorsIn } from '../../../core/index.ts';
import { servicesPath } from '../../address.ts';
import { DoorBody } from '../doors.tsx';
import { serviceOf } from '../json-ld.ts';
import { Page } from '../page.tsx';
import { type PageFunction, placeName } from '../visit.ts';

export const servicePage: PageFunction = async (visit, { service }) => {
  const { say, core, place, locale, now, url } = visit;
  const card = (await doorsIn(place, now, core)).find(({ id }) => id === service);
  if (!card) return { problem: 'not-found' };
  const kinds = card.categories.map((kind) => say.label('service_category', kind)).join(' · ');
  return (
    <Page
      visit={visit}
      title={`${card.name}, ${placeName(visit)}`}
      description={`${card.name}: ${kinds}. ${say.open(card.open)}`}
      jsonLd={serviceOf(card, url, placeName(visit))}
      kind="service"
    >
      <article class="door">
        <h1>
          <bdi>{card.name}</bdi>
        </h1>
        <p class="kinds">{kinds}</p>
        <DoorBody card={card} say={say} />
      </article>
      <p>
        <a href={servicesPath(place, locale)}>{say.t('page.services')}</a>
      </p>
    </Page>
  );
};
