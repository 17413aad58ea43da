/** The server's clock as this page knows it, and the tick that redraws what shows it. */
import { createSubscriber } from 'svelte/reactivity';
import type { TurnView } from '$protocol';

/** What has a clock: a turn, or a point of order that is heard. */
export type Clocked = Pick<TurnView, 'limit_ms' | 'spent_ms' | 'running_since_ms' | 'amber_ms'>;

/** How many of the last measurements the offset is the median of. */
const KEPT = 7;
/** How often clocks are redrawn, in milliseconds: often enough that a second never seems to be skipped. */
const TICK_MS = 200;

/** The server's clock, learnt from messages. Reading `now_ms` in a component redraws it every tick. */
export class Clock {
  #offsets: number[] = [];
  #offset_ms = 0;
  readonly #ticking = createSubscriber((redraw) => {
    const timer = setInterval(redraw, TICK_MS);
    return () => clearInterval(timer);
  });

  /** The server's time now, in milliseconds since 1970. Reactive. */
  get now_ms(): number {
    this.#ticking();
    return this.read();
  }

  /** The server's time now, without following it. */
  read(): number {
    return Date.now() + this.#offset_ms;
  }

  /** Learns from a reading of the server's clock: `sent_ms` is when this page asked, by its own clock. */
  learn(server_ms: number, sent_ms: number = Date.now(), heard_ms: number = Date.now()): void {
    this.#offsets = [...this.#offsets, server_ms - (sent_ms + heard_ms) / 2].slice(-KEPT);
    const sorted = this.#offsets.toSorted((a, b) => a - b);
    this.#offset_ms = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
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
