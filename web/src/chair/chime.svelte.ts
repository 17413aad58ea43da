/** The chime at the desk when somebody's time is over, where the rules have it. */
import { clock, remaining } from '../clock.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { chime } from '../ui/chime.ts';
import { onChange } from '../ui/on_change.svelte.ts';

/** Begins to listen for the limit; to be called while the console is made. */
export function chimeAtLimits(store: Store): void {
  const holder = $derived(store.floor?.point ?? store.floor?.turn ?? null);
  const over = $derived(holder?.running_since_ms ? remaining(holder, clock.now_ms) <= 0 : false);
  onChange(
    () => over,
    (now) => {
      if (now && store.session?.rules.time_mode !== 'advise') chime();
    },
  );
}
