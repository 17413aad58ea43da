/**
 * The chair's one main button: a table of situations, the first that holds. It says what the button does, both its lines, and
 * whether there is anything to undo. It owns the choice of act and no rule: who comes next and what may be done the server
 * says.
 */
import type {
  ActView,
  Command,
  InHandView,
  ListId,
  ListView,
  MotionView,
  PointView,
  RequestId,
  RequestView,
  Ruling,
  SessionView,
  TurnView,
} from '$protocol';
import type { t } from '../i18n/i18n.svelte.ts';
import { standingOf } from '../programme/schedule.ts';

/** What the button does. */
export type MainAct =
  | { kind: 'open_session'; session: SessionView }
  | { kind: 'resume_session'; session: SessionView }
  | { kind: 'recognise'; point: PointView; turn: TurnView | null }
  | { kind: 'rule'; point: PointView; turn: TurnView | null }
  | { kind: 'decide_appeal'; point: PointView }
  | { kind: 'give_back'; turn: TurnView }
  | { kind: 'end_turn'; motion: MotionView; turn: TurnView }
  | { kind: 'take_up'; motion: MotionView }
  | { kind: 'vote' | 'consent'; motion: MotionView }
  | { kind: 'give_floor'; request: RequestView; after: TurnView | null; on: MotionView | null }
  /** Somebody speaks, and whom the floor would go to is not there, or nobody waits. */
  | { kind: 'end_statement'; turn: TurnView; absent: RequestView | null }
  | { kind: 'wait'; request: RequestView }
  | { kind: 'take_up_list'; list: ListView; first: RequestView }
  | { kind: 'close_session'; over: ListView | null }
  | { kind: 'session_closed' }
  /** It does not take place: the secretariat alone can take that back. */
  | { kind: 'session_cancelled'; session: SessionView };

/** What the choice is made from: what the server says. */
export interface Situation {
  session: SessionView;
  turn: TurnView | null;
  /** The list that the meeting works through, and who comes next. */
  inHand: InHandView | null;
  list: (id: ListId) => ListView | undefined;
  request: (id: RequestId) => RequestView | undefined;
  /** Whether nobody of the delegation is there whose request it is. */
  absent: (request: RequestView) => boolean;
  /** Points of order that press, the most pressing first. */
  points: readonly PointView[];
  /** The motion to be dealt with first, if one waits. */
  motion: MotionView | null;
  /** Who speaks on it next. */
  onMotion: RequestView | null;
  /** Whether a vote may decide on it. */
  votes: boolean;
}

/** What the button does in a situation. */
export function mainAct(situation: Situation): MainAct {
  const { session, turn, points, motion } = situation;
  switch (standingOf(session)) {
    case 'cancelled':
      return { kind: 'session_cancelled', session };
    case 'scheduled':
      return { kind: 'open_session', session };
    case 'suspended':
      return { kind: 'resume_session', session };
    case 'closed':
      return { kind: 'session_closed' };
    case 'open': {
      const point = points[0];
      if (point) return pointAct(point, turn);
      if (turn && turn.halts.length > 0) return { kind: 'give_back', turn };
      return motion ? motionAct(motion, situation) : listAct(situation);
    }
  }
}

/** What is done about a point of order that presses. One that is ruled on presses for its appeal. */
function pointAct(point: PointView, turn: TurnView | null): MainAct {
  if (point.state === 'raised') return { kind: 'recognise', point, turn };
  return point.state === 'heard' ? { kind: 'rule', point, turn } : { kind: 'decide_appeal', point };
}

/** What is done about a motion: it is taken up between two statements, who speaks on it is heard, it is decided. */
function motionAct(motion: MotionView, { turn, onMotion, votes }: Situation): MainAct {
  if (motion.state === 'taken_up' && onMotion)
    return { kind: 'give_floor', request: onMotion, after: turn, on: motion };
  if (turn) return { kind: 'end_turn', motion, turn };
  if (motion.state === 'moved') return { kind: 'take_up', motion };
  return { kind: votes ? 'vote' : 'consent', motion };
}

/** What is done about the list in hand; where it is done, about another on which somebody waits. */
function listAct({ turn, inHand, list, request, absent }: Situation): MainAct {
  const next = request(inHand?.next ?? '');
  if (next && absent(next))
    return turn ? { kind: 'end_statement', turn, absent: next } : { kind: 'wait', request: next };
  if (next) return { kind: 'give_floor', request: next, after: turn, on: null };
  const other = list(inHand?.others_waiting[0] ?? '');
  const first = request(other?.queue[0] ?? '');
  if (other && first) return { kind: 'take_up_list', list: other, first };
  if (turn) return { kind: 'end_statement', turn, absent: null };
  const done = list(inHand?.list ?? '');
  return { kind: 'close_session', over: done?.debate_ended ? done : null };
}

/** The rulings on a point of order, in the order of the button's three equal parts. None is chosen beforehand. */
export const RULINGS: readonly Ruling[] = ['upheld', 'rejected', 'noted'];

/** The command of an act; none where it asks first, or there is nothing to do. */
export function commandOf(act: MainAct): Command | null {
  switch (act.kind) {
    case 'open_session':
      return { type: 'open_session', on_planned_day: true };
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
    case 'end_statement':
      return { type: 'stop_turn', turn: act.turn.id };
    case 'take_up_list':
      return { type: 'take_up_list', list: act.list.id };
    case 'rule':
    case 'decide_appeal':
    case 'vote':
    case 'consent':
    case 'wait':
    case 'close_session':
    case 'session_closed':
    case 'session_cancelled':
      return null;
  }
}

