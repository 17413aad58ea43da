/** What the room tells a screen reader: one's turn at once, everything else in its own time. */
import type { ListId, Phase, StandingState, StandingView, TurnView } from '$protocol';
import { clock, remaining } from '../clock.svelte.ts';
import { listName } from '../dock/given.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { duration } from '../i18n/times.ts';
import type { Live } from '../live.svelte.ts';
import { delegationTold } from '../people/names.ts';
import { announceSchedule } from '../programme/own_time.svelte.ts';
import type { Store } from '../store.svelte.ts';
import { announce, inTongue } from '../ui/announcer.ts';
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
      if (before !== undefined && before !== standing.state) tellStanding(store, standing, turn);
    }
  });
}

function tellStanding(store: Store, standing: StandingView, turn: TurnView | null): void {
  switch (standing.state) {
    case 'on_floor':
      announce(
        t('tell-your-turn', { time: turn ? duration(turn.limit_ms - turn.spent_ms) : '' }),
        'assertive',
      );
      // Whoever muted themselves ahead of their turn must not believe that they are heard in it.
      if (store.you?.microphone.muted) announce(t('microphone-tell-live-muted'), 'assertive');
      return;
    case 'stand_by':
      announce(t('tell-stand-by'), 'assertive');
      return;
    case 'on_list':
      announce(t('floor-listed', { list: nameOf(store, standing.id), place: standing.place ?? 1 }));
      return;
    case 'carried_over':
      announce(
        `${t('floor-carried-over')}. ${t('floor-carried-over-detail', { place: standing.place ?? 1 })}.`,
      );
      return;
    case 'went_on':
      announce(`${t('floor-carried-over')}. ${t('floor-went-on-detail')}.`);
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
    case 'elsewhere':
    case 'session_closed':
      return;
  }
}

function nameOf(store: Store, id: ListId): string {
  const list = store.get('list', id);
  return list ? listName(list, store.lists) : '';
}

function tellEnd({ state, last }: StandingView): void {
  if (last?.state === 'declined') announce(t('floor-declined', { reason: inTongue(last.reason) }));
  else if (last?.state === 'withdrawn') announce(t('tell-withdrawn'));
  else if (state === 'list_closed') announce(t('floor-list-closed'));
}

function announceFloor({ store }: Live): void {
  onChange(
    () => store.floor?.turn?.id ?? null,
    () => {
      const turn = store.floor?.turn;
      if (!turn || turn.delegation === store.you?.delegation) return;
      announce(t('tell-floor', { delegation: delegationTold(store, turn.delegation) }));
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
      announce(t('tell-over-time'), 'assertive');
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
    (connected) => {
      // That it is lost the strip tells.
      if (connected) announce(t('line-back'));
    },
  );
}
