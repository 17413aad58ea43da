import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAwake, type Watched } from '../src/sound/awake.ts';

/** A context that the test moves as a browser would. */
class Context {
  state: AudioContextState = 'suspended';
  onstatechange: (() => void) | null = null;
  resumed = 0;
  become(state: AudioContextState): void {
    this.state = state;
    this.onstatechange?.();
  }
  async resume(): Promise<void> {
    this.resumed += 1;
    if (this.state === 'closed') throw new DOMException('closed', 'InvalidStateError');
  }
}

describe('a context of sound', () => {
  let context: Context;
  let told: (boolean | 'ended')[];
  let watched: Watched;
  const press = () => document.dispatchEvent(new Event('pointerup'));
  const watch = (grace_ms = 0) => {
    watched = keepAwake(
      context as unknown as AudioContext,
      { awake: (is) => told.push(is), ended: () => told.push('ended') },
      grace_ms,
    );
  };

  beforeEach(() => {
    vi.useFakeTimers();
    context = new Context();
    told = [];
  });
  afterEach(() => {
    watched.stop();
    vi.useRealTimers();
  });

  it('is asked to run at once, and at the next press', async () => {
    watch(400);
    expect(context.resumed).toBe(1);
    await vi.advanceTimersByTimeAsync(399);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([false]);
    press();
    expect(context.resumed).toBe(2);
    context.become('running');
    expect(told).toEqual([false, true]);
    press();
    expect(context.resumed).toBe(2);
  });

  it('that ended after a while is made anew by itself', async () => {
    watch();
    context.become('running');
    await vi.advanceTimersByTimeAsync(11_000);
    context.become('closed');
    expect(told.at(-1)).toBe('ended');
  });

  it('that ended soon is made anew by one press, once', async () => {
    watch();
    context.become('running');
    context.become('closed');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).not.toContain('ended');
    press();
    await vi.advanceTimersByTimeAsync(0);
    press();
    watched.rouse();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.filter((one) => one === 'ended')).toHaveLength(1);
  });

  it('tells nothing once it is let go', async () => {
    watch();
    watched.stop();
    context.become('closed');
    press();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });
});
