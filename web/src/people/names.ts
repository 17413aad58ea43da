/** Names of delegations as running text has them. */
import { worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { spoken } from '../ui/announcer.ts';

/** The short name of a delegation in the language shown; its id where the page does not know it. Reactive. */
export function delegationName(store: Store, delegation: string): string {
  const known = store.get('delegation', delegation);
  return known ? worded(known.short) : delegation;
}

/** The same as a screen reader is told it. Reactive. */
export function delegationTold(store: Store, delegation: string): string {
  const known = store.get('delegation', delegation);
  return known ? spoken(known.short) : delegation;
}
