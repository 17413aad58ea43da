/** What the console tells a screen reader as it happens: the floor, the session, new requests. */
import { t } from '../i18n/i18n.svelte.ts';
import { delegationTold } from '../people/names.ts';
import { announce } from '../ui/announcer.ts';
import type { Desk } from './desk.svelte.ts';

interface Told {
  turn: string | null;
  phase: string;
  list: string;
  queue: readonly string[];
}

/** Compares what is shown with what was told, and tells what is new. */
export class Announcements {
  #told: Told | null = null;

  /** Tells what has changed since the last call; the first call tells nothing. */
  tell(desk: Desk): void {
    const phase = desk.live.store.session?.phase;
    const { inHand: list, turn } = desk;
    if (phase === undefined) return;
    const now: Told = { turn: turn?.id ?? null, phase, list: list?.id ?? '', queue: list?.queue ?? [] };
    const words = this.#told === null ? [] : news(desk, this.#told, now);
    this.#told = now;
    if (words.length > 0) announce(words.join(' '));
  }
}

function news(desk: Desk, before: Told, now: Told): string[] {
  const words: string[] = [];
  if (before.phase !== now.phase) words.push(`${t('phase-name', { phase: now.phase })}.`);
  if (before.turn !== now.turn) {
    const speaker = desk.turn?.delegation;
    words.push(
      speaker === undefined
        ? t('chair-say-free')
        : t('chair-say-floor', { name: delegationTold(desk.live.store, speaker) }),
    );
  }
  if (before.list === now.list) {
    const known = new Set(before.queue);
    const fresh = desk.requests(now.queue.filter((id) => !known.has(id)));
    for (const request of fresh) {
      const place = now.queue.indexOf(request.id) + 1;
      words.push(t('chair-say-asks', { name: delegationTold(desk.live.store, request.delegation), place }));
    }
  }
  return words;
}
