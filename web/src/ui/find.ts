/** Finding things by part of a name, as people type it: folded by the server's table (`src/terms/folding.rs`). */
import { DROPPED, LETTERS } from './folding.gen.ts';

/** A text as it is compared: what two writings of one word have in common. */
export function fold(text: string): string {
  let folded = '';
  // Letter by letter, as the server does.
  for (const letter of text) {
    const parts = letter.normalize('NFKD').toLowerCase().replace(DROPPED, '');
    for (const part of parts) folded += LETTERS[part] ?? part;
  }
  return folded;
}

/** Whether one of some names holds the words; nothing typed is in every name. */
export function found(names: readonly string[], words: string): boolean {
  const wanted = fold(words).trim();
  return wanted === '' || names.some((name) => fold(name).includes(wanted));
}
