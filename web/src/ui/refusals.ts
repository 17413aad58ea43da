/** What a refusal says on screen: what was refused, and what the person can do. */
import type { Field, Phase, Reason } from '$protocol';
import { clock } from '../clock.svelte.ts';
import type { Unmet } from '../commands.svelte.ts';
import { t, worded } from '../i18n/i18n.svelte.ts';
import { duration } from '../i18n/times.ts';

/** The sentence for a refusal, in the language shown. */
export function refusalWords(reason: Unmet): string {
  switch (reason.code) {
    case 'not_sent':
      return t('refusal-not-sent');
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
    case 'stale_seat':
    case 'person_known':
    case 'other_secretariat':
      return t('refusal-seat', { code: reason.code });
    case 'stale_schedule':
    case 'session_length':
    case 'session_too_far':
    case 'session_known':
    case 'sessions_overlap': {
      // Only the dialogs of time and title, and of a new session, meet them, which bring their words.
      const title = reason.code === 'sessions_overlap' ? worded(reason.title) : '';
      return t('refusal-schedule', { code: reason.code, title });
    }
    case 'session_cancelled':
      // The desk alone meets it, which brings the words.
      return t('refusal-cancelled');
    case 'other_day':
      // The desk alone meets it, and asks; it brings the words.
      return t('chair-other-day-title');
    case 'stale_session':
      return t('refusal-stale-session');
    case 'stale_list':
      return t('refusal-stale-list');
    case 'floor_changed':
      return t('refusal-floor-changed');
    case 'turn_over':
      return t('refusal-turn-over');
    case 'limit_not_reached':
      return t('refusal-limit-not-reached');
    case 'turn_halted':
    case 'turn_runs':
    case 'not_prerecorded':
    case 'prerecorded_plays':
    case 'point_raised':
    case 'point_heard':
    case 'point_over':
    case 'no_ruling':
    case 'appeal_open':
    case 'no_appeal':
    case 'no_votes':
    case 'members_only':
    case 'nothing_to_undo':
      return t('refusal-order', { code: reason.code });
    case 'undo_barred':
      // Only the chair's console meets it, which brings its words.
      return t('refusal-undo', { bar: reason.bar });
    case 'motion_waits':
    case 'motion_precedes':
    case 'motion_open':
    case 'motion_not_taken_up':
    case 'motion_over':
    case 'floor_taken':
    case 'not_debated':
    case 'side_full':
    case 'motions_list':
    case 'debate_over':
      // Only the console and the dialog of motions meet them, which bring their words.
      return t('refusal-motion', { code: reason.code });
    case 'too_many_votes':
      return t('refusal-votes', { max: reason.max });
    case 'microphones_by_turn':
    case 'closed_by_desk':
    case 'not_your_microphone':
    case 'not_agreed':
    case 'already_live':
    case 'no_booth':
    case 'hears_source':
    case 'booth_on_air':
    case 'channel_taken':
    case 'not_on_air':
    case 'own_output':
    case 'relay_cycle':
    case 'no_relay':
    case 'handover_pending':
    case 'handover_over':
    case 'not_your_handover':
    case 'handover_not_due':
    case 'absent':
    case 'floor_silent':
    case 'too_soon':
      return t('refusal-sound', { code: reason.code });
    case 'inscription_not_due':
    case 'other_seat':
    case 'no_proposal':
    case 'not_repliable':
    case 'reply_limit':
      return t('refusal-lists', {
        code: reason.code,
        max: reason.code === 'reply_limit' ? reason.max : 0,
      });
    case 'room_closed':
    case 'muted':
    case 'not_your_message':
    case 'too_late_to_edit':
    case 'message_gone':
    case 'edit_needs_approval':
    case 'desk_not_muted':
    case 'unchanged':
      return t('refusal-chat', { code: reason.code });
    case 'slow_down':
      return t('refusal-slow-down', { seconds: secondsUntil(reason.retry_at_ms) });
    case 'questions_closed':
    case 'wrong_question_state':
    case 'too_many_questions':
    case 'not_your_question':
    case 'own_question':
    case 'author_unnamed':
    case 'author_without_seat':
    case 'no_questions_list':
      return t('refusal-question', { code: reason.code });
    case 'polls_off':
    case 'poll_open':
    case 'poll_over':
    case 'wrong_poll_state':
    case 'not_entitled':
    case 'ballot_there':
    case 'option_twice':
      return t('refusal-poll', { code: reason.code });
    case 'stale_sheet':
    case 'item_under_way':
    case 'item_not_under_way':
      return t('refusal-sheet', { code: reason.code });
    case 'unknown':
      return t('refusal-unknown', { field: reason.field });
    case 'empty':
      return t('refusal-empty', { field: reason.field });
    case 'not_one_line':
    case 'turns_text':
      return t('refusal-text', { code: reason.code, field: reason.field });
    case 'too_long':
      return t('refusal-too-long', { field: reason.field, max: reason.max });
    case 'out_of_range':
      if (reason.field === 'until_ms') return t('refusal-until');
      return t('refusal-out-of-range', { field: reason.field, ...bounds(reason) });
    case 'full':
      return t('refusal-full', { max: reason.max });
    case 'share_full':
      return t('refusal-share-full', { max: reason.max });
    case 'too_fast':
    case 'busy':
    case 'not_stored':
    case 'sound_refused':
      return t('refusal-busy');
    case 'malformed':
    case 'not_text':
    case 'too_large':
    case 'not_joined':
    case 'already_joined':
      return t('refusal-malformed');
  }
}

/** Fields that are lengths of time. */
const LENGTHS: readonly Field[] = [
  'by_ms',
  'in_ms',
  'turn_ms',
  'extra_ms',
  'wait_ms',
  'limit_ms',
  'planned_ms',
];
/** Seconds from now until a moment of the server's clock, at least one. */
function secondsUntil(moment_ms: number): number {
  return Math.max(1, Math.ceil((moment_ms - clock.read()) / 1000));
}

/** The bounds of a field as people read them: a length of time as a clock shows it. */
function bounds({
  field,
  min,
  max,
}: Extract<Reason, { code: 'out_of_range' }>): Record<'min' | 'max', number | string> {
  return LENGTHS.includes(field) ? { min: duration(min), max: duration(max) } : { min, max };
}
