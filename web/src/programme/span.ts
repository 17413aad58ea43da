/** Times under the date of a day of the host's: where the date is another where they are read, they say so. */
import { locale, t } from '../i18n/i18n.svelte.ts';
import { dateShort, day, dayKey, ownZone, timeOfDay } from '../i18n/times.ts';

const DAY_MS = 86_400_000;

/** In which zone an hour is read, and the day of the host's under which it stands (as `dayKey` names it). */
interface Read {
  zone: string;
  under: string;
}

/** Which day a moment has where it is read; empty where it is that of the heading. Reactive. */
function otherDay({ zone, under }: Read, at_ms: number): string {
  const key = dayKey(zone, at_ms);
  const days = (Date.parse(key) - Date.parse(under)) / DAY_MS;
  if (days === 0) return '';
  if (days === -1) return t('day-before');
  return days === 1 ? t('day-after') : day(locale(), zone, at_ms);
}

/** What stands beside an hour: on which other day. Reactive. */
function onDay(words: string, other: string): string {
  return other === '' ? words : t('time-on-day', { time: words, day: other });
}

/**
 * From when to when, "10:00–10:45", with what `name` says of whose time that is; with the day where it is not that of the
 * heading, for each end by itself where it passes midnight. Reactive.
 */
export function spanWords(
  read: Read,
  { starts_at_ms, ends_at_ms }: { starts_at_ms: number; ends_at_ms: number },
  name: (span: { from: string; to: string }) => string,
): string {
  const [from, to] = [timeOfDay(read.zone, starts_at_ms), timeOfDay(read.zone, ends_at_ms)];
  const [first, last] = [otherDay(read, starts_at_ms), otherDay(read, ends_at_ms)];
  if (first === last) return onDay(name({ from, to }), first);
  return name({ from: onDay(from, first), to: onDay(to, last) });
}

/** What a clock shows beside the host's at a moment, with the day where it is another. Reactive. */
export function clockBeside(
  hostZone: string,
  zone: string,
  name: 'clock-utc' | 'clock-own',
  at_ms: number,
): string {
  const words = t(name, { time: timeOfDay(zone, at_ms) });
  return onDay(words, otherDay({ zone, under: dayKey(hostZone, at_ms) }, at_ms));
}

/** A moment's time of day in the host's zone, in a narrow place: with its date where that is not the one there is now. Reactive. */
export function onDate(hostZone: string, at_ms: number, now_ms: number): string {
  const time = timeOfDay(hostZone, at_ms);
  if (dayKey(hostZone, at_ms) === dayKey(hostZone, now_ms)) return time;
  return t('time-on-day', { time, day: dateShort(locale(), hostZone, at_ms) });
}

/** What the host's clock shows at a moment, with the host's date where the reader's is another. Reactive. */
export function hostClock(hostZone: string, at_ms: number, own: string | null = ownZone()): string {
  const time = timeOfDay(hostZone, at_ms);
  if (own === null || dayKey(own, at_ms) === dayKey(hostZone, at_ms)) return time;
  return t('time-on-day', { time, day: dateShort(locale(), hostZone, at_ms) });
}
