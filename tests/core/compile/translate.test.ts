import { describe, expect, it } from 'vitest';
import { parse } from '../../../core/compile/parse.ts';
import { parseProse } from '../../../core/compile/prose.ts';
import { readFolders } from '../../../core/compile/read.ts';
import { exportTexts, importTexts } from '../../../core/compile/translate/exchange.ts';
import { joinText, splitText } from '../../../core/compile/translate/markdown.ts';
import { sectionNames } from '../../../core/schema/index.ts';
import { corpus } from '../../content/corpus.ts';
import { atlantisFiles } from '../../fixtures/atlantis/index.ts';
import { sample } from '../../proof/table.ts';

const vouched = { human: false, day: '2026-11-22' };
const pearls = 'content/topics/unpaid-pearls';

describe('texts go out to translators and come back', () => {
  const files = readFolders('.');
  const written = [...files].filter(([file]) => /^content\/(?:topics|places)\/.*\/topics\/.*\.md$|^content\/topics\/.*\.md$/.test(file));

  it('every text of the corpus says the same after it was taken apart and put together', () => {
    expect(written.length).toBeGreaterThan(1000);
    for (const [file, text] of sample(written, 10)) {
      const again = parseProse(joinText(splitText(text)), sectionNames);
      const before = parseProse(text, sectionNames);
      expect([again.frontMatter, again.sections], file).toEqual([before.frontMatter, before.sections]);
    }
  });

  it.each(sample(['es', 'ar', 'uk'], 3))('a file that nobody touched changes nothing, in %s', (tag) => {
    const groups = exportTexts(tag, corpus, files);
    expect(groups.size).toBeGreaterThan(20);
    const current = [...groups.values()].map((text) => importTexts(text.replaceAll('#, fuzzy\n', ''), files, vouched));
    expect(current.flatMap(({ writes, refused }) => [...writes.keys(), ...refused])).toEqual([]);
  });
});

describe('what a translator changed', () => {
  const files = atlantisFiles();
  const [work = ''] = [...exportTexts('ar', parse(files).corpus, files)].filter(([group]) => group === 'work-and-pay').map(([, text]) => text);
  const title = /title: (.*)/.exec(files.get(`${pearls}/ar.md`) ?? '')?.[1] ?? '';
  const caughtUp = work.replaceAll('#, fuzzy\n', '');

  it('is in the file it belongs to, with the edition of its source', () => {
    const { writes, refused } = importTexts(caughtUp.replace(`msgstr "${title}"`, 'msgstr "لؤلؤ"'), files, { ...vouched, human: true });
    expect(refused).toEqual([]);
    expect([...writes.keys()]).toEqual([`${pearls}/ar.md`]);
    expect(writes.get(`${pearls}/ar.md`)).toMatch(/title: لؤلؤ\nedition: 2\ntranslation: human\nreviewed_by: \{\}\n/);
  });

  it('names a reviewer only when the importer does', () => {
    const { writes } = importTexts(caughtUp, files, { ...vouched, reviewer: 'Translator, House of Tongues' });
    expect(writes.get(`${pearls}/ar.md`)).toMatch(/reviewed_by:\n {2}language: Translator, House of Tongues\nreviewed_on: "?2026-11-22/);
  });

  it('stays a stub until every piece is there', () => {
    const { writes } = importTexts(work, files, vouched);
    expect(work).toContain('#, fuzzy');
    expect([...writes.values()]).toEqual([]);
    const [, half = ''] = [...importTexts(caughtUp.replace(/(msgctxt ".*Answer 1\.1"\nmsgid .*\nmsgstr ").*"/, '$1"'), files, vouched).writes].flat();
    expect(half).toContain('title: ');
    expect(half).not.toContain('## ');
  });

  it('is refused when the source has changed meanwhile, or is none of ours', () => {
    const moved = new Map([...files, [`${pearls}/en.md`, (files.get(`${pearls}/en.md`) ?? '').replace('Go along.', 'Go with them.')]]);
    expect(importTexts(caughtUp.replace(title, 'لؤلؤ'), moved, vouched)).toMatchObject({ refused: [expect.stringContaining('changed since')] });
    const foreign = importTexts(caughtUp.replaceAll('content/topics/', '../secrets/'), files, vouched);
    expect(foreign.writes.size).toBe(0);
    expect(foreign.refused[0]).toContain('not a text of this corpus');
  });
});
