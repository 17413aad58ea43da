/** What is said of a list: its speaking time as it was set, that it was closed or reopened, when it opens and closes. */
import type { ListView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import { duration, timeOfDay } from '../i18n/times.ts';

/** The speaking time that everybody has, and what it was before, where that is known. Reactive. */
export function timeEach(now_ms: number, was_ms: number | undefined): string {
  const time = duration(now_ms);
  if (was_ms === undefined || was_ms === now_ms) return t('list-time-max', { time });
  return t('list-time-was', { time, before: duration(was_ms) });
}

/** Where the list of an agenda item is, while it is not in this sitting; empty while it is. Reactive. */
export function placeOf({ whereabouts }: ListView): string {
  const at = whereabouts?.at ?? 'here';
  return at === 'here' ? '' : t('list-elsewhere', { place: at });
}

/** Each as a few words, in the order of their weight; `zone` is the host's. Reactive. */
export function notesOf(list: ListView, zone: string): string[] {
  if (placeOf(list)) return [];
  const at = (moment_ms: number): string => timeOfDay(zone, moment_ms);
  const made: string[] = [];
  const { turn_ms_max, retimed } = list;
  if (turn_ms_max !== undefined) made.push(timeEach(turn_ms_max, retimed?.was_ms));
  for (const { category, turn_ms } of list.turn_ms_by_category ?? [])
    made.push(t('list-time-category', { category, time: duration(turn_ms) }));
  if (list.open && list.reopened_at_ms !== undefined)
    made.push(t('list-reopened', { time: at(list.reopened_at_ms) }));
  if (!list.open && list.closed_at_ms !== undefined)
    made.push(t('list-closed-at', { time: at(list.closed_at_ms) }));
  if (!list.open && list.opens_at_ms !== undefined)
    made.push(t('list-opens', { time: at(list.opens_at_ms) }));
  if (list.open && list.closes_at_ms !== undefined)
    made.push(t('list-closes', { time: at(list.closes_at_ms) }));
  return made;
}
