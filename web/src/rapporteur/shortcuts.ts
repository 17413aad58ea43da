/** Single-key shortcuts of the rapporteur's desk: which key does what. */
import { actsAlone, keyOf } from '../ui/keys.ts';

/** What a key does. */
export type Shortcut = 'mark' | 'message' | 'marks' | 'statements' | 'summary' | 'missing' | 'help';

/** The keys in the order in which the help lists them. */
export const SHORTCUTS: readonly { key: string; shortcut: Shortcut }[] = [
  { key: 'm', shortcut: 'mark' },
  { key: 'n', shortcut: 'message' },
  { key: 'l', shortcut: 'statements' },
  { key: 's', shortcut: 'summary' },
  { key: 'g', shortcut: 'missing' },
  { key: 'k', shortcut: 'marks' },
  { key: '?', shortcut: 'help' },
];

/** The shortcut that a key press means, if any; none for a key kept down. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.repeat || !actsAlone(event)) return null;
  const pressed = keyOf(event);
  return SHORTCUTS.find(({ key }) => key === pressed)?.shortcut ?? null;
}

/** The key of a shortcut, as a button shows it. */
export function keyFor(shortcut: Shortcut): string {
  return SHORTCUTS.find((one) => one.shortcut === shortcut)?.key.toUpperCase() ?? '';
}
