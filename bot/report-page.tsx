/** The report as one page to print: no script, nothing loaded from anywhere, the chart drawn here. */
import type { FC } from 'hono/jsx';
import { topLevel } from '../core/index.ts';
import type { Bar, Report, ReportItem, ReportStep, Row } from './report.ts';
import type { Say } from './say.ts';

export function reportPage(report: Report, say: Say): string {
  return `<!doctype html>${String(<Page report={report} say={say} />)}`;
}

const style = `:root{color-scheme:light}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{line-height:1.2}h2{border-block-end:2px solid #14505c;margin-block-start:2rem}h3{margin-block-end:.2rem}dl{margin:.4rem 0}dt{font-weight:600}dd{margin:0 0 .3rem}
dl.rows div{display:grid;grid-template-columns:12rem 1fr;gap:1rem}dd bdi{white-space:pre-line}.level{font-weight:600;color:#14505c}.note{color:#8a3b00}blockquote{margin:.4rem 0;padding-inline-start:.8rem;border-inline-start:4px solid #14505c}
.past{border-color:#999;color:#555}.item,.step{break-inside:avoid}svg{width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#1a1a1a}@media print{body{margin:0;max-width:none}}@media(max-width:34rem){dl.rows div{display:block}}`;

const Page: FC<{ report: Report; say: Say }> = ({ report, say }) => (
  <html lang={say.locale} dir={say.info.direction}>
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{report.title}</title>
      <style>{style}</style>
    </head>
    <body>
      <h1>
        <bdi>{report.title}</bdi>
      </h1>
      <p>{report.day}</p>
      <p>{report.intro}</p>
      <Rows rows={report.rows} />
      <Chart bars={report.bars} say={say} />
      {report.kinds.map(({ name, rows, items }) => (
        <section>
          <h2>{name}</h2>
          <Rows rows={rows} />
          {items.map((item) => (
            <ItemView item={item} say={say} />
          ))}
        </section>
      ))}
      {report.plan.length > 0 ? (
        <section>
          <h2>{say.t('assess.plan')}</h2>
          {report.plan.map((step) => (
            <StepView step={step} />
          ))}
        </section>
      ) : null}
    </body>
  </html>
);

const Rows: FC<{ rows: readonly Row[] }> = ({ rows }) => (
  <dl class="rows">
    {rows.map(([label, text]) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <bdi>{text}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);

const ItemView: FC<{ item: ReportItem; say: Say }> = ({ item, say }) => (
  <article class="item">
    <h3 lang={item.lang}>
      <bdi>{item.title}</bdi>
    </h3>
    <p lang={item.lang}>
      <bdi>{item.question}</bdi>
    </p>
    <p>
      <span class="level">{item.level}</span> {item.note ? <span class="note">{item.note}</span> : null}
    </p>
    <Rows rows={item.rows} />
    {item.link ? (
      <p>
        {say.t('assess.link')}:{' '}
        <bdi>
          <a href={item.link} rel="noreferrer">
            {item.link}
          </a>
        </bdi>
      </p>
    ) : null}
    {item.sdg ? <p>{item.sdg}</p> : null}
    {item.remarks.map((remark) => (
      <blockquote>
        <bdi>{remark}</bdi>
      </blockquote>
    ))}
    {item.past.map((remark) => (
      <blockquote class="past">
        <bdi>{remark}</bdi>
      </blockquote>
    ))}
  </article>
);

const StepView: FC<{ step: ReportStep }> = ({ step }) => (
  <article class="step">
    <h3 lang={step.lang}>
      <bdi>{step.title}</bdi>
    </h3>
    <p>
      <span class="level">{step.next[0]}</span>: <bdi lang={step.lang}>{step.next[1]}</bdi>
    </p>
    <Rows rows={step.rows} />
    {step.sdg ? <p>{step.sdg}</p> : null}
  </article>
);

/** In units of the drawing. */
const chart = { width: 720, names: 230, row: 62, bar: 16, top: 34 };

/** Levels per kind, both stages; the text says the same, so a screen reader hears its summary only. In right-to-left languages it grows from the right. */
const Chart: FC<{ bars: readonly Bar[]; say: Say }> = ({ bars, say }) => {
  const unit = (chart.width - chart.names - 20) / topLevel;
  const rtl = say.info.direction === 'rtl';
  const x = (from: number, length = 0): number => (rtl ? chart.width - from - length : from);
  const height = chart.top + bars.length * chart.row;
  const level = (value: number): string => say.t('framework.level', { level: say.number(value) });
  const summary = bars.map(({ name, own }) => `${name}: ${own === null ? say.t('assess.not_ours') : level(own)}`).join('; ');
  return (
    <svg viewBox={`0 0 ${chart.width} ${height + 30}`} role="img" aria-label={summary}>
      {Array.from({ length: topLevel + 1 }, (_, value) => (
        <g>
          <line x1={x(chart.names + value * unit)} x2={x(chart.names + value * unit)} y1={chart.top - 8} y2={height} stroke="#bbb" />
          <text x={x(chart.names + value * unit)} y={chart.top - 14} text-anchor="middle">
            {say.number(value)}
          </text>
        </g>
      ))}
      {bars.map(({ name, own, reviewed }, i) => (
        <g transform={`translate(0 ${chart.top + i * chart.row})`}>
          <text x={x(0)} y={26} direction={rtl ? 'rtl' : 'ltr'}>
            {name}
          </text>
          <BarView x={x} unit={unit} y={4} value={own} fill="#14505c" />
          <BarView x={x} unit={unit} y={24} value={reviewed} fill="#d98324" />
        </g>
      ))}
      <Legend x={x} y={height + 18} rtl={rtl} names={[say.t('assess.own'), say.t('assess.reviewed')]} />
    </svg>
  );
};

/** Nought is a thin line: it was looked at, and there is nothing yet. */
const BarView: FC<{ x: (from: number, length?: number) => number; unit: number; y: number; value: number | null; fill: string }> = ({
  x,
  unit,
  y,
  value,
  fill,
}) => {
  if (value === null) return null;
  const length = Math.max(value * unit, 3);
  return <rect x={x(chart.names, length)} y={y} width={length} height={chart.bar} fill={fill} />;
};

const Legend: FC<{ x: (from: number, length?: number) => number; y: number; rtl: boolean; names: readonly string[] }> = ({ x, y, rtl, names }) => (
  <g>
    {names.map((name, i) => (
      <g>
        <rect x={x(chart.names + i * 240, 14)} y={y - 12} width={14} height={14} fill={['#14505c', '#d98324'][i]} />
        <text x={x(chart.names + i * 240 + 22)} y={y} direction={rtl ? 'rtl' : 'ltr'}>
          {name}
        </text>
      </g>
    ))}
  </g>
);