/** Whether an act asks for something before it is done: a vote, or whether it is meant. */
export function asksFirst({ kind }: MainAct): boolean {
  return kind === 'decide_appeal' || kind === 'vote' || kind === 'consent' || kind === 'close_session';
}

/** Names what an act is about: it changes when the button comes to mean something else. */
export function subjectOf(act: MainAct): string {
  switch (act.kind) {
    case 'give_floor':
      return `${act.request.id} after ${act.after?.id ?? '-'}`;
    case 'end_turn':
    case 'end_statement':
      return `end ${act.turn.id}`;
    case 'take_up_list':
      return `list ${act.list.id}`;
    case 'wait':
      return `wait ${act.request.id}`;
    default:
      if ('motion' in act) return `${act.kind} ${act.motion.id}`;
      return 'point' in act ? `${act.kind} ${act.point.id}` : act.kind;
  }
}

/** What the lines of the button are made of. */
export interface Words {
  /** A message in the language of the button. */
  say: typeof t;
  /** A delegation's name. */
  name: (delegation: string) => string;
  motion: (motion: MotionView) => string;
  list: (list: ListView) => string;
  /** The time that a turn has left, such as `1:12`; over time with a plus sign. */
  left: (turn: TurnView) => string;
  /** When the session is planned for: the hour, with the day where it is another. */
  planned: (session: SessionView) => string;
  /** Why it does not take place. */
  notHeld: (session: SessionView) => string;
  /** Since or until when it is suspended, and why. */
  suspended: (session: SessionView) => string;
  /** How ready the next is, or what lacks. */
  ready: (request: RequestView) => string;
}

/** Both lines of the button. */
export interface Face {
  main: string;
  second: string;
}

/** What the button says. Of a point of order that is heard it names what is to be ruled on: its three parts say the rest. */
export function faceOf(act: MainAct, words: Words): Face {
  const { say, name, motion, left } = words;
  const keeps = (turn: TurnView | null) =>
    turn ? say('chair-keeps', { name: name(turn.delegation), time: left(turn) }) : '';
  switch (act.kind) {
    case 'open_session':
      return { main: say('chair-open-session'), second: words.planned(act.session) };
    case 'resume_session':
      return { main: say('chair-resume'), second: words.suspended(act.session) };
    case 'recognise':
      return { main: say('chair-recognise', { name: name(act.point.delegation) }), second: keeps(act.turn) };
    case 'rule':
      return { main: say('chair-rule-name', { name: name(act.point.delegation) }), second: keeps(act.turn) };
    case 'decide_appeal': {
      const by = name(act.point.appeal?.delegation ?? act.point.delegation);
      return { main: say('chair-appeal-vote'), second: say('chair-appeal-by', { name: by }) };
    }
    case 'give_back':
      return {
        main: say('chair-give-back', { name: name(act.turn.delegation) }),
        second: say('chair-left', { time: left(act.turn) }),
      };
    case 'end_turn': {
      const key = act.motion.state === 'moved' ? 'chair-motion-end-turn' : 'chair-motion-stop-name';
      return { main: say(key, { name: name(act.turn.delegation) }), second: motion(act.motion) };
    }
    case 'take_up':
      return { main: say('chair-motion-take-up-one'), second: motion(act.motion) };
    case 'vote':
      return { main: say('chair-motion-vote'), second: motion(act.motion) };
    case 'consent':
      return { main: say('chair-motion-consent'), second: motion(act.motion) };
    case 'give_floor': {
      const ends =
        act.after && say('chair-ends', { name: name(act.after.delegation), time: left(act.after) });
      const free = act.on ? motion(act.on) : words.ready(act.request);
      return { main: say('chair-give', { name: name(act.request.delegation) }), second: ends ?? free };
    }
    case 'end_statement': {
      const second = act.absent
        ? say('chair-next-absent', { name: name(act.absent.delegation) })
        : say('chair-nobody-waits');
      return { main: say('chair-motion-stop-name', { name: name(act.turn.delegation) }), second };
    }
    case 'wait':
      return {
        main: say('chair-wait', { name: name(act.request.delegation) }),
        second: say('chair-wait-note'),
      };
    case 'take_up_list': {
      const waits = { count: act.list.queue.length, name: name(act.first.delegation) };
      return {
        main: say('chair-take-up', { list: words.list(act.list) }),
        second: say('chair-list-waits', waits),
      };
    }
    case 'close_session': {
      const how = act.over?.debate_ended;
      const second = how ? say('chair-debate-over', { how }) : say('chair-nobody-waits');
      return { main: say('chair-close'), second };
    }
    case 'session_closed':
      return { main: say('chair-over'), second: '' };
    case 'session_cancelled':
      return { main: say('stage-cancelled'), second: words.notHeld(act.session) };
  }
}

/**
 * How long a desk's main button must have meant the same before it can be pressed, in milliseconds: the second half of a
 * double click must not give the floor to the delegation after, nor begin the next item.
 */
export const SETTLE_MS = 600;

/** What the place of Undo holds: the desk's last act, as the server offers it; nothing before the opening. */
export function undoOf(act: MainAct, offered: ActView | null): ActView | null {
  const none: readonly MainAct['kind'][] = ['open_session', 'session_closed', 'session_cancelled'];
  return none.includes(act.kind) ? null : offered;
}
