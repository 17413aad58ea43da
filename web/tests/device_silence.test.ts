import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceSilence } from '../src/sound/device_silence.svelte.ts';

class Track extends EventTarget {
  muted = false;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  hold(muted: boolean): void {
    this.muted = muted;
    if (muted) this.onmute?.();
    else this.onunmute?.();
  }
}

describe('the silence of a device', () => {
  const silence = new DeviceSilence();
  let track: Track;
  let power: number | null;
  const watch = () => {
    silence.watch({ getAudioTracks: () => [track] } as unknown as MediaStream, () => power);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    track = new Track();
    power = 1e-9;
  });
  afterEach(() => {
    silence.stop();
    vi.useRealTimers();
  });

  it('is known at once where the browser tells of it, and goes with its word', () => {
    watch();
    expect(silence.is).toBe(false);
    track.hold(true);
    expect(silence.is).toBe(true);
    track.hold(false);
    expect(silence.is).toBe(false);
  });

  it('is known of a device that was held down before', () => {
    track.muted = true;
    watch();
    expect(silence.is).toBe(true);
  });

  it('is known by two seconds of nothing but zeros, and goes with the first sound', () => {
    watch();
    vi.advanceTimersByTime(10_000);
    power = 0;
    vi.advanceTimersByTime(1_500);
    expect(silence.is).toBe(false);
    vi.advanceTimersByTime(500);
    expect(silence.is).toBe(true);
    power = 1e-9;
    vi.advanceTimersByTime(500);
    expect(silence.is).toBe(false);
  });

  it('is not concluded while nobody measures', () => {
    power = null;
    watch();
    vi.advanceTimersByTime(60_000);
    expect(silence.is).toBe(false);
  });

  it('goes with the device', () => {
    track.muted = true;
    watch();
    silence.stop();
    expect([silence.is, track.onmute, vi.getTimerCount()]).toEqual([false, null, 0]);
  });
});
