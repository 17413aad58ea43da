/** What the microphone's button says: the server's word on who is heard, and how one's own microphone stands. */
import type { TurnView, YourMicrophone, YouView } from '$protocol';
import type { CaptureState, PathState } from '../sound/index.ts';

/** What a press does. */
export type Act = 'mute' | 'unmute' | 'prepare' | 'agree' | 'open' | 'take_turn';

/** The states of the button. */
export type State =
  /** Heard on the floor, or on a channel. */
  | 'open'
  | 'on_air'
  /** One would be heard, but for one's own mute. */
  | 'muted'
  /** One would be heard, or will be, but the device gives no sound. */
  | 'silent'
  /** One would be heard, but no sound leaves here. */
  | 'unheard'
  | 'closed_by_chair'
  /** One's delegation has the floor, and somebody else of it speaks. */
  | 'take_turn'
  /** One may open one's microphone oneself. */
  | 'may_open'
  | 'not_agreed'
  /** Agreed, but there is no microphone, or no path. */
  | 'not_ready'
  | 'ready'
  | 'muted_ahead';

/** The face of the button. */
export interface MicrophoneFace {
  state: State;
  /** Nothing can be done where it is null: the words say what is waited for. */
  act: Act | null;
}

/** What the button is drawn from. */
export interface Given {
  own: YourMicrophone;
  capture: CaptureState;
  path: PathState;
  muted: boolean;
  /** Whether the device gives no sound. */
  silent: boolean;
  /** As `mayTakeTurn`. */
  mayTake: boolean;
}

/** Whether one's delegation has the floor and another person speaks for it, so that one may take over. */
export function mayTakeTurn(turn: TurnView | null, you: YouView | undefined): boolean {
  if (turn === null || you === undefined || turn.delegation !== you.delegation) return false;
  return turn.speaker?.person !== you.id;
}

/** A press takes the device anew; what holds it down, the person has to let go. */
const SILENT: MicrophoneFace = { state: 'silent', act: 'prepare' };

/** The face of the button. */
export function faceOf({ own, capture, path, muted, silent, mayTake }: Given): MicrophoneFace {
  const waits = capture === 'ready' || capture === 'asking' ? null : ('prepare' as const);
  const able = capture === 'ready' && path === 'on';
  if (own.live !== 'off') {
    // First: a mute holds on every page of one's own, also where no microphone is connected.
    if (muted) return { state: 'muted', act: 'unmute' };
    if (!able) return { state: 'unheard', act: waits };
    if (silent) return SILENT;
    return { state: own.live === 'floor' ? 'open' : 'on_air', act: 'mute' };
  }
  if (mayTake) return { state: 'take_turn', act: 'take_turn' };
  if (own.closed_by_chair && !own.may_open) return { state: 'closed_by_chair', act: null };
  if (own.may_open) return { state: 'may_open', act: 'open' };
  if (!own.agrees) return { state: 'not_agreed', act: 'agree' };
  if (muted) return { state: 'muted_ahead', act: 'unmute' };
  if (!able) return { state: 'not_ready', act: waits };
  return silent ? SILENT : { state: 'ready', act: 'mute' };
}
