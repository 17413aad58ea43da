/** Keeps a context of sound running: a browser may want a press before, put it to sleep, or end it for good. */
import { atNextPress } from './press.ts';

/** One that ended sooner is not made anew by itself: what ends it would end the next one too. */
const LASTED_MS = 10_000;

/** What is told of a context. */
export interface Told {
  /** Whether it runs. */
  awake(is: boolean): void;
  /** It ended and does not come back: another is to be made. Nothing is told afterwards. */
  ended(): void;
}

/** A context that is watched. */
export interface Watched {
  /** Has it go on, or another made; to be called in the handler of a press. */
  rouse(): void;
  stop(): void;
}

/** Watches a context, after a time in which a browser that wants no press would have begun, in milliseconds. */
export function keepAwake(context: AudioContext, told: Told, grace_ms = 0): Watched {
  const made_ms = performance.now();
  let watched = true;
  let forget = () => {};
  const stop = () => {
    watched = false;
    context.onstatechange = null;
    forget();
    clearTimeout(first);
  };
  const end = () => {
    if (!watched) return;
    stop();
    told.ended();
  };
  // A context that is closed, or has lost its device, does not resume.
  const rouse = () => void context.resume().catch(end);
  const seen = () => {
    if (!watched) return;
    forget();
    const awake = context.state === 'running';
    told.awake(awake);
    if (awake) return;
    if (context.state === 'closed' && performance.now() - made_ms > LASTED_MS) end();
    else forget = atNextPress(rouse);
  };
  context.onstatechange = seen;
  const first = setTimeout(seen, context.state === 'running' ? 0 : grace_ms);
  if (context.state !== 'running') rouse();
  return { rouse, stop };
}
