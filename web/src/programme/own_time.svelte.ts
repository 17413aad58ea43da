/** What a page in a session tells a screen reader of that session's time. */
import type { SessionView } from '$protocol';
import { announce } from '../ui/announcer.ts';
import { onChange } from '../ui/on_change.svelte.ts';
import { scheduleKey, scheduleNews } from './schedule.ts';

/** Begins to tell the time of the session that one is in; to be called while its component is made. */
export function announceSchedule(
  store: { readonly session: SessionView | undefined },
  tell: (words: string) => void = announce,
): void {
  onChange(
    () => store.session && scheduleKey(store.session),
    () => {
      const { session } = store;
      // What its own opening or closing ends is told by that.
      const words = session ? scheduleNews(session, session.time_zone) : '';
      if (words) tell(words);
    },
  );
}
