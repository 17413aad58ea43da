/** Short notices over the page, such as a refusal: shown until they are closed or have had time to be read. */
import { untrack } from 'svelte';
import { type PlainKey, t } from '../i18n/i18n.svelte.ts';
import { announce, shownAs } from './announcer.ts';

/** A notice. */
export interface Notice {
  /** Grows with every notice. */
  readonly id: number;
  /** Its words. */
  readonly words: string;
}

/** Time a notice stays, in milliseconds; it may be closed before. */
const SHOWN_MS = 12_000;

const shown = $state<{ notices: Notice[]; claims: number }>({ notices: [], claims: 0 });
let last = 0;

/** Notices on screen, oldest first. Reactive. */
export function notices(): readonly Notice[] {
  return shown.notices;
}

/** Whether a screen shows them in a place of its own. Reactive. */
export function claimed(): boolean {
  return shown.claims > 0;
}

/** A screen shows them in a place of its own, until what is returned is called. */
export function claim(): () => void {
  // Not followed: whoever claims them in an effect is not called again by it.
  untrack(() => (shown.claims += 1));
  return () => {
    shown.claims -= 1;
  };
}

/** Shows words and tells them to screen readers. */
export function notify(told: string): void {
  const words = shownAs(told);
  last += 1;
  const id = last;
  shown.notices = [...shown.notices.filter((notice) => notice.words !== words), { id, words }];
  setTimeout(() => dismiss(id), SHOWN_MS);
  announce(told);
}

/** Shows a message that takes no arguments. */
export function say(key: PlainKey): void {
  notify(t(key));
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  shown.notices = shown.notices.filter((notice) => notice.id !== id);
}
