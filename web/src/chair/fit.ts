/** Text that is never cut: as large as its place allows, and where even the smallest does not fit, its place scrolls. */

/** The largest size of the range at which something fits, to half a pixel; the smallest where none does. Pure. */
export function largestFit(least: number, most: number, fits: (size: number) => boolean): number {
  if (fits(most)) return most;
  let [fitting, over] = [least, most];
  while (over - fitting > 0.5) {
    const middle = (fitting + over) / 2;
    if (fits(middle)) fitting = middle;
    else over = middle;
  }
  return fitting;
}

/** Keeps the type of an element as large as fits into it, between two sizes in pixels, whatever becomes of its place. */
export function fitType(least: number, most: number): (element: HTMLElement) => () => void {
  return (element) => {
    const measure = (): void => {
      const size = largestFit(least, most, (px) => {
        element.style.fontSize = `${px}px`;
        return element.scrollHeight <= element.clientHeight + 1;
      });
      element.style.fontSize = `${size}px`;
    };
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    const changed = new MutationObserver(measure);
    changed.observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['lang'],
    });
    // A face that comes later is wider or narrower than the one before it.
    document.fonts?.addEventListener('loadingdone', measure);
    measure();
    return () => {
      resized.disconnect();
      changed.disconnect();
      document.fonts?.removeEventListener('loadingdone', measure);
    };
  };
}
