/** How levels are drawn. */

/** Below this nothing is shown, in dBFS. */
export const QUIET_DBFS = -60;
/** From here on a level is loud, in dBFS. */
export const LOUD_DBFS = -9;

/** The share of a bar that a level fills, 0 to 1. */
export function fillOf(level: number): number {
  if (!Number.isFinite(level)) return 0;
  return Math.min(1, Math.max(0, 1 - level / QUIET_DBFS));
}
