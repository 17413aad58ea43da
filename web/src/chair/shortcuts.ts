/** Single-key shortcuts of the console: which key does what, and when a key press is not meant as one. */

import { actsAlone, keyOf } from '../ui/keys.ts';

/** What a key does. */
export type Shortcut =
  | 'next'
  | 'extend'
  | 'stop'
  | 'pause'
  | 'halt'
  | 'propose'
  | 'line'
  | 'undo'
  | 'list'
  | 'add'
  | 'order'
  | 'minutes'
  | 'pass'
  | 'file'
  | 'play'
  | 'chat'
  | 'help';

/** The keys in the order in which the help lists them. */
export const SHORTCUTS: readonly { key: string; shortcut: Shortcut }[] = [
  { key: 'n', shortcut: 'next' },
  { key: 'e', shortcut: 'extend' },
  { key: 's', shortcut: 'stop' },
  { key: 'p', shortcut: 'pause' },
  { key: 't', shortcut: 'halt' },
  { key: 'o', shortcut: 'propose' },
  { key: 'z', shortcut: 'undo' },
  { key: 'l', shortcut: 'list' },
  { key: 'd', shortcut: 'add' },
  { key: 'r', shortcut: 'order' },
  { key: 'm', shortcut: 'minutes' },
  { key: 'a', shortcut: 'pass' },
  { key: 'w', shortcut: 'file' },
  { key: 'v', shortcut: 'play' },
  { key: 'c', shortcut: 'chat' },
  { key: 'i', shortcut: 'line' },
  { key: '?', shortcut: 'help' },
];

/**
 * The shortcut that a key press means, if any. None for a key kept down: one press is one act. None on any field, even
 * one that takes no letters: what a key does here cannot be taken back.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.repeat || !actsAlone(event, 'input')) return null;
  const pressed = keyOf(event);
  return SHORTCUTS.find(({ key }) => key === pressed)?.shortcut ?? null;
}

/** The key of a shortcut, as a button shows it. */
export function keyFor(shortcut: Shortcut): string {
  return SHORTCUTS.find((one) => one.shortcut === shortcut)?.key.toUpperCase() ?? '';
}
