/** The people of a day's sessions: each once, wherever they have a seat, an office or a booth. */
import type {
  BoothView,
  DelegationView,
  LinkStanding,
  OccupantView,
  OfficialView,
  Role,
  Wording,
} from '$protocol';
import type { Store } from '../store.svelte.ts';
import { found } from '../ui/find.ts';

/** Somebody who takes part in a session of the day. */
export interface Participant {
  id: string;
  name: Wording;
  function: Wording;
  /** Where they sit; none for officials and interpreters. */
  seat: OccupantView | null;
  /** Their booth, if they work in one. */
  booth: BoothView | null;
  /** Their roles in a session, where they sit in no delegation. */
  roles: readonly Role[];
  /** Sessions in which they are present. */
  present: readonly string[];
  /** A session that knows them. */
  session: string;
}

/** All of the sessions, by their ids. Reactive. */
export function participants(stores: ReadonlyMap<string, Store>): Map<string, Participant> {
  const all = new Map<string, Participant>();
  const take = (
    session: string,
    one: OccupantView | OfficialView,
    rest: Pick<Participant, 'seat' | 'booth' | 'roles'>,
  ): void => {
    const known = all.get(one.id);
    const present = [...(known?.present ?? []), ...(one.present ? [session] : [])];
    const { id, name, function: office } = one;
    all.set(id, known ? { ...known, present } : { id, name, function: office, session, ...rest, present });
  };
  for (const [session, store] of stores) {
    for (const one of store.all('occupant')) take(session, one, { seat: one, booth: null, roles: [] });
    for (const one of store.all('official')) {
      if (one.delegation !== null) continue;
      const booth = store.booths.find(({ id }) => id === one.booth) ?? null;
      take(session, one, { seat: null, booth, roles: one.roles });
    }
  }
  return all;
}

/** Which people are looked at. */
export type Filter = 'all' | 'no_link' | 'not_opened' | 'absent';

/** Whether somebody is among those who are looked at; how their links stand may not be known yet. */
export function passes(filter: Filter, one: Participant, link: LinkStanding | null | undefined): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'no_link':
      return one.seat !== null && link === null;
    case 'not_opened':
      return link !== null && link !== undefined && link.opened_at_ms === null;
    case 'absent':
      return one.present.length === 0;
  }
}

/**
 * How many of a session's people have a link that was not opened; null while that is not known of all. Somebody who takes part in
 * several sessions is counted in each. Reactive.
 */
export function unopened(
  store: Store,
  session: string,
  standing: (person: string) => LinkStanding | null | undefined,
): number | null {
  const people = [...participants(new Map([[session, store]])).values()];
  if (people.some(({ id }) => standing(id) === undefined)) return null;
  return people.filter((one) => passes('not_opened', one, standing(one.id))).length;
}

/** Whether the words are in a name of the person, of their function, delegation or booth, or in what their roles are called. */
export function matches(
  one: Participant,
  words: string,
  delegation: DelegationView | undefined,
  roles: readonly string[],
): boolean {
  const named = [one.name, one.function, one.booth?.name, delegation?.short, delegation?.formal];
  const names = named.flatMap((wording) => Object.values(wording ?? {}));
  return found([...names, ...roles], words);
}
