/** What a refusal says on screen: what was refused, and what the person can do. */
import type { Phase, Reason } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { duration } from '../i18n/times.ts';

/** The sentence for a refusal, in the language shown. */
export function refusalWords(reason: Reason): string {
  switch (reason.code) {
    case 'not_allowed':
      return t('refusal-not-allowed');
    case 'not_in_session':
      return t('refusal-not-in-session');
    case 'no_seat':
      return t('refusal-no-seat');
    case 'not_your_seat':
      return t('refusal-not-your-seat');
    case 'wrong_phase':
      return t('refusal-wrong-phase', { phase: reason.phase satisfies Phase });
    case 'list_closed':
      return t('refusal-list-closed');
    case 'list_unchanged':
      return t('refusal-list-unchanged', { open: String(reason.open) });
    case 'already_on_list':
      return t('refusal-already-on-list');
    case 'wrong_request_state':
      return t('refusal-wrong-request-state');
    case 'stale_list':
      return t('refusal-stale-list');
    case 'floor_changed':
      return t('refusal-floor-changed');
    case 'turn_over':
      return t('refusal-turn-over');
    case 'limit_not_reached':
      return t('refusal-limit-not-reached');
    case 'unknown':
      return t('refusal-unknown', { field: reason.field });
    case 'empty':
      return t('refusal-empty', { field: reason.field });
    case 'too_long':
      return t('refusal-too-long', { field: reason.field, max: reason.max });
    case 'out_of_range':
      return t('refusal-out-of-range', { field: reason.field, ...bounds(reason) });
    case 'full':
      return t('refusal-full', { max: reason.max });
    case 'microphones_by_turn':
      return t('refusal-microphones-by-turn');
    case 'closed_by_desk':
      return t('refusal-closed-by-desk');
    case 'not_your_microphone':
      return t('refusal-not-your-microphone');
    case 'not_agreed':
      return t('refusal-not-agreed');
    case 'already_live':
      return t('refusal-already-live');
    case 'no_booth':
      return t('refusal-no-booth');
    case 'hears_source':
      return t('refusal-hears-source');
    case 'booth_on_air':
      return t('refusal-booth-on-air');
    case 'channel_taken':
      return t('refusal-channel-taken');
    case 'not_on_air':
      return t('refusal-not-on-air');
    case 'own_output':
      return t('refusal-own-output');
    case 'relay_cycle':
      return t('refusal-relay-cycle');
    case 'no_relay':
      return t('refusal-no-relay');
    case 'handover_pending':
      return t('refusal-handover-pending');
    case 'handover_over':
      return t('refusal-handover-over');
    case 'not_your_handover':
      return t('refusal-not-your-handover');
    case 'handover_not_due':
      return t('refusal-handover-not-due');
    case 'absent':
      return t('refusal-absent');
    case 'floor_silent':
      return t('refusal-floor-silent');
    case 'too_soon':
      return t('refusal-too-soon', { seconds: secondsUntil(reason.retry_at_ms) });
    case 'too_fast':
    case 'busy':
    case 'not_stored':
      return t('refusal-busy');
    case 'malformed':
    case 'not_text':
    case 'too_large':
    case 'not_joined':
    case 'already_joined':
      return t('refusal-malformed');
  }
}

/** Whole seconds until a moment of the server's clock, at least one. */
function secondsUntil(at_ms: number): number {
  return Math.max(1, Math.ceil((at_ms - clock.read()) / 1000));
}

/** The bounds of a field as people read them: a length of time as a clock shows it. */
function bounds({
  field,
  min,
  max,
}: Extract<Reason, { code: 'out_of_range' }>): Record<'min' | 'max', number | string> {
  return field === 'by_ms' || field === 'in_ms' ? { min: duration(min), max: duration(max) } : { min, max };
}
