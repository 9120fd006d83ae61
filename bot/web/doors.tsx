/** Doors as HTML: where somebody helps, whether it is open, how to get there, what to bring. */
import type { FC } from 'hono/jsx';
import type { Contact, ServiceCard } from '../../core/index.ts';
import { servicePath } from '../address.ts';
import { splitDoors } from '../outline.ts';
import type { Say } from '../say.ts';
import { below, Heading, type Level } from './heading.tsx';
import { LineList, Tel } from './lines.tsx';
import { Rows } from './rows.tsx';

interface Shown {
  readonly say: Say;
  /** Of the page, which the link keeps; else that of the door. */
  readonly place?: string;
  readonly level: Level;
}

export const ContactView: FC<{ contact: Contact } & Shown> = ({ contact, ...shown }) =>
  contact.type === 'line' ? <LineList lines={[contact.line]} say={shown.say} /> : <Door card={contact.service} {...shown} />;

export const DoorsView: FC<{ title: string; services: readonly ServiceCard[] } & Shown> = ({ title, services, ...shown }) => {
  const { first, more } = splitDoors(services);
  const { say, level } = shown;
  const door = (card: ServiceCard) => <Door card={card} {...shown} level={below(level)} />;
  return (
    <section class="doors">
      <Heading level={level}>{title}</Heading>
      {first.map(door)}
      {more.length > 0 ? (
        <details>
          <summary>
            {say.t('answer.doors_more')} ({say.number(more.length)})
          </summary>
          {more.map(door)}
        </details>
      ) : null}
    </section>
  );
};

export const Door: FC<{ card: ServiceCard } & Shown> = ({ card, say, place = card.place, level }) => (
  <div class="door">
    <Heading level={level}>
      <a href={servicePath(place, say.locale, card.id)}>
        <bdi>{card.name}</bdi>
      </a>
    </Heading>
    <DoorBody card={card} say={say} />
  </div>
);

/** All that is known of a door but its name. */
export const DoorBody: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => (
  <>
    {card.alternate_name ? (
      <p class="own-name">
        <bdi>{card.alternate_name}</bdi>
      </p>
    ) : null}
    <OpenNow card={card} say={say} />
    <DoorWarning card={card} say={say} />
    <ul class="contacts">
      {card.phones.map((phone) => (
        <li>
          {say.t('service.phone')}: <Tel number={phone.number} />
        </li>
      ))}
      {card.locations.map((location) => (
        <li>
          {say.t('service.address')}: <Address {...location} />
        </li>
      ))}
      {card.email ? (
        <li>
          {say.t('service.email')}: <a href={`mailto:${card.email}`}>{card.email}</a>
        </li>
      ) : null}
      {card.askAt ? (
        <li>
          {say.t('service.ask_at')}: <bdi>{card.askAt.url ? <a href={card.askAt.url}>{card.askAt.name}</a> : card.askAt.name}</bdi>{' '}
          {card.askAt.number ? <Tel number={card.askAt.number} /> : null}
        </li>
      ) : null}
      {card.url ? (
        <li>
          <a href={card.url} rel="noreferrer">
            {say.t('service.website')}
          </a>
        </li>
      ) : null}
    </ul>
    <Rows rows={say.door(card)} />
    <p class="source">
      <a href={card.source.url} rel="noreferrer">
        {say.t('service.source')}
      </a>
    </p>
  </>
);

/** A list of doors, a few words each, with the way to all of them. */
export const DoorRows: FC<{ cards: readonly ServiceCard[]; level: Level; say: Say; place: string }> = ({ cards, level, say, place }) => (
  <ul class="rows">
    {cards.map((card) => (
      <li>
        <Heading level={level}>
          <a href={servicePath(place, say.locale, card.id)}>
            <bdi>{card.name}</bdi>
          </a>
        </Heading>
        <p>{card.categories.map((kind) => say.label('service_category', kind)).join(' · ')}</p>
        <OpenNow card={card} say={say} />
        <p class="own-name">
          {say.t('service.papers')}: {say.label('papers', card.papers)} · {say.t('service.fee')}: {say.label('fee', card.fee)}
        </p>
      </li>
    ))}
  </ul>
);

const OpenNow: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => <p class={`hours ${card.open.state}`}>{say.open(card.open)}</p>;

/** Opens the map of the phone, at the coordinates that a source gives or by the words of the address. */
const Address: FC<ServiceCard['locations'][number]> = ({ address, latitude, longitude }) => {
  const text = [address.address_1, address.postal_code, address.city].filter(Boolean).join(', ');
  const at = latitude === undefined || longitude === undefined ? '0,0' : `${latitude},${longitude}`;
  return (
    <a href={`geo:${at}?q=${encodeURIComponent(text)}`}>
      <bdi>{text}</bdi>
    </a>
  );
};

const DoorWarning: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => {
  const warning = say.freshness(card);
  return warning ? <p class="warning">{warning}</p> : null;
};
