import { describe, expect, it } from 'vitest';
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
  it('takes the median of its readings, so that one slow answer does not move it', () => {
    const clock = new Clock();
    const [sent_ms, heard_ms] = [10_000, 10_100];
    clock.learn(15_050, sent_ms, heard_ms);
    clock.learn(15_050, sent_ms, heard_ms);
    clock.learn(15_050, sent_ms, 18_000);
    expect(clock.read() - Date.now()).toBeGreaterThanOrEqual(4_999);
    expect(clock.read() - Date.now()).toBeLessThanOrEqual(5_001);
  });
});
