/** The sheet that the page brings along, "Opening your link…": it stays until there is something to show in its place. */

/** Screens that have nothing to show yet. */
let waiting = 0;
let uncovered = (): void => {};
const uncovering = new Promise<void>((resolve) => {
  uncovered = resolve;
});

/** Keeps the sheet; returns what lets it go. For `$effect` of a screen that has nothing to show yet. */
export function keepOpening(): () => void {
  waiting += 1;
  return () => {
    waiting -= 1;
    // The next screen may be one that waits too.
    requestAnimationFrame(() => {
      if (waiting > 0) return;
      document.getElementById('opening')?.remove();
      // A frame's callbacks run before it is drawn, and this after.
      requestAnimationFrame(() => setTimeout(uncovered));
    });
  };
}

/** When the first screen is drawn that has something to show. */
export function opened(): Promise<void> {
  return uncovering;
}
