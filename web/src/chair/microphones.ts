/** The microphones of the floor as the desk acts on them. Which may be opened the server decides. */
import type { MicrophoneView, Phase, TurnView } from '$protocol';

/** How the microphone of the turn stands. */
export type TurnMicrophone =
  /** There is none to speak of: nobody has the floor, or the meeting does not sit. */
  | { state: 'none' }
  | { state: 'live' }
  /** The delegation's speaker is not known. */
  | { state: 'no_speaker' }
  /** It is closed, or its owner has not agreed to its opening; opening it is worth trying. */
  | { state: 'closed'; person: string };

/** How the microphone of the turn stands. */
export function turnMicrophone(
  turn: TurnView | null,
  phase: Phase,
  live: readonly MicrophoneView[],
): TurnMicrophone {
  if (turn === null || phase !== 'open' || turn.running_since_ms === null) return { state: 'none' };
  if (live.some(({ kind }) => kind === 'turn')) return { state: 'live' };
  return turn.speaker === null ? { state: 'no_speaker' } : { state: 'closed', person: turn.speaker.person };
}
