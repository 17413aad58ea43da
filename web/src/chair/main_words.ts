/** What the lines of the main button are made of, in the language shown. */
import type { RequestView, SessionView, TurnView } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { locale, t, worded } from '../i18n/i18n.svelte.ts';
import { day, dayKey, timeOfDay, until } from '../i18n/times.ts';
import { motionName } from '../motions/words.ts';
import { clockText } from '../stage/mood.ts';
import type { Desk } from './desk.svelte.ts';
import type { Words } from './main_button.ts';
import { microphoneOf } from './preparation.ts';

/** When a session is planned for: the hour, with the day where that is not today at the host's. Reactive. */
export function planned({ starts_at_ms, time_zone }: SessionView): string {
  const time = timeOfDay(time_zone, starts_at_ms);
  if (dayKey(time_zone, starts_at_ms) === dayKey(time_zone, clock.read()))
    return t('chair-planned', { time });
  return t('chair-planned-on', { day: day(locale(), time_zone, starts_at_ms), time });
}

/** Why a session does not take place; where nothing was said, who can take that back. Reactive. */
export function notHeld({ rescheduled }: SessionView): string {
  const reason = rescheduled?.reason;
  return reason ? t('schedule-reason', { reason }) : t('chair-cancelled-note');
}

function suspended({ time_zone, since_ms, until_ms, reason }: SessionView): string {
  const at = (moment_ms: number): string => until(locale(), time_zone, moment_ms, clock.read());
  const times = { since: at(since_ms) };
  const since =
    until_ms === null
      ? t('chair-phase-suspended', times)
      : t('chair-phase-suspended-until', { ...times, until: at(until_ms) });
  return reason ? t('chair-suspended-for', { since, reason }) : since;
}

/** Whether the next is there and heard when the floor is given: what lacks is said first. Reactive. */
function ready(desk: Desk, request: RequestView): string {
  const prepared = desk.live.store.get('preparation', request.id);
  const people = desk.live.store.get('delegation', request.delegation)?.present ?? 0;
  if (!prepared?.present) return t('chair-absent');
  const present = t('chair-present', { people });
  const [microphone] = microphoneOf(prepared);
  return microphone ? `${present} · ${microphone.words}` : present;
}

/** The words of a desk. Reactive. */
export function wordsOf(desk: Desk): Words {
  const { store } = desk.live;
  return {
    say: t,
    name: (delegation) => desk.name(delegation),
    motion: (motion) => motionName(store, motion),
    list: (list) => worded(list.name),
    left: (turn: TurnView) => clockText(turn, clock.now_ms),
    planned,
    notHeld,
    suspended,
    ready: (request) => ready(desk, request),
  };
}
