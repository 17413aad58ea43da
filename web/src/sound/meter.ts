/** The beat at which levels are redrawn while somebody looks. */
import { createSubscriber } from 'svelte/reactivity';

/** Time between two readings, in milliseconds. */
const BEAT_MS = 80;

/** Reading it in a component redraws that about twelve times a second. */
export const beat: () => void = createSubscriber((redraw) => {
  const timer = setInterval(redraw, BEAT_MS);
  return () => clearInterval(timer);
});
