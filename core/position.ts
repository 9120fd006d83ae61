/** How far apart two points of the earth are. */
import type { Position } from './question.ts';

const earthMetres = 6_371_000;

/** Metres as the crow flies. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const latitude = radians(b.latitude - a.latitude);
  const longitude = radians(b.longitude - a.longitude);
  const chord = Math.sin(latitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.sqrt(chord));
}
