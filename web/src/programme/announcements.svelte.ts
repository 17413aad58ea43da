/** What a page tells a screen reader: times of sessions that have become others while it is read. */
import type { SessionView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import { announce, spoken } from '../ui/announcer.ts';
import { onChange } from '../ui/on_change.svelte.ts';
import type { ProgrammeSession } from './days.ts';
import { scheduleKey, scheduleNews } from './schedule.ts';

/** Begins to tell; to be called while the programme's component is made. */
export function announceTimes(
  read: () => { time_zone: string; sessions: readonly ProgrammeSession[] } | null,
): void {
  const known = new Map<string, string>();
  $effect(() => {
    const programme = read();
    for (const session of programme?.sessions ?? []) {
      const key = scheduleKey(session);
      const before = known.get(session.id);
      known.set(session.id, key);
      if (before === undefined || before === key) continue;
      const words = scheduleNews(session, programme?.time_zone ?? 'UTC');
      if (words) announce(t('schedule-tell', { title: spoken(session.title), words }));
    }
  });
}

/** Begins to tell the time of the session that one is in; to be called while its component is made. */
export function announceSchedule(
  store: { readonly session: SessionView | undefined },
  tell: (words: string) => void = announce,
): void {
  onChange(
    () => store.session && scheduleKey(store.session),
    () => {
      const { session } = store;
      // What its own opening or closing ends is told by that.
      const words = session ? scheduleNews(session, session.time_zone) : '';
      if (words) tell(words);
    },
  );
}
