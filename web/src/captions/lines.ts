/** Lines of captions in the order in which they were written, and which of them are still to be read. Pure. */

/** What a line needs of the wire: that of a session's view and that of the public are alike in it. */
export interface Line {
  readonly id: string;
  readonly at_ms: number;
  readonly text: string;
  readonly machine: boolean;
}

/** For how long a line is shown after which none was written, in milliseconds: then it is about what is long over. */
export const SHOWN_MS = 30_000;

/** The lines of a language, the oldest first. */
export function inOrder<L extends Line>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => a.at_ms - b.at_ms || numberOf(a) - numberOf(b));
}

/** The lines that are still to be read at a moment of the server's clock: none once the newest is too long ago. */
export function current<L extends Line>(lines: readonly L[], now_ms: number): L[] {
  const ordered = inOrder(lines);
  const newest = ordered.at(-1);
  return newest !== undefined && now_ms < newest.at_ms + SHOWN_MS ? ordered : [];
}

/** The language to show of those that there are: the one wanted, else none but the only one. */
export function languageOf(offered: readonly string[], wanted: string): string | null {
  if (offered.includes(wanted)) return wanted;
  return offered[0] ?? null;
}

/** The number of a line among those of its session. */
function numberOf({ id }: Line): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}
