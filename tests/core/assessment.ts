/** An invented town and its answers, for tests of the rules. */
import type { Assessment, Change, Commitment, Entry, Level, Remark } from '../../core/index.ts';

export const proven: Entry = { level: 2, notOurs: '', evidence: 'Council minutes of May', link: '', owner: 'Social office', due: '' };

export function change(commitment: string, entry: Partial<Entry> = {}, more: Partial<Change> = {}): Change {
  return { commitment, version: 1, at: '2026-03-01T10:00:00.000Z', by: 'U1', entry: { ...proven, ...entry }, ...more };
}

export function remark(commitment: string, level: Level, more: Partial<Remark> = {}): Remark {
  const reviewer = { name: 'Ada Reef', organisation: 'Coral House', kind: 'civil-society' } as const;
  return { commitment, version: 1, level, comment: 'Seen at the desk', reviewer, at: '2026-04-01T10:00:00.000Z', ...more };
}

export function assessment(changes: readonly Change[] = [], remarks: readonly Remark[] = []): Assessment {
  const town = { name: 'Lower Kelp', place: 'xa', small: true };
  return { id: '00000000-0000-4000-8000-000000000001', town, startedAt: '2026-02-01T08:00:00.000Z', changes, remarks };
}

export function commitment(id: string, kind = 'substantive'): Commitment {
  const words = { lang: 'en', title: id, commitment: [], question: [], levels: [], lowCost: [] };
  return { id, kind, element: 'foundation', topics: [], sdgTargets: ['16.6'], citations: [], ...words };
}
