/** The pieces of an answer as HTML: blocks, phone lines, doors, sources. */
import type { FC } from 'hono/jsx';
import type { Block, Citation, Contact, Inline, Line, ServiceCard } from '../../core/index.ts';
import { splitDoors } from '../outline.ts';
import type { Say } from '../say.ts';

export const BlockView: FC<{ block: Block; say: Say }> = ({ block, say }) => {
  if (block.type === 'paragraph')
    return (
      <p>
        <Inlines content={block.content} say={say} />
      </p>
    );
  if (block.type === 'ask')
    return (
      <div class="ask">
        <p>{say.t('answer.ask_instead')}</p>
        <ContactView contact={block.contact} say={say} />
      </div>
    );
  const items = block.items.map((item) => (
    <li>
      <Inlines content={item} say={say} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

export const Inlines: FC<{ content: readonly Inline[]; say: Say }> = ({ content, say }) => (
  <>
    {content.map((inline) => {
      if (inline.type === 'strong')
        return (
          <strong>
            <Inlines content={inline.content} say={say} />
          </strong>
        );
      if (inline.type === 'link')
        return (
          <a href={inline.href} rel="noreferrer">
            {inline.text}
          </a>
        );
      if (inline.type === 'term') return <a href={`#${termAnchor(inline.id)}`}>{inline.text}</a>;
      if (inline.type === 'fact')
        return (
          <b class="fact">
            <bdi>{say.fact(inline.fact, inline.form)}</bdi>
          </b>
        );
      if (inline.type === 'emergency-here') return <strong>{say.t('essential.lines.emergency_here')}</strong>;
      return inline.type === 'line' ? <Tel number={inline.line.number} /> : inline.text;
    })}
  </>
);

/** Where the explanation of a word stands on the page. */
export function termAnchor(id: string): string {
  return `word-${id.replace('/', '-')}`;
}

export const Tel: FC<{ number: string }> = ({ number }) => (
  <a class="tel" dir="ltr" href={`tel:${number.replaceAll(' ', '')}`}>
    {number}
  </a>
);

export const ContactView: FC<{ contact: Contact; say: Say }> = ({ contact, say }) =>
  contact.type === 'line' ? <LineList lines={[contact.line]} say={say} /> : <Door card={contact.service} say={say} />;

export const LineList: FC<{ lines: readonly Line[]; say: Say }> = ({ lines, say }) => (
  <ul class="line-list">
    {lines.map((line) => (
      <li>
        <Tel number={line.number} /> {say.label('line', line.kind)} {line.name === line.number ? null : <bdi class="own-name">{line.name}</bdi>}
        {line.always_open ? <span class="own-name"> · {say.t('essential.urgent.open_always')}</span> : null}
        {line.warnings.map((code) => (
          <span class="warning"> {say.label('line_warning', code)}</span>
        ))}
      </li>
    ))}
  </ul>
);

export const DoorsView: FC<{ title: string; services: readonly ServiceCard[]; say: Say }> = ({ title, services, say }) => {
  const { first, more } = splitDoors(services);
  return (
    <section class="doors">
      <h3>{title}</h3>
      {first.map((card) => (
        <Door card={card} say={say} />
      ))}
      {more.length > 0 ? (
        <details>
          <summary>
            {say.t('answer.doors_more')} ({say.number(more.length)})
          </summary>
          {more.map((card) => (
            <Door card={card} say={say} />
          ))}
        </details>
      ) : null}
    </section>
  );
};

const Door: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => (
  <div class="door">
    <h4>
      <bdi>{card.name}</bdi>
    </h4>
    {card.alternate_name ? (
      <p class="own-name">
        <bdi>{card.alternate_name}</bdi>
      </p>
    ) : null}
    <p class={`open ${card.open.state}`}>{say.open(card.open)}</p>
    <DoorWarning card={card} say={say} />
    <ul class="contacts">
      {card.phones.map((phone) => (
        <li>
          {say.t('service.phone')}: <Tel number={phone.number} />
        </li>
      ))}
      {card.locations.map(({ address }) => (
        <li>
          {say.t('service.address')}: <bdi>{[address.address_1, address.postal_code, address.city].filter(Boolean).join(', ')}</bdi>
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
    <dl>
      {say.door(card).map(([label, text]) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    <p class="source">
      <a href={card.source.url} rel="noreferrer">
        {say.t('service.source')}
      </a>
    </p>
  </div>
);

const DoorWarning: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => {
  const warning = say.freshness(card);
  return warning ? <p class="warning">{warning}</p> : null;
};

export const CitationText: FC<{ citation: Citation; say: Say }> = ({ citation, say }) => (
  <>
    {citation.url ? (
      <a href={citation.url} rel="noreferrer">
        <bdi>{say.citation(citation)}</bdi>
      </a>
    ) : (
      <bdi>{say.citation(citation)}</bdi>
    )}
    {citation.type === 'law' && citation.checked !== 'text' ? <small class="unread"> {say.t('answer.check_text')}</small> : null}
  </>
);
