/** The chime at the desk when somebody's time is over, where the rules have it. */
import type { Store } from '../store.svelte.ts';
import { chime } from '../ui/chime.ts';
import { onLimit } from '../ui/limit.svelte.ts';

/** Begins to listen for the limit; to be called while the console is made. */
export function chimeAtLimits(store: Store): void {
  onLimit(
    () => store.floor?.point ?? store.floor?.turn ?? null,
    () => {
      if (store.session?.rules.time_mode !== 'advise') chime();
    },
  );
}
