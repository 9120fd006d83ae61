/** Phone lines as HTML. Every number can be pressed. */
import type { FC } from 'hono/jsx';
import type { Line } from '../../core/index.ts';
import type { Say } from '../say.ts';

export const Tel: FC<{ number: string }> = ({ number }) => (
  <a class="tel" dir="ltr" href={`tel:${number.replaceAll(' ', '')}`}>
    {number}
  </a>
);

export const LineList: FC<{ lines: readonly Line[]; say: Say }> = ({ lines, say }) => (
  <ul class="line-list">
    {lines.map((line) => (
      <li>
        <Tel number={line.number} />
        <p>
          {say.label('line', line.kind)} {line.name === line.number ? null : <bdi class="own-name">{line.name}</bdi>}
          {line.always_open ? <span class="own-name"> · {say.t('essential.urgent.open_always')}</span> : null}
          {line.warnings.map((code) => (
            <span class="warning">{say.label('line_warning', code)}</span>
          ))}
        </p>
      </li>
    ))}
  </ul>
);
