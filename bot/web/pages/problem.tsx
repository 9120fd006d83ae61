/** What could not be shown, and whom to call all the same. */
import { longestText } from '../../../core/index.ts';
import { linesPart } from '../../outline.ts';
import { Page } from '../page.tsx';
import type { Refusal } from '../problem.ts';
import { QuestionForm } from '../question.tsx';
import { PartView } from '../render.tsx';
import { shownTo } from '../shown.ts';
import { placeName, type Visit } from '../visit.ts';

export function problemPage(visit: Visit, { problem, urgent, lines }: Refusal): object {
  const { say, core, place } = visit;
  const words = say.t(`essential.problem.${problem}`, { limit: longestText });
  const shown = shownTo(visit, { say, sayFor: () => say, placeName: (id) => placeName(visit, id) }, 1);
  return (
    <Page visit={visit} title={words} robots="noindex">
      {urgent ? <PartView part={{ type: 'urgent', urgent }} {...shown} /> : null}
      <h1 class="problem">{words}</h1>
      {linesPart(lines ?? core.bundled.places[place]?.lines ?? [], say).map((part) => (
        <PartView part={part} {...shown} />
      ))}
      <QuestionForm visit={visit} />
    </Page>
  );
}
