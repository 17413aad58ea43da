/** What a screen reader is told without being asked. Both live regions stand in index.html from load. */

/** `assertive` only for one's turn, one's microphone, the last 30 seconds and announcements of the desk. */
export type Urgency = 'polite' | 'assertive';

/** What is to be told with the next frame: two things that happen at once are both heard. */
const waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };

/** Tells it. The same words twice are told twice. */
export function announce(words: string, urgency: Urgency = 'polite'): void {
  const region = document.getElementById(urgency);
  if (!region) return;
  // A region that is emptied first speaks again when the words are those of before.
  region.textContent = '';
  if (waiting[urgency].push(words) > 1) return;
  requestAnimationFrame(() => {
    region.textContent = waiting[urgency].splice(0).join(' ');
  });
}
