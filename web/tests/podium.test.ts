import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PointView, PollView } from '$protocol';
import { RULING_SHOWN_MS, ruledAt } from '../src/podium/announced.ts';
import { hideCursor } from '../src/podium/cursor.ts';
import { HallPolls } from '../src/podium/polls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the pointer of the podium hides while it rests, and comes back when it moves or a key is pressed', () => {
  const screen = document.createElement('div');
  const end = hideCursor(screen);
  expect(screen.style.cursor).toBe('');
  vi.advanceTimersByTime(5_000);
  expect(screen.style.cursor).toBe('none');
  for (const sign of ['pointermove', 'keydown']) {
    dispatchEvent(new Event(sign));
    expect(screen.style.cursor).toBe('');
    vi.advanceTimersByTime(5_000);
    expect(screen.style.cursor).toBe('none');
  }
  end();
  dispatchEvent(new Event('pointermove'));
  expect(screen.style.cursor).toBe('none');
});

describe('the poll that the hall is shown', () => {
  const poll = (number: number, standing: PollView['standing']) =>
    ({ id: `v${number}`, number, standing }) as PollView;

  test('is the open one, whoever speaks, then what comes of it until the floor goes on to somebody else', () => {
    const hall = new HallPolls();
    expect(hall.shown(undefined, null)).toBeNull();
    for (const holder of ['t1', 't2', null]) expect(hall.shown(poll(1, 'open'), holder)).not.toBeNull();
    for (const standing of ['closed', 'published'] as const) {
      for (const holder of ['t3', null]) expect(hall.shown(poll(1, standing), holder)).not.toBeNull();
    }
    expect(hall.shown(poll(1, 'published'), 't4')).toBeNull();
    expect(hall.shown(poll(1, 'published'), null), 'between two speakers it does not come back').toBeNull();
    expect(hall.shown(poll(2, 'open'), 't4')?.id).toBe('v2');
  });

  test('is a result again where it is published while the next already speaks', () => {
    const hall = new HallPolls();
    hall.shown(poll(1, 'open'), 't1');
    hall.shown(poll(1, 'closed'), 't1');
    expect(hall.shown(poll(1, 'closed'), 't2')).toBeNull();
    expect(hall.shown(poll(1, 'published'), 't2')).not.toBeNull();
    expect(hall.shown(poll(1, 'published'), 't3')).toBeNull();
  });

  test('is not one before it, where the newest was withdrawn', () => {
    const hall = new HallPolls();
    hall.shown(poll(1, 'published'), null);
    hall.shown(poll(2, 'open'), null);
    expect(hall.shown(poll(1, 'published'), null)).toBeNull();
  });

  test('is none from before the page was opened once somebody speaks', () => {
    expect(new HallPolls().shown(poll(1, 'published'), 't1')).toBeNull();
    expect(new HallPolls().shown(poll(1, 'published'), null)).not.toBeNull();
    expect(new HallPolls().shown(poll(1, 'open'), 't1')).not.toBeNull();
  });
});

test('a ruling is shown to the hall for some seconds, the newest of several', () => {
  const point = (id: string, state: PointView['state'], since_ms: number) =>
    ({ id, state, since_ms }) as PointView;
  const points = [point('p1', 'ruled', 1_000), point('p2', 'ruled', 3_000), point('p3', 'raised', 4_000)];
  expect(ruledAt(points, 5_000)?.id).toBe('p2');
  expect(ruledAt(points, 3_000 + RULING_SHOWN_MS - 1)?.id).toBe('p2');
  expect(ruledAt(points, 3_000 + RULING_SHOWN_MS)).toBeNull();
  expect(ruledAt([], 0)).toBeNull();
});
