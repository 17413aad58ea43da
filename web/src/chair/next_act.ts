/** What the chair's one main button does at the moment. Owns the choice of act, not its rules: the server decides. */
import type {
  Command,
  ListView,
  MotionView,
  PointView,
  RequestId,
  RequestView,
  SessionView,
  TurnView,
} from '$protocol';

/** The next act of the chair. */
export type NextAct =
  | { kind: 'open_session' }
  | { kind: 'resume_session' }
  | { kind: 'give_floor'; request: RequestView; after: TurnView | null }
  | { kind: 'nobody_waits'; after: TurnView | null }
  | { kind: 'recognise'; point: PointView }
  | { kind: 'rule'; point: PointView }
  | { kind: 'decide_appeal'; point: PointView }
  | { kind: 'give_back'; turn: TurnView }
  | { kind: 'take_up'; motion: MotionView }
  | { kind: 'end_turn'; motion: MotionView; turn: TurnView }
  | { kind: 'vote' | 'consent'; motion: MotionView }
  | { kind: 'debate_over'; list: ListView }
  | { kind: 'session_closed' };

/** What the choice is made from. */
export interface Situation {
  session: SessionView;
  turn: TurnView | null;
  /** The list in hand, if there is one. */
  list: ListView | null;
  request: (id: RequestId) => RequestView | undefined;
  /** Points of order that press, the most pressing first. */
  points: readonly PointView[];
  /** The motion to be dealt with first, if one waits. */
  motion: MotionView | null;
  /** Who speaks on it next. */
  onMotion: RequestView | null;
  /** Whether a vote may decide on it. */
  votes: boolean;
}

/** What the chair does about a point of order that presses. One that is ruled on presses for its appeal. */
function pointAct(point: PointView): NextAct {
  if (point.state === 'raised') return { kind: 'recognise', point };
  return { kind: point.state === 'heard' ? 'rule' : 'decide_appeal', point };
}

/** What the chair does about a motion: take it up between two statements, hear those who speak on it, have it decided. */
function motionAct(motion: MotionView, { turn, onMotion, votes }: Situation): NextAct {
  if (motion.state === 'taken_up' && onMotion) return { kind: 'give_floor', request: onMotion, after: turn };
  if (turn) return { kind: 'end_turn', motion, turn };
  if (motion.state === 'moved') return { kind: 'take_up', motion };
  return { kind: votes ? 'vote' : 'consent', motion };
}

/** The next act in a situation. */
export function nextAct(situation: Situation): NextAct {
  const { session, turn, list, request, points, motion } = situation;
  switch (session.phase) {
    case 'scheduled':
      return { kind: 'open_session' };
    case 'suspended':
      return { kind: 'resume_session' };
    case 'closed':
      return { kind: 'session_closed' };
    case 'open': {
      const point = points[0];
      if (point) return pointAct(point);
      if (turn && turn.halts.length > 0) return { kind: 'give_back', turn };
      if (motion) return motionAct(motion, situation);
      if (list?.debate_ended && !turn) return { kind: 'debate_over', list };
      const head = list?.debate_ended ? undefined : list?.queue[0];
      const next = head === undefined ? undefined : request(head);
      return next
        ? { kind: 'give_floor', request: next, after: turn }
        : { kind: 'nobody_waits', after: turn };
    }
  }
}

/** The command of an act; none where there is nothing to do. */
export function commandOf(act: NextAct): Command | null {
  switch (act.kind) {
    case 'open_session':
      return { type: 'open_session' };
    case 'resume_session':
      return { type: 'resume_session' };
    case 'give_floor':
      return { type: 'give_floor', request: act.request.id, ending: act.after?.id ?? null };
    case 'recognise':
      return { type: 'recognise_point_of_order', point: act.point.id };
    case 'give_back':
      return { type: 'resume_turn', turn: act.turn.id };
    case 'take_up':
      return { type: 'take_up_motion', motion: act.motion.id };
    case 'end_turn':
      return { type: 'stop_turn', turn: act.turn.id };
    case 'rule':
    case 'decide_appeal':
    case 'vote':
    case 'consent':
    case 'debate_over':
    case 'nobody_waits':
    case 'session_closed':
      return null;
  }
}

/** Names what an act is about: it changes when the button comes to mean something else. */
export function subjectOf(act: NextAct): string {
  if (act.kind === 'give_floor') return `${act.request.id} after ${act.after?.id ?? '-'}`;
  if (act.kind === 'end_turn') return `${act.motion.id} after ${act.turn.id}`;
  if ('motion' in act) return `${act.kind} ${act.motion.id}`;
  if ('point' in act) return `${act.kind} ${act.point.id}`;
  return act.kind;
}
