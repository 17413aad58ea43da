import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../src/api.ts';
import { clock } from '../src/clock.svelte.ts';
import { LONGEST_MS, pause_ms } from '../src/public/backoff.ts';
import { EVERY_MS, Followed } from '../src/public/followed.svelte.ts';
import { Player } from '../src/public/player.svelte.ts';

describe('the pause before another try', () => {
  it('is the usual one, doubles with each failure, and has a bound', () => {
    expect([0, 1, 2, 3].map((failures) => pause_ms(3000, failures))).toEqual([3000, 6000, 12_000, 24_000]);
    expect([4, 40, 4000].map((failures) => pause_ms(3000, failures))).toEqual([
      LONGEST_MS,
      LONGEST_MS,
      LONGEST_MS,
    ]);
  });
});

describe('what is followed', () => {
  let answers: Outcome<string>[] = [];
  let asked = 0;
  const read = async (): Promise<Outcome<string>> => {
    asked += 1;
    return answers.shift() ?? { ok: false, code: 'offline' };
  };
  const look = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const pass = (length_ms: number) => vi.advanceTimersByTimeAsync(length_ms);

  beforeEach(() => {
    vi.useFakeTimers();
    [answers, asked] = [[], 0];
    look('visible');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('is asked for again while it is looked at, and not while it is not', async () => {
    answers = ['a', 'b', 'c'].map((value) => ({ ok: true, value }));
    const followed = new Followed(read, EVERY_MS);
    await pass(0);
    expect(followed.value).toBe('a');
    await pass(EVERY_MS);
    expect(followed.value).toBe('b');
    look('hidden');
    await pass(10 * EVERY_MS);
    expect(asked).toBe(2);
    look('visible');
    await pass(0);
    expect([followed.value, followed.stale_since_ms]).toEqual(['c', null]);
    followed.stop();
    await pass(10 * EVERY_MS);
    expect(asked).toBe(3);
  });

  it('stays, told to be old, while the server is not reached, which is tried less and less often', async () => {
    answers = [{ ok: true, value: 'a' }];
    const followed = new Followed(read, EVERY_MS);
    await pass(0);
    const read_at_ms = clock.read();
    await pass(EVERY_MS);
    expect([followed.value, followed.nothing, followed.stale_since_ms]).toEqual(['a', null, read_at_ms]);
    await pass(2 * EVERY_MS - 1);
    expect(asked).toBe(2);
    await pass(1);
    expect(asked).toBe(3);
    answers = [{ ok: true, value: 'b' }];
    await pass(4 * EVERY_MS);
    expect([followed.value, followed.stale_since_ms]).toEqual(['b', null]);
    // All is well again, so is the pause.
    await pass(EVERY_MS);
    expect(asked).toBe(5);
    followed.stop();
  });

  it('is asked for at once when the network is back', async () => {
    const followed = new Followed(read, EVERY_MS);
    await pass(0);
    expect(followed.nothing).toBe('unavailable');
    answers = [{ ok: true, value: 'a' }];
    dispatchEvent(new Event('online'));
    await pass(0);
    expect([followed.value, followed.nothing]).toEqual(['a', null]);
    followed.stop();
  });

  it('is told to be old as soon as it is looked at again after a long time', async () => {
    answers = [{ ok: true, value: 'a' }];
    const followed = new Followed(read, EVERY_MS);
    await pass(0);
    look('hidden');
    await pass(60_000);
    look('visible');
    expect(followed.stale_since_ms).not.toBeNull();
    followed.stop();
  });

  it('is nothing any more where the server says that it is not public', async () => {
    answers = [
      { ok: true, value: 'a' },
      { ok: false, code: 'not_public' },
    ];
    const followed = new Followed(read, EVERY_MS);
    await pass(EVERY_MS);
    expect(followed.nothing).toBe('not_public');
    followed.stop();
  });
});

describe('the player', () => {
  /** The element that the player made, as a browser would move it. */
  let element: HTMLAudioElement;
  let begun: string[] = [];
  let refusal: DOMException | null = null;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    [begun, refusal] = [[], null];
    class Fake extends EventTarget {
      src = '';
      volume = 1;
      ended = false;
      error: unknown = null;
      onplaying?: () => void;
      onpause?: () => void;
      onerror?: () => void;
      constructor() {
        super();
        element = this as unknown as HTMLAudioElement;
      }
      async play(): Promise<void> {
        begun.push(this.src);
        if (refusal) throw refusal;
      }
      pause(): void {
        this.onpause?.();
      }
      load(): void {}
      removeAttribute(): void {
        this.src = '';
      }
    }
    vi.stubGlobal('Audio', Fake);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const happens = (name: 'onplaying' | 'onpause' | 'onerror') => (element[name] as () => void)();

  it('plays a channel, another in its place, and stops loading when it is stopped', () => {
    const player = new Player('opening');
    player.play('floor');
    expect(player.state).toBe('starting');
    happens('onplaying');
    expect(player.state).toBe('playing');
    player.play('fr');
    expect(begun).toEqual(['/listen/opening/floor.ogg', '/listen/opening/fr.ogg']);
    player.stop();
    expect([player.state, element.src]).toEqual(['stopped', '']);
  });

  it('begins anew by itself when the stream breaks or stands still, and not when it was stopped', async () => {
    const player = new Player('opening');
    player.play('floor');
    happens('onplaying');
    happens('onerror');
    expect(player.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(1000);
    expect(begun).toHaveLength(2);
    happens('onplaying');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(player.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(1000);
    expect(begun).toHaveLength(3);
    player.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toHaveLength(3);
  });

  it('stops when a headset or the locked screen pauses it', () => {
    const player = new Player('opening');
    player.play('floor');
    happens('onplaying');
    happens('onpause');
    expect(player.state).toBe('stopped');
  });

  it('says so when the browser waits for a press', async () => {
    refusal = new DOMException('', 'NotAllowedError');
    const player = new Player('opening');
    player.play('floor');
    await vi.advanceTimersByTimeAsync(0);
    expect(player.state).toBe('blocked');
  });

  it('remembers how loud it was', () => {
    new Player('opening').volume = 0.3;
    const again = new Player('opening');
    expect([again.volume, element.volume, again.hasVolume]).toEqual([0.3, 0.3, true]);
  });
});
