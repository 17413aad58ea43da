/** How the clock of a turn looks and reads. The server keeps the time; this only says how it is drawn. */
import { type Clocked, remaining, wholeSeconds } from '../clock.svelte.ts';
import { duration } from '../i18n/times.ts';

/** How a clock looks: `over` once no time is left, `halted` while it stands. */
export type Mood = 'calm' | 'last' | 'over' | 'halted';

/** How the clock of a turn looks at a moment of the server's clock. */
export function mood(turn: Clocked, now_ms: number): Mood {
  if (turn.running_since_ms === null) return 'halted';
  const left_ms = remaining(turn, now_ms);
  if (left_ms <= 0) return 'over';
  return left_ms <= turn.amber_ms ? 'last' : 'calm';
}

/** Share of the limit that is left, 0 to 1. */
export function share(turn: Clocked, now_ms: number): number {
  if (turn.limit_ms <= 0) return 0;
  return Math.min(1, Math.max(0, remaining(turn, now_ms) / turn.limit_ms));
}

/** Minutes and seconds left, `1:05`; over time with a plus sign, `+0:12`. */
export function clockText(turn: Clocked, now_ms: number): string {
  const seconds = wholeSeconds(remaining(turn, now_ms));
  return `${seconds < 0 ? '+' : ''}${duration(seconds * 1000)}`;
}
