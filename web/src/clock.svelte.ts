/** The server's clock as this page knows it, and the tick that redraws what shows it. */
import { createSubscriber } from 'svelte/reactivity';
import type { TurnView } from '$protocol';

/** What has a clock: a turn, or a point of order that is heard. */
export type Clocked = Pick<TurnView, 'limit_ms' | 'spent_ms' | 'running_since_ms' | 'amber_ms'>;

/** How many of the last measurements the offset is the median of. */
const KEPT = 7;
/** How often clocks are redrawn, in milliseconds: often enough that a second never seems to be skipped. */
const TICK_MS = 200;
/** What two readings may differ by without one of them being wrong, in milliseconds: roundings, and clocks that drift. */
const SLACK_MS = 50;
/** The date and the time that has passed part by no more than this, in milliseconds, unless something happened. */
const STEP_MS = 1_000;

/** How far the machine's date is ahead of the time that has passed in this page, in milliseconds. */
const dateAhead = () => Date.now() - performance.now();

/**
 * The server's clock, learnt from messages and carried on by `performance.now`, which nobody sets. Reading `now_ms` in a
 * component redraws it every tick.
 */
export class Clock {
  /** Called when the date jumped: somebody set it, or the machine slept and time stood still here. Only the server knows. */
  doubted: () => void = () => {};
  #offsets: number[] = [];
  #offset_ms = performance.timeOrigin;
  #date_ahead_ms = dateAhead();
  readonly #ticking = createSubscriber((redraw) => {
    const timer = setInterval(() => {
      this.#watchDate();
      redraw();
    }, TICK_MS);
    return () => clearInterval(timer);
  });

  /** The server's time now, in milliseconds since 1970. Reactive. */
  get now_ms(): number {
    this.#ticking();
    return this.read();
  }

  /** The server's time now, without following it. */
  read(): number {
    return Math.round(performance.now() + this.#offset_ms);
  }

  /** Learns from a reading of the server's clock, asked for and heard at moments of `performance.now`. */
  learn(server_ms: number, sent_ms: number, heard_ms: number = performance.now()): void {
    const [least_ms, most_ms] = [server_ms - heard_ms, server_ms - sent_ms];
    // The server read its clock in between. What cannot be true any more was measured before the machine slept.
    const wrong = this.#offset_ms < least_ms - SLACK_MS || this.#offset_ms > most_ms + SLACK_MS;
    this.#offsets = [...(wrong ? [] : this.#offsets), (least_ms + most_ms) / 2].slice(-KEPT);
    const sorted = this.#offsets.toSorted((a, b) => a - b);
    this.#offset_ms = sorted[Math.floor(sorted.length / 2)] ?? 0;
  }

  /** Takes a reading of which nobody knows how old it is, until there is a better one. */
  begin(server_ms: number): void {
    if (this.#offsets.length === 0) this.#offset_ms = server_ms - performance.now();
  }

  #watchDate(): void {
    const ahead_ms = dateAhead();
    if (Math.abs(ahead_ms - this.#date_ahead_ms) < STEP_MS) return;
    this.#date_ahead_ms = ahead_ms;
    this.doubted();
  }
}

/** The page's clock. There is one server, so there is one. */
export const clock = new Clock();

/** What a clock is drawn from: a turn, or a timer on stage. */
export type Timed = Pick<TurnView, 'limit_ms' | 'spent_ms' | 'running_since_ms'>;

/** Time that a turn has spoken at a moment of the server's clock, in milliseconds. */
export function spoken(turn: Timed, now_ms: number): number {
  const running = turn.running_since_ms === null ? 0 : Math.max(0, now_ms - turn.running_since_ms);
  return turn.spent_ms + running;
}

/** Time that a turn has left, in milliseconds; below zero over time. */
export function remaining(turn: Timed, now_ms: number): number {
  return turn.limit_ms - spoken(turn, now_ms);
}

/**
 * A remaining time in whole seconds, below zero over time: rounded up before the limit and down to the second
 * after it, so that a full turn begins at its whole time and 0 stands at the limit.
 */
export function wholeSeconds(remaining_ms: number): number {
  return remaining_ms >= 0 ? Math.ceil(remaining_ms / 1000) : -Math.floor(-remaining_ms / 1000) || 0;
}
