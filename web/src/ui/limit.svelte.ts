/** The moment at which somebody's speaking time is over. */
import { clock, remaining, type Timed } from '../clock.svelte.ts';
import { onChange } from './on_change.svelte.ts';

/** Does something when the time of whoever speaks comes to its end. To be called while a component is made. */
export function onLimit(speaks: () => Timed | null, then: () => void): void {
  const over = $derived.by(() => {
    const timed = speaks();
    return timed?.running_since_ms ? remaining(timed, clock.now_ms) <= 0 : false;
  });
  onChange(
    () => over,
    (is) => {
      if (is) then();
    },
  );
}
