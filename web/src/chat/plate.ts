/** Under which name somebody writes. */
import type { Author } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { spoken } from '../ui/announcer.ts';

/** Name of the delegation, or else the role. Reactive. */
export function plateOf(store: Store, author: Author): string {
  const delegation = store.get('delegation', author.delegation);
  return delegation ? worded(delegation.short) : t('role-name', { role: author.role });
}

/** The same as a screen reader is told it. Reactive. */
export function plateTold(store: Store, author: Author): string {
  const delegation = store.get('delegation', author.delegation);
  return delegation ? spoken(delegation.short) : t('role-name', { role: author.role });
}
