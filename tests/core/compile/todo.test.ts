import { describe, expect, it } from 'vitest';
import { todo } from '../../../core/compile/todo.ts';
import { atlantisFiles, compileAtlantis } from '../../fixtures/atlantis/index.ts';

const pearls = 'content/topics/unpaid-pearls';
const judge = { 'content/glossary/judge/ar.yml': 'term: قاضي\nforms: [قاضية]\nmeans: شخص يحكم بين الناس.' };

/** The translation of Atlantis that is behind, as if it had caught up, with other words. */
function caughtUp(...changes: readonly [from: string | RegExp, to: string][]): Record<string, string> {
  const text = atlantisFiles().get(`${pearls}/ar.md`) ?? '';
  return { [`${pearls}/ar.md`]: changes.reduce((changed, [from, to]) => changed.replace(from, to), text.replace('edition: 1', 'edition: 2')) };
}

describe('what is left to do for a language', () => {
  const found = (changes: Record<string, string | null> = {}) => todo('ar', compileAtlantis(changes).corpus);

  it('names what is not there at all', () => {
    expect(found().missingFiles).toEqual(['content/glossary/judge/ar.yml']);
    expect(found({ 'locales/ar.json': null, 'content/urgent/sea-distress/ar.yml': null }).missingFiles).toEqual(
      expect.arrayContaining(['locales/ar.json', 'content/urgent/sea-distress/ar.yml']),
    );
    expect(found({ [`${pearls}/ar.md`]: null }).withoutStub).toEqual(['unpaid-pearls']);
  });

  it('names what is behind, unreviewed or read in another language', () => {
    expect(found().behind).toEqual([`${pearls}/ar.md`]);
    expect(found().unreviewed).toContain(`${pearls}/ar.md`);
    const stub = (atlantisFiles().get(`${pearls}/ar.md`) ?? '').replace(/## [\s\S]*/, '');
    expect(found({ [`${pearls}/ar.md`]: stub }).untranslated).toContain(`${pearls}/ar.md`);
  });

  it('puts what is asked most first', () => {
    const all = { [`${pearls}/ar.md`]: null, 'content/topics/coral-school/ar.md': null };
    expect(found({ ...all, 'content/most-asked.yml': '- unpaid-pearls' }).withoutStub).toEqual(['unpaid-pearls', 'coral-school']);
    expect(found({ ...all, 'content/most-asked.yml': '- coral-school' }).withoutStub).toEqual(['coral-school', 'unpaid-pearls']);
  });

  it('sees a word that departs from the glossary, and any form that does not', () => {
    const refused = /(## Refused\n\n).*/;
    expect(found({ ...judge, ...caughtUp([refused, '$1اسأل الحاكم.']) }).departing).toEqual([`${pearls}/ar.md · ## refused · judge: قاضي`]);
    expect(found({ ...judge, ...caughtUp([refused, '$1اسأل القاضية.']) }).departing).toEqual([]);
  });

  it('tells what the translators were unsure of', () => {
    const words = atlantisFiles().get('content/languages/ar.yml') ?? '';
    expect(found().doubts).toEqual([]);
    expect(found({ 'content/languages/ar.yml': `${words}\ndoubts: ["judge: also said of a referee"]\n` }).doubts).toEqual(['judge: also said of a referee']);
  });

  it('lists who checked', () => {
    const reviewed = ['reviewed_by: {}', 'reviewed_by: { language: "Interpreter, Coral House" }\nreviewed_on: 2026-10-01'] as [string, string];
    expect([...found(caughtUp(reviewed)).reviewers]).toEqual([['Interpreter, Coral House', 1]]);
    expect(found().reviewers.size).toBe(0);
  });
});
