/** What a page tells a screen reader: times of sessions that have become others while it is read. */
import { t } from '../i18n/i18n.svelte.ts';
import { announce, spoken } from '../ui/announcer.ts';
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
