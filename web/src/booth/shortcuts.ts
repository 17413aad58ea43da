/** Single-key shortcuts of the console: which key does what, and when a key press is not meant as one. */

import { actsAlone, keyOf as pressedKey } from '../ui/keys.ts';

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
 * The shortcut that a key press means, if any. A key kept down means none, but for the volume and the cough: one press
 * is one act.
 */
export function shortcutOf(event: KeyboardEvent): Pressed | null {
  if (!actsAlone(event)) return null;
  const pressed = pressedKey(event);
  if (/^[1-9]$/.test(pressed)) return event.repeat ? null : { shortcut: 'relay', digit: Number(pressed) };
  const found = SHORTCUTS.find(({ key }) => key === pressed);
  if (!found || (event.repeat && !HELD.includes(found.shortcut))) return null;
  return { shortcut: found.shortcut, digit: 0 };
}

/** Whether a key that was let go is the one that is held to cough. */
export function endsCough(event: KeyboardEvent): boolean {
  return pressedKey(event) === keyOf('cough').toLowerCase();
}

/** Shortcuts whose key may be kept down. */
const HELD: readonly Shortcut[] = ['cough', 'louder', 'softer'];
