/** How a session stands while nobody has its floor, in words. */
import type { SessionView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';

/** The words for a session's phase; for an open one that the floor is free. Reactive. */
export function phaseWords({ phase, adjourned }: Pick<SessionView, 'phase' | 'adjourned'>): string {
  switch (phase) {
    case 'scheduled':
      return t('stage-scheduled');
    case 'suspended':
      return t('stage-suspended');
    case 'closed':
      return t(adjourned ? 'stage-adjourned' : 'stage-closed');
    case 'open':
      return t('stage-floor-free');
  }
}
