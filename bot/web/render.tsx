/** Answer -> HTML. hono/jsx escapes once; every part says its language and direction. */
import type { FC } from 'hono/jsx';
import type { Answer, Block, Citation, Contact, Inline, Line, Section, ServiceCard } from '../../core/index.ts';
import { outline, type Part, splitDoors } from '../outline.ts';
import type { Say } from '../say.ts';

export interface Shown {
  readonly say: Say;
  readonly placeName: (id: string) => string;
  /** Direction of any listed language. */
  readonly directionOf: (tag: string) => 'ltr' | 'rtl';
  /** The fields that go with the next question. */
  readonly carry: Readonly<Record<string, string>>;
}

export const AnswerView: FC<{ answer: Answer } & Shown> = ({ answer, ...shown }) => (
  <article class={`answer ${answer.outcome}`}>
    {outline(answer, shown.say, shown.placeName).map((part) => (
      <PartView part={part} {...shown} />
    ))}
  </article>
);

export const PartView: FC<{ part: Part } & Shown> = ({ part, ...shown }) => {
  const { say } = shown;
  switch (part.type) {
    case 'urgent':
      return (
        <section class="urgent" role="alert" lang={part.urgent.lang} dir={shown.directionOf(part.urgent.lang)}>
          <h2>{part.urgent.title}</h2>
          <p>{part.urgent.say}</p>
          <LineList lines={part.urgent.lines} say={say} />
        </section>
      );
    case 'notice':
      return (
        <section class="notice" lang={part.notice.lang} dir={shown.directionOf(part.notice.lang)}>
          <h2>{part.notice.title}</h2>
          {part.notice.content.map((block) => <BlockView block={block} say={say} />)}
        </section>
      );
    case 'remark':
      return <p class="remark">{part.text}</p>;
    case 'title':
      return <h2>{part.text}</h2>;
    case 'section':
      return <SectionView section={part.section} {...shown} />;
    case 'deadlines':
      return (
        <section class="deadline">
          <h3>{say.t('answer.deadline')}</h3>
          <dl>{part.deadlines.map(({ label, fact }) => <div><dt>{label}</dt><dd>{say.fact(fact)}</dd></div>)}</dl>
        </section>
      );
    case 'doors':
      return <DoorsView title={part.title} services={part.services} say={say} />;
    case 'duties':
      return (
        <section class="duties">
          <h3>{say.t('answer.duties')}</h3>
          <ul>{part.duties.map((duty) => <li><strong>{say.label('bearer', duty.bearer)}</strong>: <CitationText citation={duty.citation} say={say} /></li>)}</ul>
        </section>
      );
    case 'citations':
      return (
        <details class="law">
          <summary>{part.title}</summary>
          <ul>{part.citations.map((citation) => <li><CitationText citation={citation} say={say} /></li>)}</ul>
        </details>
      );
    case 'trust':
      return (
        <footer class="trust">
          <h3>{say.t('trust.title')}</h3>
          {say.trust(part.trust, part.asOf).map((sentence) => <p>{sentence}</p>)}
        </footer>
      );
    case 'topics':
      return <TopicButtons title={part.title} titles={part.topics.map((topic) => topic.title)} carry={shown.carry} />;
    case 'places':
      return <ul>{part.places.map((place) => <li>{shown.placeName(place)}</li>)}</ul>;
    case 'contact':
      return <ContactView contact={part.contact} say={say} />;
    case 'lines':
      return <section class="lines"><h3>{part.title}</h3><LineList lines={part.lines} say={say} /></section>;
  }
};

const SectionView: FC<{ section: Section } & Shown> = ({ section, say, directionOf }) => {
  const foreign = section.lang !== say.locale;
  const blocks = section.blocks.map((block) => <BlockView block={block} say={say} />);
  const body = foreign ? <div lang={section.lang} dir={directionOf(section.lang)}>{blocks}</div> : blocks;
  const note = foreign ? <p class="foreign">{say.t('answer.section_language', { language: say.language(section.lang) })}</p> : null;
  if (section.status) {
    return (
      <details class={`section ${section.name}`}>
        <summary>{say.t('answer.for_status', { status: say.label('status', section.status) })}</summary>
        {note}
        {body}
      </details>
    );
  }
  return <section class={`section ${section.name}`}><h3>{say.section(section.name)}</h3>{note}{body}</section>;
};

