/** Which points of order press: they wait for the chair, are heard, or their ruling is appealed against. */
import type { PointView } from '$protocol';

/** Those that press, in the order in which they were raised; the one that is heard comes first. */
export function pressing(points: readonly PointView[]): PointView[] {
  const presses = ({ state, appeal }: PointView): boolean =>
    state === 'raised' || state === 'heard' || (appeal !== null && appeal.vote === null);
  const rank = ({ state }: PointView): number => (state === 'heard' ? 0 : state === 'ruled' ? 1 : 2);
  return points.filter(presses).toSorted((a, b) => rank(a) - rank(b) || a.raised_at_ms - b.raised_at_ms);
}
