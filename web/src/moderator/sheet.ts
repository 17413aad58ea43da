/** When each item of the run sheet begins, as the server's figures have it. */
import type { RunSheetView } from '$protocol';

/**
 * When each item that is under way or to come begins, by its id, at a moment of the server's clock. What is to come follows
 * in the order of the sheet, each for the time planned.
 */
export function beginnings(sheet: RunSheetView, now_ms: number): Map<string, number> {
  const at = new Map<string, number>();
  const current = sheet.items.find(({ id }) => id === sheet.current);
  if (current?.running_since_ms) at.set(current.id, current.running_since_ms - current.spent_ms);
  if (sheet.rest_from_ms === null) return at;
  let next_ms = Math.max(now_ms, sheet.rest_from_ms);
  for (const item of sheet.items) {
    if (item.progress !== 'planned') continue;
    at.set(item.id, next_ms);
    next_ms += item.planned_ms;
  }
  return at;
}
