import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recall, remember, rememberSoon } from '../src/preferences.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  localStorage.clear();
});

test('what changes often is known at once, and written within a second as it stands then', () => {
  const written = vi.spyOn(Storage.prototype, 'setItem');
  for (let read = 1; read <= 50; read += 1) rememberSoon('chat-read', String(read), 'link');
  expect(recall('chat-read', 'link')).toBe('50');
  expect(written).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(written).toHaveBeenCalledTimes(1);
  expect(localStorage.getItem('plenary.chat-read:link')).toBe('50');
  written.mockRestore();
});

test('what is due is written when the page goes', () => {
  rememberSoon('chat-read', '7');
  window.dispatchEvent(new Event('pagehide'));
  expect(localStorage.getItem('plenary.chat-read')).toBe('7');
});

test('a choice is written at once', () => {
  remember('channel', 'fr');
  expect(localStorage.getItem('plenary.channel')).toBe('fr');
});
