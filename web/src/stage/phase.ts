/** How a session stands while nobody has its floor, in words. */
import type { SessionView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import { standingOf } from '../programme/schedule.ts';

/** The words for a session's phase; for an open one that the floor is free. Reactive. */
export function phaseWords(session: Pick<SessionView, 'phase' | 'adjourned' | 'rescheduled'>): string {
  switch (standingOf(session)) {
    case 'scheduled':
      return t('stage-scheduled');
    case 'cancelled':
      return t('stage-cancelled');
    case 'suspended':
      return t('stage-suspended');
    case 'closed':
      return t(session.adjourned ? 'stage-adjourned' : 'stage-closed');
    case 'open':
      return t('stage-floor-free');
  }
}
