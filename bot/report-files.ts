/** The report as Markdown and as a table for a spreadsheet. */
import { type Assessment, type Commitment, standing } from '../core/index.ts';
import { type Report, type ReportItem, type ReportStep, type Row, remarkText } from './report.ts';
import type { Say } from './say.ts';

export function reportMarkdown(report: Report, say: Say): string {
  const { title, day, intro, rows, kinds, plan } = report;
  const lines = [
    `# ${md(title)}`,
    md(day),
    md(intro),
    list(rows),
    ...kinds.flatMap(({ name, rows, items }) => [`## ${md(name)}`, list(rows), ...items.map((item) => itemMarkdown(item, say))]),
    ...(plan.length > 0 ? [`## ${md(say.t('assess.plan'))}`, ...plan.map(stepMarkdown)] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function itemMarkdown({ title, question, level, note, rows, link, sdg, remarks, past }: ReportItem, say: Say): string {
  const parts = [
    `### ${md(title)}`,
    `*${md(question)}*`,
    `**${md(level)}**${note ? `. ${md(note)}` : ''}`,
    list([...rows, ...(link ? [[say.t('assess.link'), link] as const] : [])]),
    md(sdg),
    [...remarks, ...past].map((remark) => `> ${md(remark)}`).join('\n>\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function stepMarkdown({ title, next: [level, evidence], rows, sdg }: ReportStep): string {
  return [`### ${md(title)}`, `**${md(level)}**: ${md(evidence)}`, list(rows), md(sdg)].filter(Boolean).join('\n\n');
}

function list(rows: readonly Row[]): string {
  return rows.map(([label, text]) => `- ${md(label)}: ${md(text)}`).join('\n');
}

/** What was typed stays what was typed: no markup, no line of its own, no HTML. */
function md(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]#|<>]/g, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;');
}

/** One line per commitment, RFC 4180. The first row names the columns. */
export function reportTable(assessment: Assessment, commitments: readonly Commitment[], day: string, say: Say): string {
  const { items } = standing(assessment, commitments, day);
  const heads = [
    'framework.commitments',
    'assess.own',
    'assess.reviewed',
    'assess.law',
    'assess.evidence',
    'assess.link',
    'assess.owner',
    'assess.due',
    'assess.review',
  ];
  const rows = items.map(({ commitment, change, counted, unproven, reviewed, remarks }) => {
    const { notOurs = '', evidence = '', link = '', owner = '', due = '' } = change?.entry ?? {};
    const proof = unproven ? say.t('assess.unproven') : evidence;
    const level = change ? (counted === null ? say.t('assess.not_ours') : String(counted)) : '';
    return [commitment.title, level, reviewed ?? '', notOurs, proof, link, owner, due, remarks.map((remark) => remarkText(remark, say)).join('\n')];
  });
  const all = [['id', ...heads.map((key) => say.t(key)), 'SDG'], ...rows.map((row, i) => [items[i]?.commitment.id ?? '', ...row, sdgOf(items[i]?.commitment)])];
  return `\uFEFF${all.map((row) => row.map((cell) => csv(String(cell))).join(',')).join('\r\n')}\r\n`;
}

function sdgOf(commitment: Commitment | undefined): string {
  return commitment?.sdgTargets.join(' ') ?? '';
}

/** A cell that a spreadsheet would read as a formula gets an apostrophe. */
function csv(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
