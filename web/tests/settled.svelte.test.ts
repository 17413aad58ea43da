import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settled } from '../src/ui/settled.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a button settles on what it means, however often that is made anew', () => {
  let act = $state.raw({ kind: 'end', of: 't1' });
  let isSettled = () => false;
  const end = $effect.root(() => {
    isSettled = settled(() => `${act.kind} ${act.of}`, 600);
  });
  const pass = (length_ms: number) => {
    flushSync();
    vi.advanceTimersByTime(length_ms);
    flushSync();
  };
  pass(600);
  expect(isSettled()).toBe(true);

  // Another meaning: the second half of a double press does nothing.
  act = { kind: 'take_up', of: 'm1' };
  pass(0);
  expect(isSettled()).toBe(false);
  // Requests come in meanwhile, and the act is made anew of each.
  for (let at = 0; at < 5; at += 1) {
    pass(100);
    act = { kind: act.kind, of: act.of };
  }
  expect(isSettled()).toBe(false);
  pass(100);
  expect(isSettled()).toBe(true);
  end();
});
