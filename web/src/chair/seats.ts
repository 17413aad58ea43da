/** Seats: the words and the order that the screens of the secretariat share. */
import { EVERY_POSITION, EVERY_RANK, type OccupantView, type Rank } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** Longest name of a person, in characters. */
export const NAME_MAX = 200;

/** The head of each delegation first, as lists of participants have it. */
export function inOrder(occupants: readonly OccupantView[]): OccupantView[] {
  const place = <T>(all: readonly T[], one: T | null) => (one === null ? all.length : all.indexOf(one));
  return occupants.toSorted(
    (a, b) =>
      place(EVERY_POSITION, a.position) - place(EVERY_POSITION, b.position) ||
      place(EVERY_RANK, a.rank) - place(EVERY_RANK, b.rank) ||
      a.id.localeCompare(b.id, 'en'),
  );
}

/** What somebody's rank is called, in their own form where it is known; empty where they have none. Reactive. */
export function rankOf(store: Store, rank: Rank | null, person: string | null | undefined): string {
  if (rank === null) return '';
  const gender = (person && store.address?.genders[person]) || 'other';
  return t('rank-name', { rank, gender });
}
