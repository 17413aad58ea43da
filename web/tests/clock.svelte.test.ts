import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TurnView } from '$protocol';
import { Clock, remaining, spoken, wholeSeconds } from '../src/clock.svelte.ts';

const turn = (more: Partial<TurnView>): TurnView => ({
  id: 't-1',
  request: 'r-1',
  list: 'statements',
  delegation: 'jo',
  speaker: null,
  language: 'ar',
  limit_ms: 180_000,
  spent_ms: 0,
  running_since_ms: null,
  limit_reached: false,
  amber_ms: 30_000,
  halts: [],
  halt_reason: '',
  ...more,
});

describe('a turn', () => {
  it('counts what was spent before and what runs now', () => {
    const running = turn({ spent_ms: 60_000, running_since_ms: 1_000_000 });
    expect(spoken(running, 1_030_000)).toBe(90_000);
    expect(remaining(running, 1_030_000)).toBe(90_000);
  });

  it('stands still while it is halted', () => {
    const halted = turn({ spent_ms: 60_000 });
    expect(remaining(halted, 5_000_000)).toBe(120_000);
  });

  it('goes below zero over time', () => {
    expect(remaining(turn({ running_since_ms: 0 }), 192_500)).toBe(-12_500);
  });

  it('has spent nothing before its beginning, should the clocks disagree', () => {
    expect(spoken(turn({ running_since_ms: 1_000 }), 400)).toBe(0);
  });
});

describe('whole seconds', () => {
  it.each([
    [180_000, 180],
    [179_999, 180],
    [1, 1],
    [0, 0],
    [-1, 0],
    [-999, 0],
    [-1_000, -1],
    [-12_500, -12],
  ])('%d ms are %d', (left_ms, seconds) => {
    expect(wholeSeconds(left_ms)).toBe(seconds);
  });
});

describe('the clock', () => {
  /** Server's time less `performance.now`, in these tests. */
  const AHEAD_MS = 5_000;
  /** A reading at once, by a server that is so far ahead. */
  const measure = (clock: Clock, ahead_ms = AHEAD_MS) => {
    const now_ms = performance.now();
    clock.learn(now_ms + ahead_ms, now_ms);
  };
  const ahead = (clock: Clock) => clock.read() - performance.now();

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes the median of its readings, so that one slow answer does not move it', () => {
    const clock = new Clock();
    const [sent_ms, heard_ms] = [10_000, 10_100];
    clock.learn(15_050, sent_ms, heard_ms);
    clock.learn(15_050, sent_ms, heard_ms);
    clock.learn(15_050, sent_ms, 18_000);
    expect(Math.abs(ahead(clock) - AHEAD_MS)).toBeLessThanOrEqual(1);
  });

  it.each([60_000, -3_600_000])('does not move when the date is set by %d ms', (step_ms) => {
    const clock = new Clock();
    for (let reading = 0; reading < 7; reading += 1) measure(clock);
    vi.setSystemTime(Date.now() + step_ms);
    expect(Math.abs(ahead(clock) - AHEAD_MS)).toBeLessThanOrEqual(1);
    measure(clock);
    expect(Math.abs(ahead(clock) - AHEAD_MS)).toBeLessThanOrEqual(1);
  });

  it('forgets its readings when one shows that they are wrong: time stood still here while the machine slept', () => {
    const clock = new Clock();
    for (let reading = 0; reading < 7; reading += 1) measure(clock);
    measure(clock, AHEAD_MS + 60_000);
    expect(Math.abs(ahead(clock) - AHEAD_MS - 60_000)).toBeLessThanOrEqual(1);
  });

  it('has itself measured at once when the date has jumped while it is shown', () => {
    const clock = new Clock();
    let doubted = 0;
    clock.doubted = () => {
      doubted += 1;
    };
    const stop = $effect.root(() => {
      $effect(() => void clock.now_ms);
    });
    flushSync();
    vi.advanceTimersByTime(10_000);
    expect(doubted).toBe(0);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(10_000);
    expect(doubted).toBe(1);
    stop();
  });

  it('begins with a reading of unknown age, and does not go back to one', () => {
    const clock = new Clock();
    clock.begin(performance.now() + 1_000);
    expect(Math.abs(ahead(clock) - 1_000)).toBeLessThanOrEqual(1);
    measure(clock);
    clock.begin(performance.now() + 1_000);
    expect(Math.abs(ahead(clock) - AHEAD_MS)).toBeLessThanOrEqual(1);
  });
});
