/** Facts in a list: what it is, and what we know of it. */
import type { FC } from 'hono/jsx';

/** Labels with their words. */
export const Rows: FC<{ rows: readonly (readonly [label: string, text: string])[] }> = ({ rows }) => (
  <dl>
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
