/** How ready a request that waits is, in words. */
import type { PreparationView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';

/** Something that is well, or lacks; `brief` is for a row of a list. */
export interface Ready {
  good: boolean;
  words: string;
  brief?: string;
}

/** The microphone of whoever would speak: that it is ready, or the first thing that lacks; nothing while they are not there. Reactive. */
export function microphoneOf(prepared: PreparationView): Ready[] {
  const { speaker_present, agrees, connected, muted, silent } = prepared;
  if (!speaker_present) return [];
  if (!agrees) return [{ good: false, words: t('chair-ready-not-agreed'), brief: t('chair-row-not-agreed') }];
  if (!connected)
    return [{ good: false, words: t('chair-ready-no-microphone'), brief: t('chair-row-no-microphone') }];
  if (muted) return [{ good: false, words: t('chair-ready-muted'), brief: t('chair-row-muted') }];
  if (silent) return [{ good: false, words: t('chair-ready-silent'), brief: t('chair-row-silent') }];
  return [{ good: true, words: t('chair-ready-microphone') }];
}

/** Microphone and text of a request; nothing of what is not known. Reactive. */
export function readyOf(preparation: PreparationView | undefined): Ready[] {
  if (!preparation) return [];
  const languages = preparation.texts.map((language) => t('language-name', { language })).join(', ');
  const text = languages ? [{ good: true, words: t('chair-ready-text', { languages }) }] : [];
  return [...microphoneOf(preparation), ...text];
}
