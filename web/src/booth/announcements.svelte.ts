/** What the console tells a screen reader: on air and handovers at once, everything else in its own time. */
import type { BoothView, HandoverView, PersonId } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { announceSchedule } from '../programme/own_time.svelte.ts';
import { announce, inTongue } from '../ui/announcer.ts';
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
  announceSchedule(desk.live.store);
  onChange(
    () => desk.live.connected,
    (connected) => announce(connected ? t('line-back') : t('booth-line-lost')),
  );
}

/** Who else is on air. One's own microphone the sound tells of itself, on every screen. */
function announceAir(desk: Desk): void {
  onChange(
    () => desk.booth?.on_air?.person ?? null,
    (now, before) => {
      const { booth } = desk;
      if (now === desk.me || !booth) return;
      if (now !== null)
        announce(t('booth-tell-mate-on-air', { name: inTongue(desk.name(now)) }), 'assertive');
      else if (before !== null && before !== desk.me) tellOff(desk, booth, before);
    },
  );
  // On air and not heard, while one's own language is spoken on the floor.
  onChange(
    () => {
      const air = desk.onAir ? desk.booth?.on_air : null;
      return air ? desk.passes(air.channel) : null;
    },
    (passes, before) => {
      if (passes === true) announce(t('booth-output-passes'));
      else if (passes === false && before === true) announce(t('booth-tell-heard'));
    },
  );
  $effect(() => desk.remember(desk.booth?.on_air?.person ?? null));
}

function tellOff(desk: Desk, booth: BoothView, mate: PersonId): void {
  const name = inTongue(desk.name(mate));
  const gone = goneFrom(booth, mate) !== null;
  announce(gone ? t('booth-tell-gone', { name }) : t('booth-tell-mate-off-air', { name }), 'assertive');
}

function announceHandover(desk: Desk): void {
  const handover = $derived(desk.booth?.handover ?? null);
  let last: HandoverView | null = null;
  onChange(
    () => handover?.id ?? null,
    () => {
      const before = last;
      last = handover;
      if (!handover) {
        // One that was completed is told by who is on air.
        if (before && desk.booth?.on_air?.person !== before.to) announce(t('booth-tell-handover-off'));
        return;
      }
      if (handover.asked_by === desk.me || ![handover.from, handover.to].includes(desk.me)) return;
      const name = inTongue(desk.name(handover.asked_by));
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
      announce(t('booth-tell-floor', { name: inTongue(desk.delegation(turn.delegation)), language }));
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
