/** The times that a suspension is announced to end at. */

const MINUTE_MS = 60_000;
/** Meetings resume at a time that is easily said. */
const ROUND_MS = 5 * MINUTE_MS;

/** The next time on the clock, by five minutes, that is so many minutes ahead at least. */
export function endsAfter(now_ms: number, minutes: number): number {
  return Math.ceil((now_ms + minutes * MINUTE_MS) / ROUND_MS) * ROUND_MS;
}
