import { describe, expect, test } from 'vitest';
import type { DelegationView, TurnView } from '$protocol';
import { hall } from '../src/stage/hall.ts';
import { clockText, mood, share } from '../src/stage/mood.ts';
import { HALL, places } from '../src/stage/seats.ts';

const turn = (change: Partial<TurnView> = {}): TurnView => ({
  id: 't-1',
  request: 'r-1',
  list: 'main',
  delegation: 'jordan',
  speaker: null,
  language: 'ar',
  limit_ms: 180_000,
  spent_ms: 0,
  running_since_ms: 1_000_000,
  limit_reached: false,
  amber_ms: 30_000,
  halts: [],
  halt_reason: '',
  ...change,
});

describe('the clock of a turn', () => {
  const at = (ms: number) => 1_000_000 + ms;

  test('is calm, then near its end for thirty seconds, then over', () => {
    expect(mood(turn(), at(149_999))).toBe('calm');
    expect(mood(turn(), at(150_000))).toBe('last');
    expect(mood(turn(), at(179_999))).toBe('last');
    expect(mood(turn(), at(180_000))).toBe('over');
  });

  test('reads 0:00 when the time is up and counts on with a plus sign', () => {
    expect(clockText(turn(), at(0))).toBe('3:00');
    expect(clockText(turn(), at(179_001))).toBe('0:01');
    expect(clockText(turn(), at(180_000))).toBe('0:00');
    expect(clockText(turn(), at(192_000))).toBe('+0:12');
  });

  test('stands while the turn is halted, with the time it had left', () => {
    const halted = turn({ running_since_ms: null, spent_ms: 78_000 });
    expect(mood(halted, at(900_000))).toBe('halted');
    expect(clockText(halted, at(900_000))).toBe('1:42');
  });

  test('shows a share of the time that stays between none and all', () => {
    expect(share(turn(), at(90_000))).toBe(0.5);
    expect(share(turn(), at(500_000))).toBe(0);
    expect(share(turn({ limit_ms: 0 }), at(0))).toBe(0);
  });
});

describe('the hall', () => {
  test.each([0, 1, 5, 23, 193, 500])(
    'has a place of its own for each of %i seats, within the drawing',
    (count) => {
      const found = places(count, false);
      expect(found).toHaveLength(count);
      expect(new Set(found.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
      for (const { x, y } of found) {
        expect(x).toBeGreaterThan(5);
        expect(x).toBeLessThan(HALL.width - 5);
        expect(y).toBeGreaterThan(5);
        expect(y).toBeLessThan(HALL.height);
      }
    },
  );

  test('is mirrored for a language written from right to left', () => {
    const [first] = places(23, false);
    const [mirrored] = places(23, true);
    expect(first && mirrored && first.x + mirrored.x).toBeCloseTo(HALL.width);
  });

  const seat = (id: string, en: string, ar: string, present: number): DelegationView => ({
    id,
    formal: { en, ar },
    short: { en, ar },
    plate: { en, ar },
    sort_key: { en, ar },
    category: 'member_state',
    present,
    absent_since_ms: null,
    moves: true,
  });
  const seats = [
    seat('tun', 'Tunisia', 'تونس', 1),
    seat('jor', 'Jordan', 'أردن', 0),
    seat('egy', 'Egypt', 'مصر', 2),
  ];
  const nobody = { speaking: null, next: null, own: null };

  test('is seated by the sort keys of the language, which leave out the Arabic article', () => {
    expect(hall(seats, nobody, 'en').map((at) => at.delegation.id)).toEqual(['egy', 'jor', 'tun']);
    expect(hall(seats, nobody, 'ar').map((at) => at.delegation.id)).toEqual(['jor', 'tun', 'egy']);
  });

  test('marks the speaker before the next and one’s own seat before mere presence', () => {
    const marks = hall(seats, { speaking: 'egy', next: 'egy', own: 'jor' }, 'en').map((at) => at.mark);
    expect(marks).toEqual(['speaking', 'own', 'present']);
  });
});
