/** The next moment to draw. */

/** Longest wait in a page that is not drawn, in milliseconds: it should still know when one's turn comes. */
const UNSEEN_MS = 250;

/** Calls before the next frame, or soon where no frames are drawn. */
export function nextFrame(draw: () => void): void {
  let drawn = false;
  const once = () => {
    if (drawn) return;
    drawn = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    draw();
  };
  const timer = setTimeout(once, UNSEEN_MS);
  const frame = requestAnimationFrame(once);
}
