/** The search of a session, and with it the words of the proceedings, which it shows. */
import { withWords } from '../i18n/i18n.svelte.ts';

export async function loadSearch() {
  return withWords(import('./finding.ts'), 'proceedings');
}
