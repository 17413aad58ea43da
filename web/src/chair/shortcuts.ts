/** Single-key shortcuts of the console: which key does what, and when a key press is not meant as one. */

/** What a key does. */
export type Shortcut = 'next' | 'extend' | 'stop' | 'pause' | 'list' | 'add' | 'chat' | 'help';

/** The keys in the order in which the help lists them. */
export const SHORTCUTS: readonly { key: string; shortcut: Shortcut }[] = [
  { key: 'n', shortcut: 'next' },
  { key: 'e', shortcut: 'extend' },
  { key: 's', shortcut: 'stop' },
  { key: 'p', shortcut: 'pause' },
  { key: 'l', shortcut: 'list' },
  { key: 'd', shortcut: 'add' },
  { key: 'c', shortcut: 'chat' },
  { key: '?', shortcut: 'help' },
];

/**
 * The shortcut that a key press means, if any. None while somebody types or chooses, while a dialog is open, with a
 * modifier held, or for a key kept down: one press is one act.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.repeat || event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const pressed = keyOf(event);
  return SHORTCUTS.find(({ key }) => key === pressed)?.shortcut ?? null;
}

const TAKES_KEYS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

/** The letter pressed; on a keyboard without Latin letters, such as an Arabic one, the letter printed beside it. */
function keyOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (key === '؟') return '?';
  if (/^[a-z?]$/.test(key)) return key;
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : '';
}
