/** What the floor button says: the server's standing of one's delegation, and how the page's own line stands. */
import type { PastRequest, Phase, RequestId, StandingView, TurnId, TurnView } from '$protocol';
import { remaining } from '../clock.svelte.ts';

/** What a press does. */
export type Press =
  | { do: 'ask' }
  | { do: 'withdraw'; request: RequestId }
  | { do: 'finish'; turn: TurnId }
  /** Nothing: the words beside say why. */
  | null;

/** The states of the button, each with what its words need. */
export type Face =
  | { state: 'idle'; last: PastRequest | null; press: Press }
  | { state: 'sending'; press: null }
  | { state: 'inscribed'; press: Press }
  | { state: 'listed'; place: number; press: Press }
  | { state: 'standing_by'; press: Press }
  | { state: 'speaking' | 'last_seconds' | 'over_time'; press: Press }
  /** A recording speaks for the delegation. */
  | { state: 'played'; press: null }
  | { state: 'halted'; press: null }
  /** `yet`: the session has not begun, so the list may never have been open. */
  | { state: 'list_closed'; yet: boolean; last: PastRequest | null; press: null }
  | { state: 'session_closed'; press: null }
  | { state: 'reconnecting'; kept: 'place' | 'floor' | null; press: null };

/** What the button is drawn from. */
export interface Given {
  /** How one's delegation stands on the list. */
  standing: StandingView;
  /** Phase of the session. */
  phase: Phase;
  /** The turn in progress, if any. */
  turn: TurnView | null;
  /** Whether the line is live. */
  connected: boolean;
  /** Whether something that was pressed has not been answered and shown. */
  sending: boolean;
  /** The server's clock. */
  now_ms: number;
}

/** The face of the button. */
export function faceOf({ standing, phase, turn, connected, sending, now_ms }: Given): Face {
  if (!connected) return { state: 'reconnecting', kept: kept(standing), press: null };
  if (sending) return { state: 'sending', press: null };
  switch (standing.state) {
    case 'may_ask':
      return { state: 'idle', last: standing.last, press: { do: 'ask' } };
    case 'inscribed':
      return { state: 'inscribed', press: withdraw(standing) };
    case 'on_list':
      return { state: 'listed', place: standing.place ?? 1, press: withdraw(standing) };
    case 'stand_by':
      return { state: 'standing_by', press: withdraw(standing) };
    case 'on_floor':
      if (turn?.prerecorded_ms !== undefined) return { state: 'played', press: null };
      return {
        state: pace(turn, now_ms),
        press: standing.turn ? { do: 'finish', turn: standing.turn } : null,
      };
    case 'suspended':
      return { state: 'halted', press: null };
    case 'list_closed':
      return { state: 'list_closed', yet: phase === 'scheduled', last: standing.last, press: null };
    case 'session_closed':
      return { state: 'session_closed', press: null };
  }
}

/** What a person without a line is to be told is not lost. */
function kept({ state }: StandingView): 'place' | 'floor' | null {
  switch (state) {
    case 'inscribed':
    case 'on_list':
    case 'stand_by':
      return 'place';
    case 'on_floor':
    case 'suspended':
      return 'floor';
    case 'may_ask':
    case 'list_closed':
    case 'session_closed':
      return null;
  }
}

function withdraw({ request }: StandingView): Press {
  return request === null ? null : { do: 'withdraw', request };
}

function pace(turn: TurnView | null, now_ms: number): 'speaking' | 'last_seconds' | 'over_time' {
  if (turn === null) return 'speaking';
  const left_ms = remaining(turn, now_ms);
  if (left_ms <= 0) return 'over_time';
  return left_ms <= turn.amber_ms ? 'last_seconds' : 'speaking';
}
