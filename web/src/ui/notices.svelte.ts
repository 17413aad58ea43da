/** Short notices over the page, such as a refusal: shown until they are closed or have had time to be read. */
import { type PlainKey, t } from '../i18n/i18n.svelte.ts';
import { announce } from './announcer.ts';

/** A notice. */
export interface Notice {
  /** Grows with every notice. */
  readonly id: number;
  /** Its words. */
  readonly words: string;
}

/** Time a notice stays, in milliseconds; it may be closed before. */
const SHOWN_MS = 12_000;

const shown = $state<{ notices: Notice[] }>({ notices: [] });
let last = 0;

/** Notices on screen, oldest first. Reactive. */
export function notices(): readonly Notice[] {
  return shown.notices;
}

/** Shows words and tells them to screen readers. */
export function notify(words: string): void {
  last += 1;
  const id = last;
  shown.notices = [...shown.notices.filter((notice) => notice.words !== words), { id, words }];
  setTimeout(() => dismiss(id), SHOWN_MS);
  announce(words);
}

/** Shows a message that takes no arguments. */
export function say(key: PlainKey): void {
  notify(t(key));
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  shown.notices = shown.notices.filter((notice) => notice.id !== id);
}
