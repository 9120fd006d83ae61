/** `/<place>/<lang>/assessment`: the self-assessment. It is filled in, counted and kept by a script in the browser; nothing of it is ever sent. */
import type { FC } from 'hono/jsx';
import { type Commitment, commitmentKinds, commitments, longest, networksByKind, reviewerKinds } from '../../../core/index.ts';
import { assessmentDataPath, pagePath } from '../../address.ts';
import { allLevels, levelText } from '../../report.ts';
import type { Say } from '../../say.ts';
import type { AssessmentData } from '../assess/data.ts';
import { CitationText } from '../blocks.tsx';
import { atDesk, DeskPage } from '../desk.tsx';
import { files } from '../files.ts';
import { Blocks, Evidence, Foreign } from '../framework.tsx';
import type { PageFunction } from '../visit.ts';

export const assessmentPage: PageFunction = async (before) => {
  const visit = await atDesk(before);
  if (!visit) return { problem: 'failed' };
  const { say, place, locale, core } = visit;
  const all = await commitments(locale, place, core);
  return (
    <DeskPage visit={visit} here="assessment" title={say.t('assess.title')}>
      <p>{say.t('framework.intro')}</p>
      <Foreign langs={all.map(({ lang }) => lang)} say={say} />
      <p class="remark" data-no-script>
        {say.t('assess.script')} <a href={pagePath(place, locale, 'commitments')}>{say.t('framework.commitments')}</a>
      </p>
      <div class="assess" hidden data-assess={assessmentDataPath(place, locale)}>
        <p class="remark">{say.t('assess.stays')}</p>
        <p role="status" class="status" data-said />
        <Whose say={say} />
        <Start say={say} />
        <div data-standing />
        <Files say={say} />
        {commitmentKinds.map((kind) => (
          <section>
            <h2>{say.label('commitment_kind', kind)}</h2>
            {all
              .filter((commitment) => commitment.kind === kind)
              .map((commitment) => (
                <ItemView commitment={commitment} say={say} />
              ))}
          </section>
        ))}
        <div data-plan />
      </div>
      <script type="module" src={files.assess} />
    </DeskPage>
  );
};

/** What the script cannot take from the page: the words of the report, the commitments and networks as data. */
export const assessmentData: PageFunction = async (before) => {
  const visit = await atDesk(before);
  if (!visit) return { problem: 'failed' };
  const { say, place, locale, core } = visit;
  const [all, small, any] = await Promise.all([commitments(locale, place, core), networksByKind(true, core), networksByKind(false, core)]);
  const { locales, essential } = core.bundled;
  const data: AssessmentData = {
    locale,
    place,
    bundled: { locales, essential: { [locale]: essential[locale] } },
    words: say.words,
    commitments: all,
    networks: { small: Object.fromEntries(small), any: Object.fromEntries(any) },
  };
  return Response.json(data);
};

/** Whose assessment is open, where that of another town lies beside it. */
const Whose: FC<{ say: Say }> = ({ say }) => (
  <div class="whose" hidden data-whose>
    <button type="button" data-show="own" aria-pressed="true" />
    <button type="button" data-show="guest" aria-pressed="false" />
    <p class="remark" hidden data-guest>
      {say.t('assess.guest')}
    </p>
  </div>
);

const Start: FC<{ say: Say }> = ({ say }) => (
  <form class="sheet" data-town>
    <label>
      {say.t('assess.town')}
      <input name="town" required maxlength={longest.organisation} autocomplete="off" />
    </label>
    <label class="tick">
      <input type="checkbox" name="small" /> {say.t('framework.small_town')}
    </label>
    <button type="submit">{say.t('slack.save')}</button>
  </form>
);

