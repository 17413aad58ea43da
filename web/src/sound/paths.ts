/**
 * Which path sound takes, as a machine without a clock or a network: what is up, what is being tried, when to look
 * again. `Climber` does what it says.
 */
import { backoff } from '../connection.ts';

/** A kind of path, best first: WebRTC (ICE chooses UDP or TCP), the WebSocket, the stream. */
export type Rung = 'rtc' | 'ws' | 'ogg';

/** An attempt at a path: a number of its own, so that news of an older one is known as such. */
export interface Attempt {
  readonly number: number;
  readonly rung: Rung;
}

/** How things stand. */
export interface Climb {
  /** Kinds that this browser can use, best first. */
  readonly ladder: readonly Rung[];
  /** Whether the server can be reached; while it cannot, nothing new is tried. */
  readonly line: boolean;
  /** What carries sound. */
  readonly up: Attempt | null;
  /** What is being tried; while `up` is not null it is tried beside it. */
  readonly trying: Attempt | null;
  /** When to look again, if nothing happens before. */
  readonly wake_ms: number | null;
  /** Climbs in vain, and paths that did not last, since one did. */
  readonly failures: number;
  /** When `up` came up. */
  readonly up_ms: number;
  /** Times that a better path was looked for in vain since the present one is up. */
  readonly lookedUp: number;
  /** Number of the newest attempt. */
  readonly last: number;
}

/** What happens. */
export type Happening =
  /** The attempt carries sound. */
  | { type: 'up'; number: number }
  /** The attempt came to nothing, or what was up is gone. */
  | { type: 'lost'; number: number }
  /** `wake_ms` has come. */
  | { type: 'woken' }
  /** The network changed, or the person asks: everything anew, beside what is up. */
  | { type: 'anew' }
  /** The session's own line is there or not. */
  | { type: 'line'; live: boolean };

/** Times in milliseconds. */
export const PATIENCE_MS = {
  /** A path that is not up by then has failed. */
  attempt: 5_000,
  /** After this a better path is looked for; doubled each time it is in vain, up to `look_longest`. */
  look: 60_000,
  look_longest: 600_000,
  /** A path that was lost sooner did not last: two windows may be taking it from each other. */
  lasting: 10_000,
} as const;

/** The first step, with nothing tried yet. */
export function begin(ladder: readonly Rung[], line: boolean, now_ms: number): Climb {
  const none: Climb = {
    ladder,
    line,
    up: null,
    trying: null,
    wake_ms: null,
    failures: 0,
    up_ms: 0,
    lookedUp: 0,
    last: 0,
  };
  return line ? attempt(none, ladder[0], now_ms) : none;
}

/** What follows. `random` from 0 up to 1. */
export function step(climb: Climb, happening: Happening, now_ms: number, random: number): Climb {
  switch (happening.type) {
    case 'up':
      return arrived(climb, happening.number, now_ms);
    case 'lost':
      return lost(climb, happening.number, now_ms, random);
    case 'woken':
      return woken(climb, now_ms, random);
    case 'anew':
      return climb.line ? attempt({ ...climb, failures: 0, lookedUp: 0 }, climb.ladder[0], now_ms) : climb;
    case 'line':
      return lineChanged(climb, happening.live, now_ms);
  }
}

/** How things stand, in one word. A ladder that was climbed in vain is said to be so, while it is climbed again. */
export function standing({ up, failures }: Climb): 'on' | 'connecting' | 'none' {
  if (up !== null) return 'on';
  return failures > 0 ? 'none' : 'connecting';
}

function attempt(climb: Climb, rung: Rung | undefined, now_ms: number): Climb {
  if (rung === undefined) return { ...climb, trying: null, wake_ms: null, failures: 1 };
  const number = climb.last + 1;
  return { ...climb, trying: { number, rung }, last: number, wake_ms: now_ms + PATIENCE_MS.attempt };
}

function arrived(climb: Climb, number: number, now_ms: number): Climb {
  if (climb.trying?.number !== number) return climb;
  const up = climb.trying;
  const wake_ms = lookFrom(climb, up.rung, 0, now_ms);
  return { ...climb, up, up_ms: now_ms, trying: null, lookedUp: 0, wake_ms };
}

function lost(climb: Climb, number: number, now_ms: number, random: number): Climb {
  if (climb.trying?.number === number) return fell(climb, climb.trying.rung, now_ms, random);
  if (climb.up?.number !== number) return climb;
  const down = { ...climb, up: null };
  if (!climb.line || climb.trying !== null) return down;
  // What worked until now is tried first: a restart is the usual remedy.
  if (now_ms - climb.up_ms >= PATIENCE_MS.lasting)
    return attempt({ ...down, failures: 0 }, climb.up.rung, now_ms);
  const failures = climb.failures + 1;
  return { ...down, failures, wake_ms: now_ms + backoff(failures, random) };
}

/** An attempt failed: the next rung. What is up stays up, and nothing is tried that is no better. */
function fell(climb: Climb, rung: Rung, now_ms: number, random: number): Climb {
  const next = climb.ladder[climb.ladder.indexOf(rung) + 1];
  if (climb.up !== null) {
    const better = next !== undefined && climb.ladder.indexOf(next) < climb.ladder.indexOf(climb.up.rung);
    if (better) return attempt(climb, next, now_ms);
    const lookedUp = climb.lookedUp + 1;
    return { ...climb, trying: null, lookedUp, wake_ms: lookFrom(climb, climb.up.rung, lookedUp, now_ms) };
  }
  if (next !== undefined && climb.line) return attempt(climb, next, now_ms);
  const failures = climb.failures + 1;
  const wake_ms = climb.line ? now_ms + backoff(failures, random) : null;
  return { ...climb, trying: null, failures, wake_ms };
}

function woken(climb: Climb, now_ms: number, random: number): Climb {
  if (climb.wake_ms === null || now_ms < climb.wake_ms) return climb;
  if (climb.trying !== null) return fell(climb, climb.trying.rung, now_ms, random);
  return climb.line ? attempt(climb, climb.ladder[0], now_ms) : { ...climb, wake_ms: null };
}

/**
 * The server forgets the WebRTC paths of a page whose line broke, and what broke the line may have broken any path
 * without a word: it is opened anew when the line is back, and what still sounds goes on until then.
 */
function lineChanged(climb: Climb, live: boolean, now_ms: number): Climb {
  if (climb.line === live) return climb;
  if (!live) {
    const trying = climb.trying?.rung === 'rtc' ? null : climb.trying;
    return { ...climb, line: false, trying, wake_ms: trying === null ? null : climb.wake_ms };
  }
  const back = { ...climb, line: true };
  return attempt(back, climb.up?.rung ?? climb.ladder[0], now_ms);
}

/** When to look for a better path than `rung`, after so many times in vain; never where there is no better one. */
function lookFrom({ ladder }: Climb, rung: Rung, times: number, now_ms: number): number | null {
  if (ladder[0] === rung) return null;
  return now_ms + Math.min(PATIENCE_MS.look_longest, PATIENCE_MS.look * 2 ** times);
}
