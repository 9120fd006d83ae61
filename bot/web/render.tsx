/** Answer -> HTML. hono/jsx escapes once; every part says its language and direction. */
import type { Child, FC } from 'hono/jsx';
import type { Answer, Reader, Section, TopicRef } from '../../core/index.ts';
import { pagePath, topicPath } from '../address.ts';
import { outline, type Part } from '../outline.ts';
import type { Say } from '../say.ts';
import { BlockView, CitationText, termAnchor } from './blocks.tsx';
import { ContactView, DoorsView } from './doors.tsx';
import { below, Heading, type Level } from './heading.tsx';
import { LineList } from './lines.tsx';
import { CountLink } from './taps.tsx';

export interface Shown {
  readonly say: Say;
  /** The words of a section's own language. */
  readonly sayFor: (lang: string) => Say;
  readonly placeName: (id: string) => string;
  /** Direction of any listed language. */
  readonly directionOf: (tag: string) => 'ltr' | 'rtl';
  /** Where links lead: to the pages of this place, for this reader. */
  readonly place: string;
  readonly reader: Reader;
  /** Of the title; its sections are one below. */
  readonly level: Level;
  /** The language that the answer fell back to as a whole, which is said once and not of each section. */
  readonly saidIn?: string;
}

/** `tools`: what one can do with the answer, behind its title. */
export const AnswerView: FC<{ answer: Answer; tools?: Child } & Shown> = ({ answer, tools, ...shown }) => {
  const saidIn = answer.outcome === 'answered' && answer.fellBackFrom ? { saidIn: answer.answeredIn } : {};
  return (
    <article class={`answer ${answer.outcome}`} data-answer>
      {outline(answer, shown.say, shown.placeName).map((part) => (
        <>
          <PartView part={part} {...shown} {...saidIn} />
          {part.type === 'title' ? tools : null}
          {part.type === 'deadlines' && answer.outcome === 'answered' ? <CountLink answer={answer} say={shown.say} /> : null}
        </>
      ))}
    </article>
  );
};

type Of<Type extends Part['type']> = Extract<Part, { type: Type }>;
type View<Type extends Part['type']> = (part: Of<Type>, shown: Shown) => ReturnType<FC>;

/** One view per kind of part: a new kind does not compile until it has one. */
const views: { readonly [Type in Part['type']]: View<Type> } = {
  urgent: ({ urgent }, { say, directionOf }) => (
    <section class="urgent" role="alert" lang={urgent.lang} dir={directionOf(urgent.lang)}>
      <h2>{urgent.title}</h2>
      <p>{urgent.say}</p>
      <LineList lines={urgent.lines} say={say} />
    </section>
  ),
  notice: ({ notice }, { say, directionOf }) => (
    <section class="notice" lang={notice.lang} dir={directionOf(notice.lang)}>
      <h2>{notice.title}</h2>
      {notice.content.map((block) => (
        <BlockView block={block} say={say} />
      ))}
    </section>
  ),
  remark: ({ text }) => <p class="remark">{text}</p>,
  title: ({ text }, { level }) => (
    <Heading level={level} class="title">
      {text}
    </Heading>
  ),
  section: ({ section }, shown) => <SectionView section={section} {...shown} />,
  deadlines: ({ deadlines }, { say, sayFor, directionOf, level }) => (
    <section class="deadline">
      <Heading level={below(level)}>{say.t('answer.deadline')}</Heading>
      <dl>
        {deadlines.map(({ label, lang, fact }) => (
          <div lang={lang} dir={directionOf(lang)}>
            <dt>{label}</dt>
            <dd>{sayFor(lang).fact(fact)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ),
  doors: ({ title, services }, { say, place, level }) => <DoorsView title={title} services={services} say={say} place={place} level={below(level)} />,
  duties: ({ duties }, { say, place, level }) => (
    <section class="duties">
      <Heading level={below(level)}>{say.t('answer.duties')}</Heading>
      <ul>
        {duties.map(({ bearer, citation }) => (
          <li>
            <strong>{say.label('bearer', bearer)}</strong>: <CitationText citation={citation} say={say} place={place} />
          </li>
        ))}
      </ul>
    </section>
  ),
  terms: ({ terms }, { say, directionOf, level }) => (
    <section class="words">
      <Heading level={below(level)}>{say.t('answer.words')}</Heading>
      <dl>
        {terms.map(({ id, lang, term, means }) => (
          <div id={termAnchor(id)} lang={lang} dir={directionOf(lang)}>
            <dt>{term}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  ),
  commitments: ({ commitments }, { say, place, level }) => (
    <section class="commitments">
      <Heading level={below(level)}>{say.t('answer.commitments')}</Heading>
      <ul>
        {commitments.map(({ id, title }) => (
          <li>
            <a href={`${pagePath(place, say.locale, 'commitments')}#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  ),
  citations: ({ title, citations }, { say, place }) => (
    <details class="law">
      <summary>{title}</summary>
      <ul>
        {citations.map((citation) => (
          <li>
            <CitationText citation={citation} say={say} place={place} />
          </li>
        ))}
      </ul>
    </details>
  ),
  trust: ({ trust, asOf }, { say, level }) => (
    <footer class="trust">
      <Heading level={below(level)}>{say.t('trust.title')}</Heading>
      {say.trust(trust, asOf).map((sentence) => (
        <p>{sentence}</p>
      ))}
    </footer>
  ),
  topics: ({ title, topics }, shown) => <TopicLinks title={title} topics={topics} {...shown} />,
  places: ({ places, topic }, { say, placeName, reader }) => (
    <ul>
      {places.map((place) => (
        <li>
          <a href={topicPath(place, say.locale, topic.id, reader)}>{placeName(place)}</a>
        </li>
      ))}
    </ul>
  ),
  contact: ({ contact }, { say, place, level }) => <ContactView contact={contact} say={say} place={place} level={below(level)} />,
  lines: ({ title, lines }, { say, level }) => (
    <section class="lines">
      <Heading level={below(level)}>{title}</Heading>
      <LineList lines={lines} say={say} />
    </section>
  ),
};

export const PartView: FC<{ part: Part } & Shown> = ({ part, ...shown }) => (views[part.type] as View<Part['type']>)(part, shown);

const SectionView: FC<{ section: Section } & Shown> = ({ section, say, sayFor, directionOf, level, saidIn }) => {
  const foreign = section.lang !== say.locale;
  const blocks = section.blocks.map((block) => <BlockView block={block} say={sayFor(section.lang)} />);
  const body = foreign ? (
    <div lang={section.lang} dir={directionOf(section.lang)}>
      {blocks}
    </div>
  ) : (
    blocks
  );
  const note = foreign && section.lang !== saidIn ? <p class="foreign">{say.t('answer.section_language', { language: say.language(section.lang) })}</p> : null;
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
      <Heading level={below(level)}>{say.section(section.name)}</Heading>
      {note}
      {body}
    </section>
  );
};

/** Near topics, each a link to its permanent page. */
export const TopicLinks: FC<{ title: string; topics: readonly TopicRef[] } & Pick<Shown, 'say' | 'place' | 'reader' | 'level'>> = ({
  title,
  topics,
  level,
  ...shown
}) => (
  <nav class="topics" aria-label={title}>
    <Heading level={below(level)}>{title}</Heading>
    <ul>
      {topics.map((topic) => (
        <li>
          <a href={topicPath(shown.place, shown.say.locale, topic.id, shown.reader)}>{topic.title}</a>
        </li>
      ))}
    </ul>
  </nav>
);
