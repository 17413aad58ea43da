/** Calls for a technician, as those see them who call and those who come. */
import { EVERY_TROUBLE, type PersonId } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { announce, inTongue } from '../ui/announcer.ts';
import { onChange } from '../ui/on_change.svelte.ts';

/** What may be wrong, in the order in which it is offered. */
export const TROUBLES = EVERY_TROUBLE;

/** What the way to the dialog is called: to call, or that one has. Reactive. */
export function callWords(store: Store): string {
  return store.get('help_call', store.person) ? t('help-called-short') : t('help-title');
}

/** What somebody is called who calls or comes. Reactive. */
export function nameOf(store: Store, person: PersonId): string {
  return worded(store.get('official', person)?.name ?? {}) || person;
}

/** Tells a screen reader what becomes of one's own call; to be called while a screen is made. */
export function announceOwnCall(store: Store): void {
  onChange(
    () => store.get('help_call', store.person)?.answered_by ?? null,
    (by) => {
      if (by !== null) announce(t('help-tell-answered', { name: inTongue(nameOf(store, by)) }));
    },
  );
}
