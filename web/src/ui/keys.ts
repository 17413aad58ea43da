/** Keys that act by themselves, without a modifier. */

/** Where keys are typed or choose. */
const TAKES_KEYS =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

/**
 * The letter of a key press that is meant as a single-key shortcut, if it is one. None while somebody types or chooses,
 * while a dialog is open, with a modifier held, or for a key kept down. On a keyboard without Latin letters, such as an
 * Arabic one, it is the letter printed beside.
 */
export function shortcutLetter(event: KeyboardEvent): string | null {
  if (event.repeat || event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const key = event.key.toLowerCase();
  if (/^[a-z]$/.test(key)) return key;
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : null;
}
