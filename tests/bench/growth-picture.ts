/** The curves of growth as one SVG, legible on light and dark ground. */

export interface Point {
  /** How many cities or topics. */
  readonly at: number;
  /** Milliseconds of CPU. */
  readonly cost: number;
}

const [width, height] = [320, 200];
const margin = { left: 52, right: 16, top: 34, bottom: 40 };

export function drawGrowth(cities: readonly Point[], topics: readonly Point[]): string {
  const top = Math.max(...[...cities, ...topics].map(({ cost }) => cost)) * 1.25;
  const panels = [panel('cities', cities, top), panel('topics', topics, top)];
  const drawn = panels.map((content, i) => `<g transform="translate(${i * width} 0)">${content}</g>`).join('');
  const style =
    'text{font:12px system-ui,sans-serif;fill:#57606a}path{fill:none;stroke:#0b7a80;stroke-width:2}circle{fill:#0b7a80}line{stroke:#8c959f;stroke-opacity:.4}';
  const label = 'CPU of one answer in milliseconds, by number of cities and by number of topics';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height}" role="img" aria-label="${label}"><style>${style}</style>${drawn}</svg>\n`;
}

/** Cost from nought up, numbers on a scale of tens. */
function panel(name: string, points: readonly Point[], top: number): string {
  const logs = points.map(({ at }) => Math.log10(at));
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const x = (at: number): number => Math.round(margin.left + ((Math.log10(at) - least) / (most - least)) * (width - margin.left - margin.right));
  const y = (cost: number): number => Math.round(height - margin.bottom - (cost / top) * (height - margin.top - margin.bottom));
  const marks = points.map(
    ({ at, cost }) =>
      `<circle cx="${x(at)}" cy="${y(cost)}" r="3.5"/><text x="${x(at)}" y="${y(cost) - 10}" text-anchor="middle">${cost.toFixed(2)}</text>` +
      `<text x="${x(at)}" y="${height - margin.bottom + 18}" text-anchor="middle">${at}</text>`,
  );
  const axis = `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(0)}" y2="${y(0)}"/>`;
  const title = `<text x="${margin.left}" y="16">ms of CPU for one answer, by ${name}</text>`;
  return `${title}${axis}<path d="M${points.map(({ at, cost }) => `${x(at)} ${y(cost)}`).join('L')}"/>${marks.join('')}`;
}
