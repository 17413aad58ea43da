/** What is told of motions as they happen. */
import type { MotionView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import { delegationTold } from '../people/names.ts';
import type { Of, Store } from '../store.svelte.ts';
import { announce } from '../ui/announcer.ts';
import { motionName } from './words.ts';

/** Begins to tell, politely: a motion interrupts nobody. To be called while a component is made. */
export function announceMotions(store: Store): void {
  let told: Map<string, Of<'motion'>> | null = null;
  $effect(() => {
    const motions = store.all('motion');
    const now = new Map(motions.map((motion) => [motion.id, motion]));
    const fresh = motions.filter(({ id, state }) => told && told.get(id)?.state !== state);
    // One that is withdrawn before it is taken up is gone.
    for (const motion of told?.values() ?? []) {
      if (motion.state === 'moved' && !now.has(motion.id)) fresh.push({ ...motion, state: 'withdrawn' });
    }
    // What stood there when the page came is no news.
    if (store.seq !== null) told = now;
    for (const motion of fresh) announce(words(store, motion));
  });
}

function words(store: Store, motion: MotionView): string {
  const by = motion.delegation === null ? t('motion-by-chair') : delegationTold(store, motion.delegation);
  return t('tell-motion', { name: motionName(store, motion), state: motion.state, by });
}
