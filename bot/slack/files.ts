/** The report and the file of an assessment: out to the person's direct messages, and in again. */
import { commitments, isDay, networksByKind, newRemarks, readAssessment, writeAssessment } from '../../core/index.ts';
import { localeFor } from '../assistant.ts';
import { StoreError } from '../database.ts';
import { deskIn } from '../desk.ts';
import { report } from '../report.ts';
import { reportMarkdown, reportTable } from '../report-files.ts';
import { reportPage } from '../report-page.tsx';
import { downText, guestOverview, orDown, storeOf } from './assess.ts';
import { type ExportForm, exportForms } from './assess-forms.ts';
import { esc } from './blocks.ts';
import { guestOf, type Seat, today } from './desk.ts';
import type { Submitted, UploadedFile } from './forms.ts';
import type { Fetch } from './outgoing.ts';
import type { Message } from './render.ts';

/** Sends what the form asks for. Slack has had its answer by then. */
export async function sendExport(seat: Seat, form: Submitted, fetch: Fetch): Promise<void> {
  const wanted = exportForms.find((one) => one === form.text('form')) ?? 'html';
  const day = isDay(form.text('day')) && form.text('day') <= today(seat.desk) ? form.text('day') : today(seat.desk);
  const locale = localeFor([form.text('language'), seat.say.locale], seat.desk.core.bundled);
  const file = await orDown(
    () => fileOf(seat, wanted, locale, day),
    () => null,
  );
  if (!file) return tell(seat, downText(seat));
  await upload(seat, file, fetch);
}

interface Made {
  readonly name: string;
  readonly text: string;
}

async function fileOf(seat: Seat, form: ExportForm, locale: string, day: string): Promise<Made> {
  const { core } = seat.desk;
  const assessment = await storeOf(seat).load(seat.tenant);
  const say = await deskIn(locale, core);
  if (!assessment || !say.complete) throw new StoreError('nothing to send');
  const name = `hereabouts-${assessment.id.slice(0, 8)}-${day}.${form}`;
  if (form === 'json') return { name, text: writeAssessment(assessment) };
  const all = await commitments(locale, assessment.town.place, core);
  if (form === 'csv') return { name, text: reportTable(assessment, all, day, say) };
  const made = report({ assessment, commitments: all, networks: await networksByKind(assessment.town.small, core), day }, say);
  return { name, text: form === 'md' ? reportMarkdown(made, say) : reportPage(made, say) };
}

async function upload({ call, user }: Seat, { name, text }: Made, fetch: Fetch): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const { upload_url: address, file_id: id } = await call('files.getUploadURLExternal', { filename: name, length: bytes.length });
  const sent = await fetch(String(address), { method: 'POST', body: bytes });
  if (!sent.ok) throw new Error(`upload refused with ${sent.status}`);
  await call('files.completeUploadExternal', { files: [{ id, title: name }], channel_id: await directChannel(call, user) });
}

async function directChannel(call: Seat['call'], user: string): Promise<string> {
  const { channel } = await call('conversations.open', { users: user });
  return String((channel as { id?: unknown } | undefined)?.id ?? '');
}

async function tell({ call, user }: Seat, said: string | Message): Promise<void> {
  const message = typeof said === 'string' ? { text: esc(said) } : said;
  await call('chat.postMessage', { channel: await directChannel(call, user), ...message, ...quiet });
}

/** No previews, and no names or addresses made out of words. */
export const quiet = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' } as const;

/** More than a city writes in years. Bytes. */
const largest = 4 * 1024 * 1024;

/** What an empty desk takes is its own; a copy of its own brings remarks; any other is a guest, to be reviewed in the place of the guest before. */
export async function takeImport(seat: Seat, file: UploadedFile | undefined, token: string, fetch: Fetch): Promise<void> {
  const { say } = seat;
  const text = file && (file.size ?? 0) <= largest ? await download(file, token, fetch) : null;
  const read = text === null ? ({ problem: 'not-valid', at: '' } as const) : readAssessment(text);
  if ('problem' in read) return tell(seat, say.t('assess.unread', { at: read.at || read.problem }));
  const said = await orDown<string | Message>(
    async () => {
      const taken = await storeOf(seat).take(seat.tenant, read, (own) => newRemarks(own, read));
      if ('other' in taken) {
        const { tenant } = guestOf(seat);
        await storeOf(seat).delete(tenant);
        await storeOf(seat).take(tenant, read, () => []);
        return guestOverview(seat);
      }
      return say.t('assess.imported', { n: say.number('merged' in taken ? taken.merged : read.remarks.length) });
    },
    () => downText(seat),
  );
  await tell(seat, said);
}

/** Null: not to be had, or not text. The token goes to Slack only: `fetch` refuses every other host. */
async function download({ url_private: address = '' }: UploadedFile, token: string, fetch: Fetch): Promise<string | null> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  const bytes = response?.ok ? await response.arrayBuffer() : null;
  if (!bytes || bytes.byteLength > largest) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
