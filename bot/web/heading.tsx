/** Headings whose level depends on the page they stand on. */
import type { Child, FC } from 'hono/jsx';

export type Level = 1 | 2 | 3 | 4;

export const Heading: FC<{ level: Level; class?: string; id?: string; children?: Child }> = ({ level, children, ...more }) => {
  const Tag = `h${level}` as 'h1';
  return <Tag {...more}>{children}</Tag>;
};

export function below(level: Level): Level {
  return level === 1 ? 2 : level === 2 ? 3 : 4;
}
