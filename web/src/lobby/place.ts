/** Which screen of a session is somebody's own place. */
import type { Role } from '$protocol';
import type { OwnSession } from '../programme/own.ts';
import { deskOf, type Screen } from '../route.svelte.ts';

/** Roles that have a screen of their own, the one that leads first. */
const PLACES: readonly (readonly [
  Role,
  'desk' | 'booth' | 'podium' | 'technician' | 'rapporteur' | 'captions',
])[] = [
  ['chair', 'desk'],
  ['secretariat', 'desk'],
  ['interpreter', 'booth'],
  ['display', 'podium'],
  ['moderator', 'desk'],
  ['technician', 'technician'],
  ['rapporteur', 'rapporteur'],
  ['captioner', 'captions'],
];

/** A place: the screen, and whose desk it is where it is one. */
export interface Place {
  screen: Screen;
  /** By what it is called: a desk by whose it is. */
  name: Screen | 'secretariat';
}

/** Where somebody does what they are there for: by their roles in the session, and by its kind. */
export function placeIn({ roles, kind }: Pick<OwnSession, 'roles' | 'kind'>): Place {
  const [role, place] = PLACES.find(([one]) => roles.includes(one)) ?? [null, 'room' as const];
  if (place !== 'desk') return { screen: place, name: place };
  const screen = deskOf(kind);
  return {
    screen,
    name: screen === 'chair' && (role === 'moderator' || role === 'secretariat') ? role : screen,
  };
}
