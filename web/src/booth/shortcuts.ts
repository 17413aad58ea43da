/** Single-key shortcuts of the console: which key does what, and when a key press is not meant as one. */

/** What a key does. */
export type Shortcut =
  | 'main'
  | 'cough'
  | 'source'
  | 'relay'
  | 'output_a'
  | 'output_b'
  | 'handover'
  | 'decline'
  | 'slow'
  | 'unheard'
  | 'louder'
  | 'softer'
  | 'list'
  | 'chat'
  | 'help';

/** The keys in the order in which the help lists them. The digits choose a relay by the number of its channel. */
export const SHORTCUTS: readonly { key: string; shortcut: Shortcut }[] = [
  { key: 'm', shortcut: 'main' },
  { key: 'x', shortcut: 'cough' },
  { key: 'r', shortcut: 'source' },
  { key: '1–9', shortcut: 'relay' },
  { key: 'a', shortcut: 'output_a' },
  { key: 'b', shortcut: 'output_b' },
  { key: 'h', shortcut: 'handover' },
  { key: 'd', shortcut: 'decline' },
  { key: 's', shortcut: 'slow' },
  { key: 'f', shortcut: 'unheard' },
  { key: '+', shortcut: 'louder' },
  { key: '-', shortcut: 'softer' },
  { key: 'l', shortcut: 'list' },
  { key: 'c', shortcut: 'chat' },
  { key: '?', shortcut: 'help' },
];

/** The face of a shortcut's key. */
export function keyOf(shortcut: Shortcut): string {
  return (SHORTCUTS.find((one) => one.shortcut === shortcut)?.key ?? '').toUpperCase();
}

/** A key press that means a shortcut; for a relay, which number. */
export interface Pressed {
  shortcut: Shortcut;
  digit: number;
}

/**
 * The shortcut that a key press means, if any. None while somebody types or chooses, while a dialog is open, with a
 * modifier held, or for a key kept down, but for the volume: one press is one act.
 */
export function shortcutOf(event: KeyboardEvent): Pressed | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const pressed = pressedKey(event);
  if (/^[1-9]$/.test(pressed)) return event.repeat ? null : { shortcut: 'relay', digit: Number(pressed) };
  const found = SHORTCUTS.find(({ key }) => key === pressed);
  if (!found) return null;
  const steps = found.shortcut === 'louder' || found.shortcut === 'softer';
  return event.repeat && !steps ? null : { shortcut: found.shortcut, digit: 0 };
}

/** Whether a key that was let go is the one that is held to cough. */
export function endsCough(event: KeyboardEvent): boolean {
  return pressedKey(event) === 'x';
}

/** Where keys are typed or choose. A ticked box and a slider take no letters, but a slider and a group of choices take signs and digits no better. */
const TAKES_KEYS =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

/** The key pressed; on a keyboard without Latin letters, such as an Arabic one, the letter printed beside it. */
function pressedKey(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (key === '؟') return '?';
  if (key === '=' || key === '−') return key === '=' ? '+' : '-';
  if (/^[a-z1-9?+-]$/.test(key)) return key;
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  return /^(Digit|Numpad)[1-9]$/.test(event.code) ? event.code.slice(-1) : '';
}
