/** The assessments of this browser: one's own, and one of another town that came as a file to be reviewed. Nothing of them leaves it but as a file. */
import {
  type Assessment,
  type Change,
  type Entry,
  newRemarks,
  type Remark,
  readAssessment,
  sameEntry,
  type Town,
  writeAssessment,
} from '../../../core/index.ts';

export type Whose = 'own' | 'guest';

const keyOf = (whose: Whose): string => `hereabouts-assessment-${whose}`;

/** Who writes in a browser: there is nobody to tell apart. */
const writer = 'browser';

export type Taken = { readonly shown: Whose; readonly remarks: number } | { readonly unread: string };

/** Every function that writes says whether the browser kept it. */
export class AssessmentStore {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Null: none. What no longer reads is none. */
  load(whose: Whose): Assessment | null {
    const read = readAssessment(this.#storage.getItem(keyOf(whose)) ?? '');
    return 'problem' in read ? null : read;
  }

  start(town: Town, now: string): boolean {
    const own = this.load('own');
    return this.#keep('own', own ? { ...own, town } : { id: crypto.randomUUID(), town, startedAt: now, changes: [], remarks: [] });
  }

  /** The next version of an entry; the same words twice are one. */
  save(commitment: string, entry: Entry, now: string): boolean {
    const own = this.load('own');
    if (!own) return false;
    const last = own.changes.findLast((change) => change.commitment === commitment);
    if (last && sameEntry(last.entry, entry)) return true;
    const change: Change = { commitment, version: (last?.version ?? 0) + 1, at: now, by: writer, entry };
    return this.#keep('own', { ...own, changes: [...own.changes, change] });
  }

  remark(remark: Remark): boolean {
    const guest = this.load('guest');
    return guest !== null && this.#keep('guest', { ...guest, remarks: [...guest.remarks, remark] });
  }

  /** What an empty desk takes is its own; a copy of its own brings remarks; any other is a guest, in the place of the guest before. */
  take(text: string): Taken {
    const file = readAssessment(text);
    if ('problem' in file) return { unread: file.at || file.problem };
    const own = this.load('own');
    if (own && own.id === file.id) {
      const remarks = newRemarks(own, file);
      return this.#taken('own', { ...own, remarks: [...own.remarks, ...remarks] }, remarks.length);
    }
    return this.#taken(own ? 'guest' : 'own', file, file.remarks.length);
  }

  #taken(whose: Whose, assessment: Assessment, remarks: number): Taken {
    return this.#keep(whose, assessment) ? { shown: whose, remarks } : { unread: '' };
  }

  delete(whose: Whose): void {
    this.#storage.removeItem(keyOf(whose));
  }

  /** False when the storage is full or forbidden. */
  #keep(whose: Whose, assessment: Assessment): boolean {
    try {
      this.#storage.setItem(keyOf(whose), writeAssessment(assessment));
      return true;
    } catch {
      return false;
    }
  }
}
