/** What the hemicycle shows of each delegation: its place, its mark and who it is. */
import type { DelegationView } from '$protocol';
import { type Place, places } from './seats.ts';

/** How a seat is drawn: a shape of its own for each, so that colour never says it alone. */
export type Mark = 'speaking' | 'next' | 'own' | 'present' | 'absent';

/** One seat of the hall. */
export interface Seat {
  delegation: DelegationView;
  mark: Mark;
  place: Place;
}

/** Who is marked in the hall, by the ids of their delegations. */
export interface Marked {
  speaking: string | null;
  next: string | null;
  own: string | null;
}

/** Seats in the order of the names in a language, which is how a hall is seated. */
export function hall(delegations: readonly DelegationView[], marked: Marked, language: string): Seat[] {
  const ordered = byName(delegations, language);
  const stand = places(ordered.length, language === 'ar');
  return ordered.flatMap((delegation, at) => {
    const place = stand[at];
    return place ? [{ delegation, place, mark: markOf(delegation, marked) }] : [];
  });
}

/** Delegations sorted as lists are sorted in a language. */
export function byName(delegations: readonly DelegationView[], language: string): DelegationView[] {
  const order = new Intl.Collator(language);
  const key = (delegation: DelegationView) => delegation.sort_key[language] ?? delegation.id;
  return [...delegations].sort((a, b) => order.compare(key(a), key(b)));
}

function markOf(delegation: DelegationView, marked: Marked): Mark {
  if (delegation.id === marked.speaking) return 'speaking';
  if (delegation.id === marked.next) return 'next';
  if (delegation.id === marked.own) return 'own';
  return delegation.present > 0 ? 'present' : 'absent';
}
