/** Seats: the words and the order that the screens of the secretariat share. */
import type { OccupantView, Position, Rank } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** Positions in a delegation, the first first. */
export const POSITIONS = [
  'head',
  'representative',
  'alternate',
  'adviser',
  'expert',
] as const satisfies readonly Position[];

/** Levels, the highest first. */
export const RANKS = [
  'head_of_state',
  'vice_president',
  'crown_prince',
  'head_of_government',
  'minister',
  'vice_minister',
  'head_of_delegation',
] as const satisfies readonly Rank[];

/** Longest name of a person, in characters. */
export const NAME_MAX = 200;

/** The head of each delegation first, as lists of participants have it. */
export function inOrder(occupants: readonly OccupantView[]): OccupantView[] {
  const place = <T>(all: readonly T[], one: T | null) => (one === null ? all.length : all.indexOf(one));
  return occupants.toSorted(
    (a, b) =>
      place<Position>(POSITIONS, a.position) - place<Position>(POSITIONS, b.position) ||
      place<Rank>(RANKS, a.rank) - place<Rank>(RANKS, b.rank) ||
      a.id.localeCompare(b.id, 'en'),
  );
}

/** What somebody's rank is called, in their own form where it is known; empty where they have none. Reactive. */
export function rankOf(store: Store, rank: Rank | null, person: string | null | undefined): string {
  if (rank === null) return '';
  const gender = (person && store.address?.genders[person]) || 'other';
  return t('rank-name', { rank, gender });
}
