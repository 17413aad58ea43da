/** How the author of a question is named. */
import type { Asker } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** By plate and name, or as somebody who is not to be named. Reactive. */
export function askerOf(store: Store, asker: Asker | null): string {
  if (!asker) return t('question-unnamed');
  const seat = store.get('delegation', asker.delegation);
  const plate = seat ? worded(seat.short) : t('role-name', { role: asker.role });
  return [plate, worded(asker.name)].filter(Boolean).join(' · ');
}
