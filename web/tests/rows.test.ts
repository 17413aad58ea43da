import { describe, expect, it } from 'vitest';
import { GUESS, Heights } from '../src/chat/rows.ts';

const ids = Array.from({ length: 10_000 }, (_, at) => `m${at}`);
const rangeOf = (heights: Heights, rows: readonly string[], below: number) =>
  heights.range(rows.length, (at) => rows[at] ?? '', below, 600);

describe('the rows that are drawn', () => {
  it('are those near the end, when one reads the newest', () => {
    const range = rangeOf(new Heights(), ids, 0);
    expect(range.end).toBe(ids.length);
    expect(range.end - range.start).toBeLessThan(25);
    expect(range.after).toBe(0);
    expect(range.before).toBe(range.start * GUESS);
  });

  it('and the room around them are together as high as the list, wherever one is', () => {
    const heights = new Heights();
    for (const [at, id] of ids.entries()) heights.learn(id, 40 + (at % 7) * 20);
    const whole = heights.total(ids.length);
    for (const below of [0, 50, 5_000, 333_333, whole - 600]) {
      const { start, end, before, after } = rangeOf(heights, ids, below);
      const drawn = ids.slice(start, end).reduce((sum, id) => sum + heights.of(id), 0);
      expect(before + drawn + after, `${below} below`).toBe(whole);
      expect(after).toBeLessThanOrEqual(Math.max(0, below));
      expect(before).toBeLessThanOrEqual(whole - Math.min(below + 600, whole));
    }
  });

  it('are all of a short list', () => {
    expect(rangeOf(new Heights(), ids.slice(0, 3), 0)).toEqual({ start: 0, end: 3, before: 0, after: 0 });
    expect(rangeOf(new Heights(), [], 0)).toEqual({ start: 0, end: 0, before: 0, after: 0 });
  });

  it('tell what is news', () => {
    const heights = new Heights();
    expect(heights.learn('m1', 90)).toBe(true);
    expect(heights.learn('m1', 90)).toBe(false);
    expect(heights.learn('m1', 60)).toBe(true);
    heights.drop('m1');
    expect(heights.total(1)).toBe(GUESS);
  });
});
