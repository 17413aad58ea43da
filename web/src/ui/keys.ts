/** Keys that act by themselves, without a modifier. */
import { isModal } from './modal.ts';

/** Where keys are typed or choose. */
const TAKES_KEYS =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

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
