/** What a screen reader is told without being asked. Both live regions stand in index.html from load. */

/** `assertive` only for one's turn, one's microphone, the last 30 seconds and announcements of the desk. */
export type Urgency = 'polite' | 'assertive';

/**
 * How long what is told waits, in milliseconds: two things that happen at once are both heard. Not a frame of its own,
 * which the page would draw for it with every message.
 */
const TOGETHER_MS = 30;
/** What is to be told. */
const waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };

/** Tells it. The same words twice are told twice. */
export function announce(words: string, urgency: Urgency = 'polite'): void {
  const region = document.getElementById(urgency);
  if (!region) return;
  // A region that is emptied first speaks again when the words are those of before.
  region.textContent = '';
  if (waiting[urgency].push(words) > 1) return;
  setTimeout(() => {
    region.textContent = waiting[urgency].splice(0).join(' ');
  }, TOGETHER_MS);
}
