/** A QR code as SVG: dark squares on white in any colour scheme, as cameras want it. */
import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

export const QrCode: FC<{ text: string }> = ({ text }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
};
