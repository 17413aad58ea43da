/** Whether who has the floor is heard: what the server says of the microphones that are live, never what the clock implies. */
import type { MicrophoneView, TurnView } from '$protocol';
import { hushOf } from '../sound/hush.ts';

/** Whether somebody is heard for the turn, or for the point of order that is heard in its place. */
export function isHeard(
  microphones: readonly MicrophoneView[],
  of: Pick<TurnView, 'delegation'> & { prerecorded_ms?: number },
): boolean {
  if (of.prerecorded_ms !== undefined) return true;
  return microphones.some((one) => one.delegation === of.delegation && hushOf(one) === null);
}
