/** Answer -> HTML. hono/jsx escapes once; every part says its language and direction. */
import type { FC } from 'hono/jsx';
import type { Answer, Section } from '../../core/index.ts';
import { outline, type Part } from '../outline.ts';
import type { Say } from '../say.ts';
import { BlockView, CitationText, ContactView, DoorsView, LineList } from './blocks.tsx';

export interface Shown {
  readonly say: Say;
  /** The words of a section's own language. */
  readonly sayFor: (lang: string) => Say;
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
          {part.notice.content.map((block) => (
            <BlockView block={block} say={say} />
          ))}
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
          <dl>
            {part.deadlines.map(({ label, lang, fact }) => (
              <div lang={lang} dir={shown.directionOf(lang)}>
                <dt>{label}</dt>
                <dd>{shown.sayFor(lang).fact(fact)}</dd>
              </div>
            ))}
          </dl>
        </section>
      );
    case 'doors':
      return <DoorsView title={part.title} services={part.services} say={say} />;
    case 'duties':
      return (
        <section class="duties">
          <h3>{say.t('answer.duties')}</h3>
          <ul>
            {part.duties.map((duty) => (
              <li>
                <strong>{say.label('bearer', duty.bearer)}</strong>: <CitationText citation={duty.citation} say={say} />
              </li>
            ))}
          </ul>
        </section>
      );
    case 'citations':
      return (
        <details class="law">
          <summary>{part.title}</summary>
          <ul>
            {part.citations.map((citation) => (
              <li>
                <CitationText citation={citation} say={say} />
              </li>
            ))}
          </ul>
        </details>
      );
    case 'trust':
      return (
        <footer class="trust">
          <h3>{say.t('trust.title')}</h3>
          {say.trust(part.trust, part.asOf).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </footer>
      );
    case 'topics':
      return <TopicButtons title={part.title} titles={part.topics.map((topic) => topic.title)} carry={shown.carry} />;
    case 'places':
      return (
        <ul>
          {part.places.map((place) => (
            <li>{shown.placeName(place)}</li>
          ))}
        </ul>
      );
    case 'contact':
      return <ContactView contact={part.contact} say={say} />;
    case 'lines':
      return (
        <section class="lines">
          <h3>{part.title}</h3>
          <LineList lines={part.lines} say={say} />
        </section>
      );
  }
};

const SectionView: FC<{ section: Section } & Shown> = ({ section, say, sayFor, directionOf }) => {
  const foreign = section.lang !== say.locale;
  const blocks = section.blocks.map((block) => <BlockView block={block} say={sayFor(section.lang)} />);
  const body = foreign ? (
    <div lang={section.lang} dir={directionOf(section.lang)}>
      {blocks}
    </div>
  ) : (
    blocks
  );
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
  return (
    <section class={`section ${section.name}`}>
      <h3>{say.section(section.name)}</h3>
      {note}
      {body}
    </section>
  );
};

const TopicButtons: FC<{ title: string; titles: readonly string[]; carry: Readonly<Record<string, string>> }> = ({ title, titles, carry }) => (
  <form method="post" action="/" class="topics">
    <h3>{title}</h3>
    {Object.entries(carry).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {titles.map((text) => (
      <button type="submit" name="question" value={text}>
        {text}
      </button>
    ))}
  </form>
);
