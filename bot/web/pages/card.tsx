/** `/<place>/<lang>/<topic>/card/<second>`: one answer in two languages side by side, on one sheet, to read together or to show at a desk. */
import type { FC } from 'hono/jsx';
import { type Answered, knownLocale } from '../../../core/index.ts';
import { cardPath, topicPath } from '../../address.ts';
import { type Reply, reply } from '../../assistant.ts';
import { dutiesPart, outline, type Part } from '../../outline.ts';
import { plainText } from '../json-ld.ts';
import { LanguageList } from '../languages.tsx';
import { Page } from '../page.tsx';
import { QrCode } from '../qr.tsx';
import { PartView } from '../render.tsx';
import { shownTo } from '../shown.ts';
import { type PageFunction, placeName, topicQuestion, type Visit } from '../visit.ts';

export const cardPage: PageFunction = async (visit, { topic = '', second = '' }) => {
  const { core, locale, say, place, url } = visit;
  const other = knownLocale(second, core.bundled.locales);
  if (other === null || other === locale) return { problem: 'not-found' };
  const [ours, theirs] = await Promise.all([locale, other].map((tag) => half({ ...visit, locale: tag }, topic)));
  if (!ours || !theirs) return { problem: 'not-found' };
  const own = topicPath(place, locale, topic);
  return (
    <Page visit={visit} title={`${ours.answer.topic.title} · ${say.language(other)}`} robots="noindex" kind="card">
      <article class={`two ${sizeOf([ours, theirs])}`} data-answer>
        {pairs(ours.parts, theirs.parts).map(([left, right]) => (
          <div class={`pair ${left?.type ?? right?.type}`}>
            {[[left, ours, 1] as const, [right, theirs, 2] as const].map(([part, side, level]) => (
              <div lang={side.result.say.locale} dir={side.result.say.info.direction}>
                {part ? <PartView part={part} {...shownTo(visit, side.result, level)} /> : null}
              </div>
            ))}
          </div>
        ))}
        <footer class="scan">
          <QrCode text={new URL(own, url).href} />
          <p>
            {placeName(visit)} · <a href={own}>{new URL(own, url).href}</a>
          </p>
        </footer>
      </article>
      <div class="tools" data-tools data-url={url} data-title={ours.answer.topic.title}>
        <button type="button" hidden data-print>
          {say.t('page.print')}
        </button>
      </div>
      <Choice visit={visit} topic={topic} />
    </Page>
  );
};

/** Where there is no language to propose: all of them. */
export const cardChoicePage: PageFunction = async (visit, { topic = '' }) => {
  const ours = await half(visit, topic);
  if (!ours) return { problem: 'not-found' };
  return (
    <Page visit={visit} title={ours.answer.topic.title} robots="noindex" kind="card">
      <h1>{ours.answer.topic.title}</h1>
      <Choice visit={visit} topic={topic} />
    </Page>
  );
};

const Choice: FC<{ visit: Visit; topic: string }> = ({ visit, topic }) => (
  <nav class="languages" aria-labelledby="second">
    <h2 id="second">{visit.say.t('page.card')}</h2>
    <LanguageList visit={visit} tags={Object.keys(visit.core.bundled.locales)} hrefOf={(tag) => cardPath(visit.place, visit.locale, topic, tag)} />
  </nav>
);

interface Half {
  readonly result: Reply;
  readonly answer: Answered;
  readonly parts: readonly Part[];
}

/** What a resident reads, with who must act by which article: that is what both need at the desk. */
async function half(visit: Visit, topic: string): Promise<Half | null> {
  const result = await reply(topicQuestion({ ...visit, reader: 'resident' }, topic), visit.core);
  const { answer, say, placeName: nameOf } = result;
  if (answer.outcome !== 'answered') return null;
  const all = outline({ ...answer, urgent: null }, say, nameOf);
  const wanted = all.filter((part) => (part.type === 'section' ? isShort(part) : ['title', 'deadlines', 'trust'].includes(part.type)));
  const duties = dutiesPart(answer).map((part) => (part.type === 'duties' ? { ...part, duties: part.duties.slice(0, mostDuties) } : part));
  const [law] = all.filter(({ type }) => type === 'citations');
  const last = wanted.filter(({ type }) => type === 'trust');
  return { result, answer, parts: [...wanted.filter(({ type }) => type !== 'trust'), ...(duties.length > 0 ? duties : law ? [law] : []), ...last] };
}

const mostDuties = 2;

/** How large the letters can be for both to stand on one sheet; by measure of the most asked topics in five pairs of languages. */
function sizeOf(halves: readonly Half[]): 'roomy' | 'snug' | 'tight' {
  const length = Math.max(...halves.map(({ parts, result }) => parts.reduce((sum, part) => sum + lengthOf(part, result), 0)));
  return length < 1050 ? 'roomy' : length < 1500 ? 'snug' : 'tight';
}

function lengthOf(part: Part, { sayFor }: Reply): number {
  if (part.type === 'section') return plainText([part.section], sayFor).length;
  return part.type === 'deadlines' ? part.deadlines.reduce((sum, { label }) => sum + label.length, 0) : 0;
}

function isShort({ section }: Part & { type: 'section' }): boolean {
  return section.status === null && ['answer', 'careful'].includes(section.name);
}

/** The same part of both, next to each other, in the order of the first. */
function pairs(ours: readonly Part[], theirs: readonly Part[]): [Part | undefined, Part | undefined][] {
  const nameOf = (part: Part): string => (part.type === 'section' ? part.section.name : part.type);
  const names = [...new Set([...ours, ...theirs].map(nameOf))];
  const of = (parts: readonly Part[], name: string): Part | undefined => parts.find((part) => nameOf(part) === name);
  return names.map((name) => [of(ours, name), of(theirs, name)]);
}
