import { describe, expect, it } from 'vitest';
import { hushOf } from '../src/sound/hush.ts';

describe('a live microphone', () => {
  it('is heard where it is connected, not muted, and its device gives sound', () => {
    expect(hushOf({ connected: true, muted: false, silent: false })).toBeNull();
  });

  it('that is not heard says why, what its owner did first', () => {
    expect(hushOf({ connected: false, muted: true, silent: true })).toBe('muted');
    expect(hushOf({ connected: false, muted: false, silent: false })).toBe('unconnected');
    expect(hushOf({ connected: true, muted: false, silent: true })).toBe('silent');
  });
});
