import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepLit, type Lit } from '../src/ui/lit.svelte.ts';

const look = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

/** A browser that keeps a screen lit, or does not. */
class Screen {
  refuses = false;
  readonly locks: { released: boolean; release(): Promise<void> }[] = [];
  request = async () => {
    if (this.refuses) throw new DOMException('low battery', 'NotAllowedError');
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    this.locks.push(lock);
    return lock;
  };
  get held(): number {
    return this.locks.filter(({ released }) => !released).length;
  }
}

function kept(screen: Screen | undefined, wanted: () => boolean): { lit: Lit; stop(): void } {
  vi.stubGlobal('navigator', { ...(screen && { wakeLock: screen }) });
  let lit: Lit | undefined;
  const stop = $effect.root(() => {
    lit = keepLit(wanted);
  });
  flushSync();
  return { lit: lit as unknown as Lit, stop };
}

describe('a screen that nobody touches', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is kept lit while it is seen, and again when it comes back', async () => {
    look('visible');
    const screen = new Screen();
    const { lit, stop } = kept(screen, () => true);
    await vi.waitFor(() => expect(screen.held).toBe(1));
    // The browser ends a lock with the sight of the page.
    await screen.locks[0]?.release();
    look('hidden');
    look('visible');
    await vi.waitFor(() => expect(screen.held).toBe(1));
    look('visible');
    expect(screen.locks).toHaveLength(2);
    expect(lit.refused).toBe(false);
    stop();
    await vi.waitFor(() => expect(screen.held).toBe(0));
  });

  it('is let go when it is wanted no longer', async () => {
    look('visible');
    const screen = new Screen();
    let wanted = $state(false);
    const { stop } = kept(screen, () => wanted);
    expect(screen.locks).toHaveLength(0);
    wanted = true;
    flushSync();
    await vi.waitFor(() => expect(screen.held).toBe(1));
    wanted = false;
    flushSync();
    await vi.waitFor(() => expect(screen.held).toBe(0));
    stop();
  });

  it('says so where the browser has no means or the system refuses, until it does not', async () => {
    look('visible');
    const without = kept(undefined, () => true);
    await vi.waitFor(() => expect(without.lit.refused).toBe(true));
    without.stop();
    const screen = new Screen();
    screen.refuses = true;
    const { lit, stop } = kept(screen, () => true);
    await vi.waitFor(() => expect(lit.refused).toBe(true));
    screen.refuses = false;
    look('visible');
    await vi.waitFor(() => expect(lit.refused).toBe(false));
    stop();
  });
});
