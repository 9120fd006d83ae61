/** The pieces of an answer as HTML: text and sources. */
import type { FC } from 'hono/jsx';
import type { Block, Citation, Inline } from '../../core/index.ts';
import { lawPath } from '../address.ts';
import type { Say } from '../say.ts';
import { ContactView } from './doors.tsx';
import { Tel } from './lines.tsx';

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
        <ContactView contact={block.contact} say={say} level={4} />
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

/** `place`: the page of a law is one of that place; without it the name leads to the official text. */
export const CitationText: FC<{ citation: Citation; say: Say; place?: string }> = ({ citation, say, place }) => {
  const isLaw = citation.type === 'law';
  const href = isLaw && place ? lawPath(place, say.locale, citation.law) : citation.url;
  return (
    <>
      {href ? (
        <a href={href} rel="noreferrer">
          <bdi>{say.citation(citation)}</bdi>
        </a>
      ) : (
        <bdi>{say.citation(citation)}</bdi>
      )}
      {isLaw && citation.checked !== 'text' ? <small class="unread"> {say.t('answer.check_text')}</small> : null}
    </>
  );
};