const Files: FC<{ say: Say }> = ({ say }) => {
  const forms = [
    ['html', say.t('assess.report')],
    ['md', 'Markdown'],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const;
  return (
    <section class="files">
      <h2>{say.t('assess.export')}</h2>
      <div class="buttons">
        {forms.map(([form, words]) => (
          <button type="button" data-export={form}>
            {words}
          </button>
        ))}
      </div>
      <label class="file">
        {say.t('assess.import')} (JSON)
        <input type="file" accept="application/json,.json" data-import />
      </label>
      <button type="button" class="quiet" data-delete data-warning={say.t('assess.delete_warning')}>
        {say.t('assess.delete')}
      </button>
    </section>
  );
};

const ItemView: FC<{ commitment: Commitment; say: Say }> = ({ commitment, say }) => (
  <details class="item" id={commitment.id} data-item={commitment.id}>
    <summary>
      <span lang={commitment.lang} dir={say.direction(commitment.lang)}>
        {commitment.title}
      </span>{' '}
      <span class="level" data-level />
    </summary>
    <Blocks blocks={commitment.question} lang={commitment.lang} say={say} />
    <Evidence commitment={commitment} say={say} />
    <details class="law">
      <summary>{say.t('answer.law')}</summary>
      <ul>
        {commitment.citations.map((citation) => (
          <li>
            <CitationText citation={citation} say={say} />
          </li>
        ))}
      </ul>
    </details>
    <div data-claim />
    <EntryForm id={commitment.id} say={say} />
    <RemarkForm id={commitment.id} say={say} />
    <div data-remarks />
  </details>
);

const Levels: FC<{ name: string; legend: string; say: Say; more?: readonly (readonly [value: string, words: string])[] }> = ({
  name,
  legend,
  say,
  more = [],
}) => (
  <fieldset>
    <legend>{legend}</legend>
    {[...allLevels.map((level) => [String(level), levelText(level, say)] as const), ...more].map(([value, words]) => (
      <label class="tick">
        <input type="radio" name={name} value={value} /> {words}
      </label>
    ))}
    <Problem field={name} />
  </fieldset>
);

/** Filled by the script when something is wrong with a field. */
const Problem: FC<{ field: string }> = ({ field }) => <p class="error" hidden data-problem={field} />;

const EntryForm: FC<{ id: string; say: Say }> = ({ id, say }) => (
  <form class="sheet" data-entry={id} novalidate>
    <Levels name="choice" legend={say.t('assess.own')} say={say} more={[['not-ours', say.t('assess.not_ours')]]} />
    <label>
      {say.t('assess.evidence')}
      <small>{say.t('assess.evidence_hint')}</small>
      <textarea name="evidence" rows={3} maxlength={longest.evidence} dir="auto" />
    </label>
    <Problem field="evidence" />
    <Field name="link" type="url" label={say.t('assess.link')} most={longest.link} />
    <Field name="owner" label={say.t('assess.owner')} most={longest.owner} />
    <Field name="due" type="date" label={say.t('assess.due')} />
    <Field name="notOurs" label={`${say.t('assess.not_ours')}: ${say.t('assess.law')}`} most={longest.notOurs} />
    <button type="submit">{say.t('slack.save')}</button>
  </form>
);

const RemarkForm: FC<{ id: string; say: Say }> = ({ id, say }) => (
  <form class="sheet" hidden data-remark={id} novalidate>
    <Levels name="seen" legend={say.t('assess.seen')} say={say} />
    <label>
      {say.t('assess.comment')}
      <textarea name="comment" rows={3} maxlength={longest.comment} dir="auto" />
    </label>
    <Field name="name" label={say.t('assess.reviewer')} most={longest.name} />
    <Field name="organisation" label={say.t('assess.organisation')} most={longest.organisation} />
    <label>
      {say.t('assess.speak_for')}
      <select name="kind">
        {reviewerKinds.map((kind) => (
          <option value={kind}>{say.t(`assess.kind.${kind}`)}</option>
        ))}
      </select>
    </label>
    <button type="submit">{say.t('slack.save')}</button>
  </form>
);

const Field: FC<{ name: string; label: string; type?: string; most?: number }> = ({ name, label, type = 'text', most }) => (
  <>
    <label>
      {label}
      <input name={name} type={type} maxlength={most} autocomplete="off" {...(type === 'text' ? { dir: 'auto' as const } : {})} />
    </label>
    <Problem field={name} />
  </>
);
