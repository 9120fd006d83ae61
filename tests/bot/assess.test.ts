/** The store of the self-assessment in a browser: the same file as everywhere, and nothing but that. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AssessmentStore } from '../../bot/web/assess/store.ts';
import { type Assessment, readAssessment, writeAssessment } from '../../core/index.ts';
import { proven, remark } from '../core/assessment.ts';

class FakeStorage {
  readonly items = new Map<string, string>();
  isFull = false;
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  removeItem = (key: string): void => void this.items.delete(key);
  setItem = (key: string, value: string): void => {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  };
}

const now = '2026-11-22T10:00:00.000Z';
const town = { name: 'Lower Kelp', place: 'xa', small: true };
let storage: FakeStorage;
let store: AssessmentStore;

beforeEach(() => {
  storage = new FakeStorage();
  store = new AssessmentStore(storage as unknown as Storage);
  store.start(town, now);
});

const own = (): Assessment => {
  const found = store.load('own');
  if (!found) throw new Error('none');
  return found;
};

describe('the assessment of a browser', () => {
  it('keeps every version, and the same words twice once', () => {
    expect(store.save('s-food', proven, now)).toBe(true);
    store.save('s-food', proven, now);
    store.save('s-food', { ...proven, owner: 'Kelp office' }, now);
    store.save('s-water', proven, now);
    expect(own().changes.map(({ commitment, version }) => [commitment, version])).toEqual([
      ['s-food', 1],
      ['s-food', 2],
      ['s-water', 1],
    ]);
  });

  it('what is kept is the file that every channel reads', () => {
    store.save('s-food', proven, now);
    const [text = ''] = storage.items.values();
    expect(readAssessment(text)).toEqual(own());
    expect(writeAssessment(own())).toBe(text);
  });

  it('goes to a reviewer and comes back with remarks; nothing of its own is changed by them', () => {
    store.save('s-food', proven, now);
    const theirs = new AssessmentStore(new FakeStorage() as unknown as Storage);
    theirs.start({ name: 'Reef', place: 'xa', small: false }, now);
    expect(theirs.take(writeAssessment(own()))).toEqual({ shown: 'guest', remarks: 0 });
    const made = remark('s-food', 1);
    expect(theirs.remark(made)).toBe(true);
    const guest = theirs.load('guest');
    expect(theirs.load('own')?.town.name).toBe('Reef');
    expect(store.take(writeAssessment(guest as Assessment))).toEqual({ shown: 'own', remarks: 1 });
    expect(own().remarks).toEqual([made]);
    expect(store.take(writeAssessment(guest as Assessment))).toEqual({ shown: 'own', remarks: 0 });
  });

  it('an empty desk takes a file as its own', () => {
    const empty = new AssessmentStore(new FakeStorage() as unknown as Storage);
    expect(empty.take(writeAssessment(own()))).toMatchObject({ shown: 'own' });
    expect(empty.load('own')).toEqual(own());
  });

  it.each([
    ['{', 'not-json'],
    ['{"format":"other"}', 'format'],
  ])('a file that is none (%s) changes nothing', (text, at) => {
    const before = own();
    expect(store.take(text)).toEqual({ unread: expect.any(String) });
    expect((store.take(text) as { unread: string }).unread).toContain(at);
    expect(own()).toEqual(before);
  });

  it('says so when the browser keeps nothing, and forgets when told to', () => {
    storage.isFull = true;
    expect(store.save('s-food', proven, now)).toBe(false);
    expect(own().changes).toEqual([]);
    store.delete('own');
    expect(store.load('own')).toBeNull();
    expect([...storage.items]).toEqual([]);
  });

  it('what somebody else wrote into the storage is no assessment', () => {
    storage.items.set('hereabouts-assessment-own', '{"format":"hereabouts-assessment-1","id":7}');
    expect(store.load('own')).toBeNull();
  });
});
