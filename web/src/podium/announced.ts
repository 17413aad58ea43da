/** What the podium shows for a while and takes away by itself, for nobody is there to close it. */
import type { AnnouncementView, PointView } from '$protocol';

/** For how long an announcement takes the desk, in milliseconds. */
export const SHOWN_MS = 60_000;
/** For how long a ruling does, in milliseconds. */
export const RULING_SHOWN_MS = 20_000;

/** The announcement that the hall is shown at a moment of the server's clock, if any. */
export function announcedAt(all: readonly AnnouncementView[], now_ms: number): AnnouncementView | null {
  const current = all.find((one) => one.ended_at_ms === null);
  return current && now_ms < current.at_ms + SHOWN_MS ? current : null;
}

/** The point of order whose ruling the hall is shown at a moment of the server's clock, if any. */
export function ruledAt(all: readonly PointView[], now_ms: number): PointView | null {
  const recent = all.filter(
    ({ state, since_ms }) => state === 'ruled' && now_ms < since_ms + RULING_SHOWN_MS,
  );
  return recent.toSorted((a, b) => b.since_ms - a.since_ms)[0] ?? null;
}