const BlockView: FC<{ block: Block; say: Say }> = ({ block, say }) => {
  if (block.type === 'paragraph') return <p><Inlines content={block.content} say={say} /></p>;
  if (block.type === 'ask') return <div class="ask"><p>{say.t('answer.ask_instead')}</p><ContactView contact={block.contact} say={say} /></div>;
  const items = block.items.map((item) => <li><Inlines content={item} say={say} /></li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

const Inlines: FC<{ content: readonly Inline[]; say: Say }> = ({ content, say }) => (
  <>
    {content.map((inline) => {
      if (inline.type === 'strong') return <strong><Inlines content={inline.content} say={say} /></strong>;
      if (inline.type === 'link') return <a href={inline.href} rel="noreferrer">{inline.text}</a>;
      if (inline.type === 'fact') return <b class="fact"><bdi>{say.fact(inline.fact, inline.form)}</bdi></b>;
      return inline.type === 'line' ? <Tel number={inline.line.number} /> : inline.text;
    })}
  </>
);

const Tel: FC<{ number: string }> = ({ number }) => <a class="tel" dir="ltr" href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>;

const ContactView: FC<{ contact: Contact; say: Say }> = ({ contact, say }) =>
  contact.type === 'line' ? <LineList lines={[contact.line]} say={say} /> : <Door card={contact.service} say={say} />;

const LineList: FC<{ lines: readonly Line[]; say: Say }> = ({ lines, say }) => (
  <ul class="line-list">
    {lines.map((line) => (
      <li>
        <Tel number={line.number} /> {say.label('line', line.kind)} <bdi class="own-name">{line.name}</bdi>
        {line.always_open ? `, ${say.t('essential.urgent.open_always')}` : ''}
        {line.warnings.map((code) => <span class="warning"> {say.label('line_warning', code)}</span>)}
      </li>
    ))}
  </ul>
);

const DoorsView: FC<{ title: string; services: readonly ServiceCard[]; say: Say }> = ({ title, services, say }) => {
  const { first, more } = splitDoors(services);
  return (
    <section class="doors">
      <h3>{title}</h3>
      {first.map((card) => <Door card={card} say={say} />)}
      {more.length > 0 ? <details><summary>{say.t('answer.doors_more')} ({say.number(more.length)})</summary>{more.map((card) => <Door card={card} say={say} />)}</details> : null}
    </section>
  );
};

const Door: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => (
  <div class="door">
    <h4><bdi>{card.name}</bdi></h4>
    {card.alternate_name ? <p class="own-name"><bdi>{card.alternate_name}</bdi></p> : null}
    <p class={`open ${card.open.state}`}>{say.open(card.open)}</p>
    <DoorWarning card={card} say={say} />
    <ul class="contacts">
      {card.phones.map((phone) => <li>{say.t('service.phone')}: <Tel number={phone.number} /></li>)}
      {card.locations.map(({ address }) => <li>{say.t('service.address')}: <bdi>{[address.address_1, address.postal_code, address.city].filter(Boolean).join(', ')}</bdi></li>)}
      {card.email ? <li>{say.t('service.email')}: <a href={`mailto:${card.email}`}>{card.email}</a></li> : null}
      {card.url ? <li><a href={card.url} rel="noreferrer">{say.t('service.website')}</a></li> : null}
    </ul>
    <dl>{say.door(card).map(([label, text]) => <div><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
    <p class="source"><a href={card.source.url} rel="noreferrer">{say.t('service.source')}</a></p>
  </div>
);

const DoorWarning: FC<{ card: ServiceCard; say: Say }> = ({ card, say }) => {
  const warning = say.freshness(card);
  return warning ? <p class="warning">{warning}</p> : null;
};

const CitationText: FC<{ citation: Citation; say: Say }> = ({ citation, say }) => (
  <>
    {citation.url ? <a href={citation.url} rel="noreferrer"><bdi>{say.citation(citation)}</bdi></a> : <bdi>{say.citation(citation)}</bdi>}
    {citation.type === 'law' && citation.checked !== 'text' ? <small class="unread"> {say.t('answer.check_text')}</small> : null}
  </>
);

const TopicButtons: FC<{ title: string; titles: readonly string[]; carry: Readonly<Record<string, string>> }> = ({ title, titles, carry }) => (
  <form method="post" action="/" class="topics">
    <h3>{title}</h3>
    {Object.entries(carry).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
    {titles.map((text) => <button type="submit" name="question" value={text}>{text}</button>)}
  </form>
);
