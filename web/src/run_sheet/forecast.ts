/** When the run sheet is over, as the server's figures and its clock have it. */
import type { RunSheetView } from '$protocol';

/** When all on the sheet is over, if what is to come takes the time planned; none while that cannot be said. */
export function overAt({ rest_from_ms, rest_ms }: RunSheetView, now_ms: number): number | null {
  return rest_from_ms === null ? null : Math.max(now_ms, rest_from_ms) + rest_ms;
}
