/** What the moderator's one main button does at the moment: the first row of the table that holds. The server decides. */
import type {
  Command,
  ItemView,
  OnStageView,
  PointView,
  QuestionView,
  RunSheetView,
  SessionView,
  StageView,
  TurnView,
} from '$protocol';
import { standingOf } from '../programme/schedule.ts';

/** The next act of the moderator. */
export type MainAct =
  | { kind: 'open' }
  | { kind: 'resume' }
  | { kind: 'over' }
  /** It does not take place: the secretariat alone can take that back. */
  | { kind: 'cancelled' }
  /** A point of order presses: it is dealt with where the lists are. */
  | { kind: 'point'; point: PointView }
  | { kind: 'give_back'; turn: TurnView }
  | { kind: 'end_turn'; turn: TurnView }
  | { kind: 'answer'; person: OnStageView }
  | { kind: 'begin'; item: ItemView; version: number; person: OnStageView | null }
  | { kind: 'close' };

/** What the choice is made from. */
export interface Situation {
  session: SessionView;
  /** The turn of a delegation that was given the floor from a list, if any. */
  turn: TurnView | null;
  /** Points of order that press, the most pressing first. */
  points: readonly PointView[];
  stage: StageView | undefined;
  sheet: RunSheetView | undefined;
  /** The question on stage, if one is. */
  question: QuestionView | undefined;
}

/** How long an answer is given, in milliseconds. */
export const ANSWER_MS = 120_000;

/** Whom the question on stage asks, where they sit there and do not answer already. */
function toAnswer({ stage, question }: Situation): OnStageView | null {
  const asked = question?.to?.person;
  if (asked === undefined || stage?.timer?.person === asked) return null;
  return stage?.people.find(({ person }) => person === asked) ?? null;
}

/** Whether questions are under way: the item of the run sheet says so. */
export function inQuestions(stage: StageView | undefined): boolean {
  return stage?.item?.kind === 'questions';
}

/** The next act in a situation. */
export function mainAct(situation: Situation): MainAct {
  const { session, turn, points, stage, sheet } = situation;
  if (standingOf(session) === 'cancelled') return { kind: 'cancelled' };
  if (session.phase === 'scheduled') return { kind: 'open' };
  if (session.phase === 'suspended') return { kind: 'resume' };
  if (session.phase === 'closed') return { kind: 'over' };
  const point = points[0];
  if (point) return { kind: 'point', point };
  if (turn) return { kind: turn.halts.length > 0 ? 'give_back' : 'end_turn', turn };
  const answers = inQuestions(stage) ? toAnswer(situation) : null;
  if (answers) return { kind: 'answer', person: answers };
  const item = sheet?.items.find(({ id }) => id === sheet.next);
  if (!sheet || !item) return { kind: 'close' };
  const person = stage?.people.find((one) => one.person === item.speaker?.person) ?? null;
  return { kind: 'begin', item, version: sheet.version, person };
}

/** The one command of an act; none where a dialog or another screen comes first. */
export function commandOf(act: MainAct): Command | null {
  switch (act.kind) {
    case 'open':
      return { type: 'open_session', on_planned_day: true };
    case 'resume':
      return { type: 'resume_session' };
    case 'give_back':
      return { type: 'resume_turn', turn: act.turn.id };
    case 'end_turn':
      return { type: 'stop_turn', turn: act.turn.id };
    case 'answer':
      return { type: 'give_floor_on_stage', person: act.person.person, limit_ms: ANSWER_MS };
    case 'begin':
      return { type: 'start_item', item: act.item.id, version: act.version };
    case 'point':
    case 'over':
    case 'cancelled':
    case 'close':
      return null;
  }
}

/** Names what an act is about: it changes when the button comes to mean something else. */
export function subjectOf(act: MainAct): string {
  switch (act.kind) {
    case 'begin':
      return `begin ${act.item.id}`;
    case 'answer':
      return `answer ${act.person.person}`;
    case 'end_turn':
    case 'give_back':
      return `${act.kind} ${act.turn.id}`;
    case 'point':
      return `point ${act.point.id}`;
    default:
      return act.kind;
  }
}

/** How the microphone of whoever is called is going to be. */
export type Microphone = 'opens' | 'live' | 'not_ready' | 'absent' | 'nobody';

/** What becomes of the microphone of somebody who is called on stage. */
export function microphoneOf(person: OnStageView | null): Microphone {
  if (!person) return 'nobody';
  if (person.live) return 'live';
  if (!person.present) return 'absent';
  return person.ready ? 'opens' : 'not_ready';
}
