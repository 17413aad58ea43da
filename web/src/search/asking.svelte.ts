/** What is found, while somebody goes on asking. */
import type { Outcome } from '../api.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { announce } from '../ui/announcer.ts';

/** The answer to the newest question: what an earlier one finds is of no use any more. */
export class Asking<T> {
  /** None before anything was asked. */
  found = $state.raw<T | 'failed' | null>(null);
  #asked = 0;

  /** Waits for an answer, and has its sum told. */
  async for(coming: Promise<Outcome<T>>, counted: (found: T) => string): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    const told = await coming;
    if (own !== this.#asked) return;
    this.found = told.ok ? told.value : 'failed';
    announce(told.ok ? counted(told.value) : t('search-failed'));
  }
}
