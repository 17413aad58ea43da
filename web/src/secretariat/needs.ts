/** What of a day needs somebody: what would go wrong if nobody looked. */
import type { Role } from '$protocol';
import { isStruck } from '../programme/schedule.ts';
import type { Store } from '../store.svelte.ts';

/** How long before its beginning a session needs whoever leads it, in milliseconds. */
const SOON_MS = 30 * 60_000;

/** Roles of which one leads a session. */
const LEADING: readonly Role[] = ['chair', 'moderator'];

/** One thing that needs somebody. */
export type Need =
  /** Nobody is in a booth, or nothing comes from its microphones, while the meeting sits. */
  | { kind: 'booth'; session: string; booth: string; lacks: 'people' | 'microphone' }
  /** Whoever is to lead the session is not there, and it has begun or soon does. */
  | { kind: 'lead'; session: string; role: Extract<Role, 'chair' | 'moderator'> }
  /** The session should have begun. */
  | { kind: 'late'; session: string };

/** How a booth is manned. */
export type Manning = 'ready' | 'microphone' | 'people';

/** How a booth is manned at present, as the server tells it. */
export function manning(booth: {
  interpreters: readonly { present: boolean; connected: boolean }[];
}): Manning {
  const there = booth.interpreters.filter(({ present }) => present);
  if (there.length === 0) return 'people';
  return there.some(({ connected }) => connected) ? 'ready' : 'microphone';
}

/** All that needs somebody, session after session. Reactive where the stores are. */
export function needs(stores: ReadonlyMap<string, Store>, now_ms: number): Need[] {
  return [...stores].flatMap(([session, store]) => needsOf(session, store, now_ms));
}

function needsOf(session: string, store: Store, now_ms: number): Need[] {
  const plan = store.session;
  if (!plan || plan.phase === 'closed' || isStruck(plan)) return [];
  const all: Need[] = [];
  const soon = plan.phase !== 'scheduled' || Math.abs(plan.starts_at_ms - now_ms) < SOON_MS;
  const leads = store.all('official').filter(({ roles }) => roles.some((role) => LEADING.includes(role)));
  if (soon && leads.length > 0 && !leads.some(({ present }) => present)) {
    const role = leads.some(({ roles }) => roles.includes('chair')) ? 'chair' : 'moderator';
    all.push({ kind: 'lead', session, role });
  }
  if (plan.phase === 'scheduled' && soon && plan.starts_at_ms < now_ms) all.push({ kind: 'late', session });
  if (plan.phase === 'open') {
    for (const booth of store.booths) {
      const lacks = manning(booth);
      if (lacks !== 'ready') all.push({ kind: 'booth', session, booth: booth.id, lacks });
    }
  }
  return all;
}
