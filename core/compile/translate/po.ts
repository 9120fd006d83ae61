/**
 * Texts as gettext PO, which Weblate, Poedit and OmegaT read. One PO file holds one group of topics in one language; `locales/<tag>.json` needs none:
 * those tools read i18next files themselves.
 */
import { type GetTextTranslations, po } from 'gettext-parser';
import type { Unit } from './units.ts';

export interface TranslatedFile {
  /** The text in its source language, from the root: `content/topics/x/en.md`. */
  readonly source: string;
  /** Whether the translation is of an older edition: its units are marked "fuzzy". */
  readonly isBehind: boolean;
  readonly units: readonly Unit[];
}

/** Stands between file and unit in a context. */
const separator = ' | ';

export function writePo(tag: string, files: readonly TranslatedFile[]): string {
  const translations: GetTextTranslations['translations'] = {};
  for (const { source, isBehind, units } of files) {
    for (const { id, source: msgid, translation } of units) {
      const msgctxt = source + separator + id;
      const comments = { reference: source, ...(isBehind && translation ? { flag: 'fuzzy' } : {}) };
      translations[msgctxt] = { [msgid]: { msgctxt, msgid, msgstr: [translation], comments } };
    }
  }
  const headers = { Language: tag, 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit' };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8');
}

export interface ReadUnit {
  readonly msgid: string;
  /** Empty when untranslated or still to be looked at ("fuzzy"). */
  readonly translation: string;
}

export interface ReadPo {
  readonly tag: string;
  /** Source file -> unit -> what the translator wrote. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, ReadUnit>>;
}

export function readPo(text: string): ReadPo {
  const { headers, translations } = po.parse(text);
  const files = new Map<string, Map<string, ReadUnit>>();
  for (const [context, messages] of Object.entries(translations)) {
    const [source = '', id = ''] = context.split(separator);
    for (const { msgid, msgstr, comments } of Object.values(messages)) {
      if (!id) continue;
      const units = files.get(source) ?? new Map<string, ReadUnit>();
      files.set(source, units.set(id, { msgid, translation: comments?.flag?.includes('fuzzy') ? '' : (msgstr[0] ?? '') }));
    }
  }
  return { tag: headers.Language ?? '', files };
}
