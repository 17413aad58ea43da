/** Faults of the page that nobody has caught. */
import { say } from './notices.svelte.ts';

/** Tells them from now on: whoever pressed something must not believe it done. */
export function tellFaults(): void {
  // Without an error it is the browser's own complaint, as of sizes that are told one frame later.
  addEventListener('error', ({ error }) => error && say('page-fault'));
  addEventListener('unhandledrejection', () => say('page-fault'));
}
