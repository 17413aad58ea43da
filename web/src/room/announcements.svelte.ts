/** What the room tells a screen reader: one's turn at once, everything else in its own time. */
import type { Phase, StandingState, StandingView, TurnView } from '$protocol';
import { clock, remaining } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { duration } from '../i18n/times.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import { announcePoints } from '../points/announcements.svelte.ts';
import { announceSchedule } from '../programme/announcements.svelte.ts';
import { announce } from '../ui/announcer.ts';
import { chime } from '../ui/chime.ts';
import { onLimit } from '../ui/limit.svelte.ts';
import { notify } from '../ui/notices.svelte.ts';
import { onChange } from '../ui/on_change.svelte.ts';

/** Begins to announce; to be called while the room's component is made. */
export function announceRoom(live: Live): void {
  announceStandings(live);
  announceFloor(live);
  announceLastSeconds(live);
  announcePhase(live);
  announceSchedule(live.store, notify);
  announcePoints(live.store, 'polite');
  announceLine(live);
}

function announceStandings({ store }: Live): void {
  const states = new Map<string, StandingState>();
  $effect(() => {
    const turn = store.floor?.turn ?? null;
    for (const standing of store.all('standing')) {
      // Standing and floor come in messages of their own; one's turn is told with its time, so with both.
      if (standing.state === 'on_floor' && turn?.id !== standing.turn) continue;
      const before = states.get(standing.id);
      states.set(standing.id, standing.state);
      if (before !== undefined && before !== standing.state) tellStanding(standing, turn);
    }
  });
}

function tellStanding(standing: StandingView, turn: TurnView | null): void {
  switch (standing.state) {
    case 'on_floor':
      announce(
        t('tell-your-turn', { time: turn ? duration(turn.limit_ms - turn.spent_ms) : '' }),
        'assertive',
      );
      return;
    case 'stand_by':
      announce(t('tell-stand-by'), 'assertive');
      return;
    case 'on_list':
      announce(t('floor-listed', { place: standing.place ?? 1 }));
      return;
    case 'suspended':
      announce(t('floor-halted'));
      return;
    case 'inscribed':
      announce(t('floor-inscribed'));
      return;
    case 'may_ask':
    case 'list_closed':
      tellEnd(standing);
      return;
    case 'session_closed':
      return;
  }
}

function tellEnd({ state, last }: StandingView): void {
  if (last?.state === 'declined') announce(t('floor-declined', { reason: last.reason }));
  else if (last?.state === 'withdrawn') announce(t('tell-withdrawn'));
  else if (state === 'list_closed') announce(t('floor-list-closed'));
}

function announceFloor({ store }: Live): void {
  onChange(
    () => store.floor?.turn?.id ?? null,
    () => {
      const turn = store.floor?.turn;
      if (!turn || turn.delegation === store.you?.delegation) return;
      announce(t('tell-floor', { delegation: delegationName(store, turn.delegation) }));
    },
  );
}

function announceLastSeconds({ store }: Live): void {
  const own = $derived.by(() => {
    const turn = store.floor?.turn ?? null;
    return turn !== null && turn.delegation === store.you?.delegation ? turn : null;
  });
  const last = $derived(own?.running_since_ms ? remaining(own, clock.now_ms) <= own.amber_ms : false);
  onChange(
    () => last,
    (now) => {
      if (now && own && remaining(own, clock.read()) > 0) announce(t('tell-last-seconds'), 'assertive');
    },
  );
  onLimit(
    () => own,
    () => {
      announce(t('floor-over-time'));
      if (store.session?.rules.time_mode !== 'advise') chime();
    },
  );
}

function announcePhase({ store }: Live): void {
  onChange<Phase | undefined>(
    () => store.session?.phase,
    (phase) => {
      if (phase) announce(t('tell-phase', { phase }));
    },
  );
}

function announceLine(live: Live): void {
  onChange(
    () => live.connected,
    (connected) => announce(connected ? t('line-back') : t('line-lost')),
  );
}
