/** Keeps a screen lit that is looked at and not touched. */

/** What became of it. */
export interface Lit {
  /** Whether the browser or the system refuses, as browsers do where a page came without HTTPS. Reactive. */
  readonly refused: boolean;
}

/** Asks for it while it is wanted and the page is seen, and again when it is seen again. To be called while a component is made. */
export function keepLit(wanted: () => boolean): Lit {
  let refused = $state(false);
  const wants = $derived(wanted());
  $effect(() => {
    if (!wants) return;
    let lock: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined);
    // Hiding the page ends a lock.
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      lock = lock.then(async (held) => {
        if (held?.released === false) return held;
        try {
          const got = await navigator.wakeLock?.request('screen');
          refused = got === undefined;
          return got;
        } catch {
          refused = true;
          return undefined;
        }
      });
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock.then((held) => held?.release());
    };
  });
  return {
    get refused() {
      return refused;
    },
  };
}
