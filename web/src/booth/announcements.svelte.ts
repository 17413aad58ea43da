/** What the console tells a screen reader: on air and handovers at once, everything else in its own time. */
import type { BoothView, OnAirView, PersonId } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { announce } from '../ui/announcer.ts';
import { onChange } from '../ui/on_change.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { goneFrom } from './next_act.ts';
import { boothTime, shiftOf } from './shift.ts';

/** Begins to announce; to be called while the console's component is made. */
export function announceBooth(desk: Desk): void {
  announceAir(desk);
  announceHandover(desk);
  announceFloor(desk);
  announceSource(desk);
  announceTimes(desk);
  onChange(
    () => desk.live.connected,
    (connected) => announce(connected ? t('line-back') : t('booth-line-lost')),
  );
}

function announceAir(desk: Desk): void {
  let last: PersonId | null = null;
  onChange(
    () => airKey(desk.booth?.on_air ?? null),
    () => {
      const { booth, me } = desk;
      if (!booth) return;
      const before = last;
      last = booth.on_air?.person ?? null;
      const words = airWords(desk, booth, me, before);
      if (words !== null) announce(words, 'assertive');
    },
  );
  $effect(() => {
    last = desk.booth?.on_air?.person ?? null;
    desk.remember(last);
  });
}

function airKey(on_air: OnAirView | null): string {
  return on_air === null ? '' : `${on_air.person} ${on_air.channel}`;
}

/** What a change of who is on air means here. */
function airWords(desk: Desk, booth: BoothView, me: PersonId, before: PersonId | null): string | null {
  const { on_air } = booth;
  if (on_air?.person === me) return t('booth-tell-on-air', { channel: desk.channel(on_air.channel) });
  const own = before === me ? t('booth-tell-off-air') : '';
  if (on_air !== null)
    return `${own} ${t('booth-tell-mate-on-air', { name: desk.name(on_air.person) })}`.trim();
  if (own !== '') return own;
  const gone = goneFrom(booth, before);
  if (gone) return t('booth-tell-gone', { name: desk.name(gone.person) });
  return before === null ? null : t('booth-tell-mate-off-air', { name: desk.name(before) });
}

function announceHandover(desk: Desk): void {
  const handover = $derived(desk.booth?.handover ?? null);
  onChange(
    () => handover?.id ?? null,
    (id, before) => {
      if (id === null || !handover) {
        // Whoever is on air has just been told of a handover that was completed.
        if (before !== null) announce(t('booth-tell-handover-over'));
        return;
      }
      if (handover.asked_by === desk.me || ![handover.from, handover.to].includes(desk.me)) return;
      const name = desk.name(handover.asked_by);
      const words = { name, seconds: Math.round(handover.in_ms / 1000) };
      const gives = handover.from === desk.me;
      announce(gives ? t('booth-tell-asks-for', words) : t('booth-tell-asks-to-give', words), 'assertive');
    },
  );
  onChange(
    () => (handover?.accepted_at_ms != null ? handover.id : null),
    (accepted) => {
      if (accepted === null || !handover || handover.in_ms === 0) return;
      const seconds = Math.round(handover.in_ms / 1000);
      if (handover.to === desk.me) announce(t('booth-tell-on-in', { seconds }), 'assertive');
      if (handover.from === desk.me) announce(t('booth-tell-off-in', { seconds }), 'assertive');
    },
  );
}

function announceFloor(desk: Desk): void {
  onChange(
    () => desk.turn?.id ?? null,
    () => {
      const { turn } = desk;
      if (!turn) return announce(t('booth-floor-free'));
      const language = t('in-language', { language: turn.language });
      announce(t('booth-tell-floor', { name: desk.delegation(turn.delegation), language }));
    },
  );
  onChange(
    () => (desk.booth?.floor_unheard_since_ms ?? null) !== null,
    (unheard) => announce(unheard ? t('booth-unheard-told') : t('booth-heard-told')),
  );
}

function announceSource(desk: Desk): void {
  onChange(
    () => (desk.booth?.source === 'relay' ? desk.booth.relay : 'floor'),
    (source) => {
      if (source === 'floor' || source === null) announce(t('booth-tell-source-floor'));
      else announce(t('booth-tell-source-relay', { channel: desk.channel(source) }));
    },
  );
}

function announceTimes(desk: Desk): void {
  const own = $derived(desk.onAir ? (desk.booth?.on_air?.since_ms ?? null) : null);
  const long = $derived(own !== null && shiftOf(own, clock.now_ms).long);
  const until_ms = $derived(desk.booth?.until_ms ?? null);
  const soon = $derived(until_ms !== null && boothTime(until_ms, clock.now_ms).soon);
  onChange(
    () => long,
    (now) => {
      if (now) announce(t('booth-shift-hint'));
    },
  );
  onChange(
    () => soon,
    (now) => {
      if (now && until_ms !== null)
        announce(t('booth-tell-ends-soon', { minutes: boothTime(until_ms, clock.read()).minutes }));
    },
  );
}
