/** What a screen reader is told of polls: that one opened, that it closed, and its result. Not each ballot. */
import { t } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { announce, spoken } from '../ui/announcer.ts';
import { isHands, resultWords } from './choices.ts';

/** Begins to announce; to be called while a component is made. What there is already is no news. */
export function announcePolls(store: Store): void {
  const told = new Map<string, string>(store.polls.map(({ id, standing }) => [id, standing]));
  $effect(() => {
    for (const poll of store.polls) {
      const question = spoken(poll.question);
      const counts = store.get('tally', poll.id)?.counts ?? null;
      // The result comes with its count, in one message or the next.
      if (told.get(poll.id) === poll.standing || (poll.standing === 'published' && counts === null)) continue;
      told.set(poll.id, poll.standing);
      if (poll.standing === 'open') announce(t('poll-say-open', { hands: String(isHands(poll)), question }));
      else if (poll.standing === 'closed') announce(t('poll-say-closed', { question }));
      else if (counts) announce(t('poll-say-result', { question, result: resultWords(poll, counts) }));
    }
  });
}
