/** Moments as a field of date and time has them, "2021-02-24T10:00", in a time zone that is not the browser's own. */
import { dayKey, timeOfDay } from '../i18n/times.ts';

/** The field's value for a moment. */
export function fieldOf(zone: string, at_ms: number): string {
  return `${dayKey(zone, at_ms)}T${timeOfDay(zone, at_ms)}`;
}

/**
 * The moment that a field's value names; none where it names none. An hour that the clocks skip is taken an hour on, and
 * of one that they have twice the first.
 */
export function momentOf(zone: string, value: string): number | null {
  const named_ms = Date.parse(`${value}Z`);
  if (Number.isNaN(named_ms)) return null;
  const shift = (at_ms: number) => Date.parse(`${fieldOf(zone, at_ms)}Z`) - at_ms;
  // Clocks are changed by less than a day: what holds the day before or after holds for one of the two.
  const [before, after] = [shift(named_ms - DAY_MS), shift(named_ms + DAY_MS)];
  const fits = [before, after].map((by) => named_ms - by).filter((at_ms) => fieldOf(zone, at_ms) === value);
  return fits[0] ?? named_ms - before;
}

const DAY_MS = 86_400_000;
