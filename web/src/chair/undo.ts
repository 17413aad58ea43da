/** How the desk's last act is worded where it can be undone. */
import type { ActView } from '$protocol';
import { t } from '../i18n/i18n.svelte.ts';

/** For how long an act can be undone, in milliseconds: what the bar is measured by. Until when, the server says. */
export const UNDO_WITHIN_MS = 10_000;

/** The acts that can be undone, by the tag of what they made happen. */
const KNOWN = [
  'floor_given',
  'turn_ended',
  'turn_extended',
  'list_opened',
  'list_closed',
  'list_taken_up',
  'request_called',
  'request_passed_over',
  'request_declined',
  'request_sent_to_written',
  'request_moved',
  'order_applied',
  'item_started',
  'item_finished',
  'timer_started',
  'timer_stopped',
  'point_recognised',
  'point_ruled',
  'session_suspended',
];

/** The act in the language shown; `name` is the delegation that it was about, if any. Reactive. */
export function actWords(act: ActView, name: string | null): string {
  // A newer server may know more acts than this page.
  const what = KNOWN.includes(act.what) ? act.what : 'other';
  return t('chair-undo-act', { what, name: name ?? '' });
}
