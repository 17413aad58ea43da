/** The request of the booths for slower speech: who asked is told to nobody. */

/** How long a request is shown, in milliseconds. */
export const SHOWN_MS = 20_000;

/** Whether a request is recent enough to be shown at a moment of the server's clock. */
export function isAsked(asked_at_ms: number | null, now_ms: number): boolean {
  return asked_at_ms !== null && now_ms - asked_at_ms < SHOWN_MS;
}
