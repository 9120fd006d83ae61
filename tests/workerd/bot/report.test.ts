/** The report in its forms: what was typed stays words, in every one of them. */
import { describe, expect, it } from 'vitest';
import { deskIn } from '../../../bot/desk.ts';
import { report } from '../../../bot/report.ts';
import { reportMarkdown, reportTable } from '../../../bot/report-files.ts';
import { reportPage } from '../../../bot/report-page.tsx';
import { commitments, networksByKind } from '../../../core/index.ts';
import { assessment, change, remark } from '../../core/assessment.ts';
import { openAtlantis } from '../atlantis.ts';

const core = openAtlantis();
const day = '2026-07-15';

async function made(lang: string, entry: object = {}) {
  const own = assessment([change('pay-fairly', entry)], [remark('pay-fairly', 1)]);
  const all = await commitments(lang, 'xa/poseidonis', core);
  const say = await deskIn(lang, core);
  const told = report({ assessment: own, commitments: all, networks: await networksByKind(true, core), day }, say);
  return { page: reportPage(told, say), markdown: reportMarkdown(told, say), table: reportTable(own, all, day, say), told };
}

describe('the report', () => {
  it('says both levels with their reason, the proof, who signed, what comes next with its help, and the goals', async () => {
    const { page } = await made('en');
    const said = [
      'Lower Kelp',
      'As it stood on 15 July 2026',
      'This is no ranking',
      'Own level',
      'Level after review',
      'Council minutes of May',
      'Ada Reef, Coral House (civil society)',
      'Next steps',
      'Divers say that it works',
      'Reef League',
      'targets',
      '8.5',
    ];
    for (const words of said) expect(page).toContain(words);
  });

  it('draws the chart on the server: a bar for each stage, growing from the side where reading begins', async () => {
    const [left, right] = [(await made('en')).page, (await made('ar')).page];
    const bars = (page: string): number[] => [...page.matchAll(/<rect x="([\d.]+)" y="(?:4|24)"/g)].map(([, x]) => Number(x));
    expect(bars(left)).toHaveLength(4);
    expect(new Set(bars(left))).toEqual(new Set([230]));
    for (const x of bars(right)) expect(x).toBeLessThan(490);
    expect(right).toContain('dir="rtl"');
  });

  it('a level without proof says that it counts as nothing, in every form', async () => {
    const { page, markdown, table } = await made('en', { level: 3, evidence: '' });
    for (const form of [page, markdown, table]) expect(form).toContain('No proof yet, so it counts as nothing');
    expect(page).toContain('Level 3');
    expect(table).toMatch(/Fair pay under the sea,0,/);
  });

  const hostile = '<script>alert(1)</script> =cmd() "quoted", & *bold* [x](javascript:1) | cell\nsecond line';
  it('nothing that was typed runs, breaks out or becomes a formula', async () => {
    const { page, markdown, table } = await made('en', { evidence: hostile, owner: '=1+1', link: 'https://a.example/"><img src=x>' });
    expect(page).not.toMatch(/<script|<img|javascript:1"/);
    expect(page).toContain('&lt;script&gt;');
    expect(markdown).not.toMatch(/^second line|(?<!\\)<script|(?<!\\)\[x\]|(?<!\\)\*bold/m);
    expect(table).toContain("'=1+1");
    expect(table).toContain('""quoted""');
  });

  it('the page loads nothing and runs nothing', async () => {
    const { page } = await made('en');
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/<script|\ssrc=|url\(|@import|<link/);
  });
});
