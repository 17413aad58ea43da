/** Parts of a screen that are fetched where they are asked for. */
import { t } from '../i18n/i18n.svelte.ts';
import { notify } from './notices.svelte.ts';

/** What is on its way; none where it does not come, which is said. */
export async function fetched<T>(coming: Promise<T>, onlost?: () => void): Promise<T | null> {
  try {
    return await coming;
  } catch {
    onlost?.();
    notify(t('not-loaded'));
    return null;
  }
}
