/** Hides the pointer of a screen that nobody touches. */

/** How long the pointer must rest, in milliseconds. */
const REST_MS = 3_000;

/** Gives an element the class `still` and no cursor while the pointer rests and no key is pressed. */
export function hideCursor(element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    element.classList.add('still');
    element.style.cursor = 'none';
  };
  const wake = (): void => {
    element.classList.remove('still');
    element.style.cursor = '';
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  };
  wake();
  const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
  for (const sign of signs) addEventListener(sign, wake);
  return () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, wake);
  };
}
