import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHATTER_MS, Pace } from '../src/frame.ts';

const FRAME_MS = 16;
let taken: number[];
let pace: Pace;

beforeEach(() => {
  vi.useFakeTimers();
  const began = performance.now();
  taken = [];
  pace = new Pace(() => taken.push(performance.now() - began));
});
afterEach(() => {
  vi.useRealTimers();
});

/** Chatter every so many milliseconds, for so long. */
function chatter(apart_ms: number, long_ms: number): void {
  for (let at = 0; at < long_ms; at += apart_ms) {
    pace.heard(true);
    vi.advanceTimersByTime(apart_ms);
  }
}

describe('pace', () => {
  it('takes in the first that comes with the next frame, whatever it is', () => {
    pace.heard(true);
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(FRAME_MS);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toBeLessThanOrEqual(FRAME_MS);
  });

  it('takes in much chatter twice a second', () => {
    chatter(20, 4_000);
    vi.advanceTimersByTime(CHATTER_MS + FRAME_MS);
    expect(taken.length).toBeGreaterThanOrEqual(7);
    expect(taken.length).toBeLessThanOrEqual(9);
  });

  it('leaves none of the chatter for longer than that', () => {
    chatter(20, 200);
    const before = taken.length;
    pace.heard(true);
    vi.advanceTimersByTime(CHATTER_MS + FRAME_MS);
    expect(taken).toHaveLength(before + 1);
    vi.advanceTimersByTime(2_000);
    expect(taken).toHaveLength(before + 1);
  });

  it('takes in what cannot wait with the next frame, and what waited with it', () => {
    chatter(20, 100);
    expect(taken).toHaveLength(1);
    pace.heard(false);
    vi.advanceTimersByTime(FRAME_MS);
    expect(taken).toHaveLength(2);
    vi.advanceTimersByTime(2_000);
    expect(taken).toHaveLength(2);
  });

  it('has nothing more to do where all was taken in meanwhile', () => {
    chatter(20, 100);
    pace.taken();
    vi.advanceTimersByTime(2_000);
    expect(taken).toHaveLength(1);
  });

  it('does not hold what cannot wait to the pace of the chatter', () => {
    for (let frame = 0; frame < 10; frame += 1) {
      pace.heard(false);
      vi.advanceTimersByTime(FRAME_MS * 2);
    }
    expect(taken).toHaveLength(10);
  });
});
