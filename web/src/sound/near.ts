/** When a microphone is worth sending: it may be opened any moment. Until then it is connected and silent. */
import type { Role, StandingView, YourMicrophone } from '$protocol';

/** Whether one's microphone may be opened any moment: it is live, at one's own hand, or one's delegation is next. */
export function isNear(
  own: YourMicrophone | undefined,
  standings: readonly StandingView[],
  roles: readonly Role[],
): boolean {
  if (own === undefined || !own.may_publish) return false;
  if (own.live !== 'off' || own.may_open || roles.includes('interpreter')) return true;
  return own.agrees && standings.some(isNext);
}

function isNext({ state }: StandingView): boolean {
  switch (state) {
    case 'stand_by':
    case 'on_floor':
    case 'suspended':
      return true;
    case 'may_ask':
    case 'inscribed':
    case 'on_list':
    case 'carried_over':
    case 'went_on':
    case 'elsewhere':
    case 'list_closed':
    case 'session_closed':
      return false;
  }
}
