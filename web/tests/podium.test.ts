import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hideCursor } from '../src/podium/cursor.ts';

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
