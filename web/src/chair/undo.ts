/** How the desk's last act is worded where it can be undone. */
import type { ActView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';

/** For how long an act can be undone, in milliseconds: what the bar is measured by. Until when, the server says. */
export const UNDO_WITHIN_MS = 10_000;

/** The act in the language shown, that of a newer server as one of which no more is known; `name` is the delegation that it was
 * about, if any. Reactive. */
export function actWords(act: ActView, name: string | null): string {
  return t('chair-undo-act', { what: act.what, name: name ?? '' });
}
