/** How long one has been on air, and how long the booth works. Hints only: nobody is taken off the air by a clock. */

/** Time on air after which a change is suggested, in milliseconds: turns are of 20 to 30 minutes. */
export const SHIFT_MS = 25 * 60_000;
/** How long before the end of the booth's time it is pointed out, in milliseconds. */
export const SOON_MS = 15 * 60_000;

/** A time on air at a moment of the server's clock. */
export function shiftOf(since_ms: number, now_ms: number): { spent_ms: number; long: boolean } {
  const spent_ms = Math.max(0, now_ms - since_ms);
  return { spent_ms, long: spent_ms >= SHIFT_MS };
}

/** What is left of the booth's time, in whole minutes, rounded up. */
export function boothTime(
  until_ms: number,
  now_ms: number,
): { minutes: number; soon: boolean; over: boolean } {
  const left_ms = until_ms - now_ms;
  const minutes = Math.max(0, Math.ceil(left_ms / 60_000));
  return { minutes, soon: left_ms <= SOON_MS, over: left_ms <= 0 };
}
