/** What a screen reader is told about one's microphone: at once, for one must know when one is heard. */
import { untrack } from 'svelte';
import type { Live as LiveOn } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { announce } from '../ui/announcer.ts';
import type { Microphone } from './microphone.svelte.ts';

/** Begins to announce; to be called within an effect's root. */
export function announceMicrophone(store: Store, microphone: Microphone): void {
  let before: LiveOn | undefined;
  $effect(() => {
    const own = store.you?.microphone;
    if (own === undefined) return;
    const was = before;
    before = own.live;
    if (was === undefined ? own.live === 'off' : was === own.live) return;
    announce(
      words(
        own.live,
        own.closed_by_chair,
        untrack(() => microphone.muted),
      ),
      'assertive',
    );
  });
  let muted = microphone.muted;
  $effect(() => {
    if (microphone.muted === muted) return;
    muted = microphone.muted;
    announce(muted ? t('microphone-tell-muted') : t('microphone-tell-unmuted'), 'assertive');
  });
  $effect(() => {
    if (microphone.capture === 'unplugged') announce(t('microphone-unplugged'), 'assertive');
  });
  $effect(() => {
    if (microphone.silent)
      announce(`${t('microphone-silent')}: ${t('microphone-silent-detail')}`, 'assertive');
  });
}

function words(live: LiveOn, closed_by_chair: boolean, muted: boolean): string {
  // Whoever muted themselves ahead of their turn must not believe that they are heard in it.
  if (live !== 'off' && muted) return t('microphone-tell-live-muted');
  switch (live) {
    case 'floor':
      return t('microphone-tell-open');
    case 'channel':
      return t('microphone-tell-on-air');
    case 'off':
      return closed_by_chair ? t('microphone-tell-closed-by-chair') : t('microphone-tell-closed');
  }
}
