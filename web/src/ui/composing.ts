/** Keys with which somebody composes a letter or a word by an input method. */

/** What an input method takes reports this as its code: in Safari also the Enter that ends a composition, after it has ended. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Keeps keys with which somebody composes a letter or a word from all that listens to keys on this page: an Enter that
 * chooses a word sends nothing, an Escape that drops it closes nothing. To be called before anything else listens.
 */
export function leaveComposing(): void {
  const leave = (event: KeyboardEvent): void => {
    if (!event.isComposing && event.keyCode !== TAKEN_BY_INPUT_METHOD) return;
    event.stopImmediatePropagation();
    // What the browser itself does with it, such as to close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    addEventListener(type, leave, { capture: true });
}
