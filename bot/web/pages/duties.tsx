/** `/<place>/<lang>/duties`: who must do what, by service area, then who carries it, then the duty. */
import type { FC } from 'hono/jsx';
import { type DutyStep, dutyAreas, dutyBearers, dutyTopics } from '../../../core/index.ts';
import { dutyPath, pagePath } from '../../address.ts';
import type { Say } from '../../say.ts';
import { atDesk, DeskPage } from '../desk.tsx';
import type { PageFunction, Visit } from '../visit.ts';

export const dutiesPage: PageFunction = async (before) => {
  const visit = await atDesk(before);
  if (!visit) return { problem: 'failed' };
  const { say, place, core, locale, query } = visit;
  const areas = await dutyAreas(place, core);
  const area = areas.find(({ code }) => code === query.get('area'))?.code;
  const bearers = area ? await dutyBearers(place, area, core) : [];
  const bearer = bearers.find(({ code }) => code === query.get('bearer'))?.code;
  return (
    <DeskPage visit={visit} here="duties" title={say.t('duty.topic')}>
      {area ? null : <Steps visit={visit} kind="group" title={say.t('duty.area')} steps={areas} hrefOf={(code) => wayTo(visit, { area: code })} />}
      {area ? <Way visit={visit} area={area} {...(bearer ? { bearer } : {})} /> : null}
      {area && !bearer ? (
        <Steps visit={visit} kind="bearer" title={say.t('duty.bearer')} steps={bearers} hrefOf={(code) => wayTo(visit, { area, bearer: code })} />
      ) : null}
      {area && bearer ? (
        <ul class="ways">
          {(await dutyTopics(place, { area, bearer }, locale, core)).map(({ id, title }) => (
            <li>
              <a href={dutyPath(place, locale, id)}>{title}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {areas.length === 0 ? <p class="remark">{say.t('duty.none')}</p> : null}
    </DeskPage>
  );
};

function wayTo({ place, locale }: Visit, path: Readonly<Record<string, string>>): string {
  return `${pagePath(place, locale, 'duties')}?${new URLSearchParams(path)}`;
}

/** How one came here, each step a way back. */
const Way: FC<{ visit: Visit; area: string; bearer?: string }> = ({ visit, area, bearer }) => {
  const { say, place, locale } = visit;
  return (
    <p class="way">
      <a href={pagePath(place, locale, 'duties')}>{say.t('duty.area')}</a>
      {' › '}
      {bearer ? <a href={wayTo(visit, { area })}>{say.label('group', area)}</a> : say.label('group', area)}
      {bearer ? ` › ${say.label('bearer', bearer)}` : null}
    </p>
  );
};

const Steps: FC<{ visit: Visit; kind: string; title: string; steps: readonly DutyStep[]; hrefOf: (code: string) => string }> = ({
  visit: { say },
  kind,
  title,
  steps,
  hrefOf,
}) => (
  <section>
    <h2>{title}</h2>
    <ul class="ways">
      {steps.map((step) => (
        <li>
          <a href={hrefOf(step.code)}>
            {say.label(kind, step.code)} <Count n={step.duties} say={say} />
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const Count: FC<{ n: number; say: Say }> = ({ n, say }) => (
  <span class="number">
    <bdi>{say.number(n)}</bdi>
  </span>
);
