/** What is told of points of order as they happen. */
import type { PointView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import { delegationTold } from '../people/names.ts';
import type { Store } from '../store.svelte.ts';
import { announce, type Urgency } from '../ui/announcer.ts';

/**
 * Begins to tell; to be called while a component is made. `urgency` is assertive for those who must act at once: the
 * chair and the booths.
 */
export function announcePoints(store: Store, urgency: Urgency): void {
  let told: Map<string, PointView> | null = null;
  $effect(() => {
    const points = store.all('point');
    const now = new Map(points.map((point) => [point.id, point]));
    if (told !== null) {
      for (const point of points) {
        const before = told.get(point.id);
        if (!before || subject(before) !== subject(point)) announce(words(store, point), urgency);
      }
      // One that is withdrawn before it is heard is gone.
      for (const [id, point] of told) {
        if (point.state === 'raised' && !now.has(id)) {
          announce(words(store, { ...point, state: 'withdrawn' }), urgency);
        }
      }
    }
    // What stood there when the page came is no news.
    if (store.seq !== null) told = now;
  });
}

function subject({ state, appeal }: PointView): string {
  return `${state} ${appeal?.delegation ?? ''} ${appeal?.vote?.stands ?? ''}`;
}

function words(store: Store, point: PointView): string {
  const delegation = delegationTold(store, point.delegation);
  switch (point.state) {
    case 'raised':
      return t('tell-point-raised', { name: delegation });
    case 'heard':
      return t('tell-point-heard', { name: delegation });
    case 'withdrawn':
      return t('tell-point-withdrawn', { name: delegation });
    case 'lapsed':
      return t('tell-point-lapsed', { name: delegation });
    case 'ruled':
      if (point.appeal?.vote) return t('tell-appeal-decided', { stands: String(point.appeal.vote.stands) });
      if (point.appeal)
        return t('tell-ruling-appealed', { name: delegationTold(store, point.appeal.delegation) });
      return t('tell-point-ruled', { ruling: point.ruling ?? 'noted' });
  }
}
