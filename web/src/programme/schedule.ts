/** What has become of a session's time, in words: the same in the lobby, on the stage, on the desk and in public. */
import type { ProgrammeSessionView, SessionView } from '$protocol';
import { locale, t } from '../i18n/i18n.svelte.ts';
import { day, dayKey, timeOfDay } from '../i18n/times.ts';
import { inTongue } from '../ui/announcer.ts';
import { spanWords } from './span.ts';

/** A session's time as everybody is told it. */
export type Timed = Pick<
  SessionView & ProgrammeSessionView,
  'starts_at_ms' | 'ends_at_ms' | 'phase' | 'rescheduled'
>;

/** How a session stands, as it is named everywhere: one that does not take place is not one that is to be opened. */
export type Standing = SessionView['phase'] | 'cancelled';

/** How a session stands. */
export function standingOf({ phase, rescheduled }: Pick<Timed, 'phase' | 'rescheduled'>): Standing {
  return phase === 'scheduled' && rescheduled?.cancelled ? 'cancelled' : phase;
}

/** Whether the time that was planned is no time to come to: it is to be announced, or the session does not take place. */
export function isStruck({ phase, rescheduled }: Pick<Timed, 'phase' | 'rescheduled'>): boolean {
  return phase === 'scheduled' && (rescheduled?.delayed === true || rescheduled?.cancelled === true);
}

/** What is not as planned, with the reason; empty where all is, or is past. `reasoned` puts the reason in. Reactive. */
export function scheduleWords(
  session: Timed,
  zone: string,
  reasoned: (reason: string) => string = (reason) => reason,
): string {
  const { rescheduled: changed, starts_at_ms, ends_at_ms, phase } = session;
  if (changed === null || phase === 'closed') return '';
  const words = [];
  // Of another day, the day is said as well.
  const at = (moment_ms: number, than_ms: number) => {
    const time = timeOfDay(zone, moment_ms);
    const other = dayKey(zone, moment_ms) !== dayKey(zone, than_ms);
    return other ? t('schedule-on', { day: day(locale(), zone, moment_ms), time }) : time;
  };
  const { was_starts_at_ms, was_ends_at_ms } = changed;
  if (changed.cancelled) words.push(t('schedule-cancelled', { time: timeOfDay(zone, starts_at_ms) }));
  else if (changed.delayed) words.push(t('schedule-delayed', { time: timeOfDay(zone, starts_at_ms) }));
  else if (phase === 'scheduled' && starts_at_ms !== was_starts_at_ms) {
    const [time, was] = [at(starts_at_ms, was_starts_at_ms), at(was_starts_at_ms, starts_at_ms)];
    words.push(t('schedule-begins', { time, was }));
  } else if (ends_at_ms !== was_ends_at_ms) {
    const [time, was] = [at(ends_at_ms, was_ends_at_ms), at(was_ends_at_ms, ends_at_ms)];
    words.push(t('schedule-ends', { time, was }));
  }
  if (words.length > 0 && changed.reason)
    words.push(t('schedule-reason', { reason: reasoned(changed.reason) }));
  return words.join(' ');
}

/** What to tell once the time is another than before: also that it is as planned again. Reactive. */
export function scheduleNews(session: Timed, zone: string): string {
  const told = scheduleWords(session, zone, inTongue);
  if (told || session.phase !== 'scheduled') return told;
  return t('schedule-as-planned', { time: timeOfDay(zone, session.starts_at_ms) });
}

/** Names a state of the time, for comparing. */
export function scheduleKey({ starts_at_ms, ends_at_ms, rescheduled }: Timed): string {
  const { delayed = false, cancelled = false, reason = '' } = rescheduled ?? {};
  return JSON.stringify([starts_at_ms, ends_at_ms, delayed, cancelled, reason]);
}

/** The planned time in a programme, "10:00–10:45" in the host's zone, where it is not the time there is now. */
export function timeBefore({ rescheduled: was, starts_at_ms, ends_at_ms }: Timed, zone: string): string {
  if (was === null || (was.was_starts_at_ms === starts_at_ms && was.was_ends_at_ms === ends_at_ms)) return '';
  const under = dayKey(zone, was.was_starts_at_ms);
  const before = { starts_at_ms: was.was_starts_at_ms, ends_at_ms: was.was_ends_at_ms };
  return spanWords({ zone, under }, before, (args) =>
    under === dayKey(zone, starts_at_ms)
      ? t('schedule-was', args)
      : t('schedule-was-on', { day: day(locale(), zone, was.was_starts_at_ms), ...args }),
  );
}
