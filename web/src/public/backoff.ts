/** How long to wait before trying again. */

/** Longest pause between two tries, in milliseconds. */
export const LONGEST_MS = 30_000;

/** The pause after so many failures in a row: the usual one, twice as long with each failure, within a bound. */
export function pause_ms(usual_ms: number, failures: number): number {
  return Math.min(Math.max(usual_ms, LONGEST_MS), usual_ms * 2 ** Math.min(failures, 16));
}
