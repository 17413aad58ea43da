/** Keys that act by themselves, without a modifier. */
import { isModal } from './modal.ts';

/** Where keys are typed or choose. */
const TAKES_KEYS =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

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

/**
 * Whether a key press may be meant as a single-key shortcut: not while somebody types or chooses, while a dialog is
 * open, or with a modifier held. `besides` selects what else takes keys on a screen.
 */
export function actsAlone(event: KeyboardEvent, besides?: string): boolean {
  if (event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const takes = besides === undefined ? TAKES_KEYS : `${TAKES_KEYS}, ${besides}`;
  if (event.target instanceof Element && event.target.closest(takes)) return false;
  return !isModal();
}

/**
 * The letter, digit or sign (`?`, `+`, `-`) of a key; empty for another. On a keyboard without Latin letters, such as an
 * Arabic one, it is the letter printed beside.
 */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (key === '؟') return '?';
  if (key === '=') return '+';
  if (key === '−') return '-';
  if (/^[a-z0-9?+-]$/.test(key)) return key;
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  return /^(Digit|Numpad)[0-9]$/.test(event.code) ? event.code.slice(-1) : '';
}

/** The letter of a key press that is meant as a single-key shortcut, if it is one; none for a key kept down. */
export function shortcutLetter(event: KeyboardEvent): string | null {
  if (event.repeat || !actsAlone(event)) return null;
  const key = keyOf(event);
  return /^[a-z]$/.test(key) ? key : null;
}
