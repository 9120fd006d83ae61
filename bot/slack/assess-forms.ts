/** The other forms of the desk: start, export, import, history, delete, settings. */
import type { Assessment, Bundled, Change, Commitment, Standing } from '../../core/index.ts';
import { longest } from '../../core/index.ts';
import { namedIn } from '../assistant.ts';
import { claimText } from '../report.ts';
import type { Say } from '../say.ts';
import { bold, context, esc, joined, type Mrkdwn, type Option, sections } from './blocks.ts';
import { person } from './entry-view.ts';
import { choice, dateInput, fileInput, type ModalView, modal, radio, textInput, tick } from './forms.ts';
import { standingBlocks } from './overview.ts';
import type { Settings } from './store.ts';

export const exportForms = ['html', 'md', 'csv', 'json'] as const;
export type ExportForm = (typeof exportForms)[number];

/** Only words, and a way to close. */
export function noticeModal(lines: readonly string[], say: Say): ModalView {
  const close = say.complete ? say.t('slack.close') : '✕';
  const title = say.complete ? say.t('assess.title') : say.t('essential.name');
  return modal({ id: 'notice', title, close, blocks: sections(lines.map(esc)) });
}

export function startModal(places: readonly Option[], town: Assessment['town'] | null, place: string | undefined, say: Say): ModalView {
  return modal({
    id: 'start',
    title: say.t('assess.title'),
    submit: say.t('slack.save'),
    close: say.t('slack.close'),
    blocks: [
      ...sections([esc(say.t('framework.intro'))]),
      textInput({ name: 'town', label: say.t('assess.town') }, town?.name ?? '', longest.organisation),
      choice({ name: 'place', label: say.t('assess.place') }, say.t('assess.place'), places, town?.place ?? place),
      tick({ name: 'small', label: say.t('framework.small_town'), optional: true }, say.t('framework.small_town'), town?.small ?? false),
    ],
  });
}

export function exportModal(languages: readonly Option[], say: Say): ModalView {
  const forms = exportForms.map((value) => ({
    text: value === 'html' ? `${say.t('assess.report')} (HTML)` : value.toUpperCase().replace('MD', 'Markdown'),
    value,
  }));
  return modal({
    id: 'export',
    title: say.t('assess.export'),
    submit: say.t('assess.export'),
    close: say.t('slack.close'),
    blocks: [
      radio({ name: 'form', label: say.t('assess.form') }, forms, 'html'),
      choice({ name: 'language', label: say.t('page.language') }, say.t('page.language'), languages, say.locale),
      dateInput({ name: 'day', label: say.t('assess.history'), optional: true }, ''),
    ],
  });
}

export function importModal(say: Say): ModalView {
  return modal({
    id: 'import',
    title: say.t('assess.import'),
    submit: say.t('assess.import'),
    close: say.t('slack.close'),
    blocks: [fileInput({ name: 'file', label: `${say.t('assess.file')} (JSON)` })],
  });
}

/** How many changes are listed; the exported file has all. */
const mostListed = 20;

export interface History {
  readonly changes: readonly Change[];
  readonly standing: Standing;
  readonly commitments: readonly Commitment[];
  readonly day: string;
}

/** How it stood on a day, and the changes up to then, newest first: who, when, from, to. */
export function historyModal({ changes, standing, commitments, day }: History, say: Say): ModalView {
  const listed = changes.filter(({ at }) => at.slice(0, 10) <= day).slice(-mostListed);
  return modal({
    id: 'history',
    title: say.t('assess.history'),
    close: say.t('slack.close'),
    blocks: [
      { type: 'actions', block_id: 'history', elements: [{ type: 'datepicker', action_id: 'history_day', initial_date: day }] },
      ...sections([bold(say.t('assess.as_on', { date: say.date(day) }))]),
      ...standingBlocks(standing, commitments, say),
      { type: 'divider' },
      ...context(listed.reverse().map((change) => changeLine(change, changes, commitments, say))),
    ],
  });
}

function changeLine(change: Change, changes: readonly Change[], commitments: readonly Commitment[], say: Say): Mrkdwn {
  const before = changes.find(({ commitment, version }) => commitment === change.commitment && version === change.version - 1) ?? null;
  const claim = (one: Change | null): string => claimText({ change: one, claimed: one?.entry.level ?? null }, say);
  const title = commitments.find(({ id }) => id === change.commitment)?.title ?? change.commitment;
  return joined([esc(say.date(change.at.slice(0, 10))), person(change.by), bold(title), esc(`${claim(before)} → ${claim(change)}`)], ' · ');
}

export function deleteModal(say: Say): ModalView {
  return modal({
    id: 'delete',
    title: say.t('assess.delete'),
    submit: say.t('assess.delete'),
    close: say.t('slack.close'),
    blocks: sections([joined([':warning: ' as Mrkdwn, esc(say.t('assess.delete_warning'))])]),
  });
}

export function settingsModal(settings: Settings, places: readonly Option[], languages: readonly Option[], say: Say): ModalView {
  const automatic = { text: say.t('slack.automatic'), value: 'none' };
  return modal({
    id: 'settings',
    title: say.t('slack.settings'),
    submit: say.t('slack.save'),
    close: say.t('slack.close'),
    blocks: [
      choice({ name: 'language', label: say.t('page.language') }, say.t('page.language'), [automatic, ...languages], settings.locale ?? 'none'),
      choice({ name: 'place', label: say.t('page.place') }, say.t('page.place'), [automatic, ...places], settings.place ?? 'none'),
    ],
  });
}

/** Cities and countries that a person may be in, by name. `served`: those of this deployment; empty for all. */
export function placeOptions(bundled: Bundled, served: readonly string[], locale: string): Option[] {
  const listed = Object.entries(bundled.places).filter(
    ([id, { level }]) => ['city', 'region', 'country'].includes(level) && (served.length === 0 || served.includes(id)),
  );
  return listed.map(([value]) => ({ text: namedIn(value, locale, bundled), value })).sort((one, other) => one.text.localeCompare(other.text, locale));
}

export function languageOptions({ locales }: Bundled): Option[] {
  return Object.entries(locales).map(([value, { autonym }]) => ({ text: autonym, value }));
}
