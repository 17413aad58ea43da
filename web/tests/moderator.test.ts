/** The moderator's main button, row by row, and what stands around it. */
import { describe, expect, test } from 'vitest';
import type {
  AnnouncementView,
  ItemView,
  OnStageView,
  PointView,
  QuestionView,
  RunSheetView,
  SessionView,
  StageView,
  TurnView,
} from '$protocol';
import {
  ANSWER_MS,
  commandOf,
  type MainAct,
  mainAct,
  microphoneOf,
  type Situation,
  subjectOf,
} from '../src/moderator/main_act.ts';
import { beginnings } from '../src/moderator/sheet.ts';
import { announcedAt } from '../src/podium/announced.ts';

const person = (id: string, so: Partial<OnStageView> = {}): OnStageView =>
  ({ person: id, moderates: false, present: true, live: false, ready: true, ...so }) as OnStageView;
const item = (id: string, of: string | null, so: Partial<ItemView> = {}): ItemView =>
  ({
    id,
    kind: of ? 'speaker' : 'questions',
    progress: 'planned',
    planned_ms: 360_000,
    spent_ms: 0,
    running_since_ms: null,
    speaker: of ? { person: of } : null,
    ...so,
  }) as ItemView;
const sheet = (so: Partial<RunSheetView> = {}): RunSheetView =>
  ({
    version: 4,
    items: [item('i1', 'maya'), item('i2', 'paul')],
    current: 'i1',
    next: 'i2',
    ...so,
  }) as RunSheetView;
const stage = (so: Partial<StageView> = {}): StageView =>
  ({
    people: [person('maya', { moderates: true }), person('paul')],
    timer: null,
    item: { kind: 'speaker' },
    ...so,
  }) as StageView;
const questions = { kind: 'questions' } as StageView['item'];
const toPaul = { id: 'q1', to: { person: 'paul' } } as QuestionView;
const session = (phase: SessionView['phase']) => ({ phase }) as SessionView;
const turn = (halts: TurnView['halts'] = []) => ({ id: 't1', halts }) as TurnView;

const situation = (so: Partial<Situation> = {}): Situation => ({
  session: session('open'),
  turn: null,
  points: [],
  stage: stage(),
  sheet: sheet(),
  question: undefined,
  ...so,
});

describe('the main button', () => {
  const rows: [string, Partial<Situation>, MainAct['kind'], string | null][] = [
    ['opens a session that has not begun', { session: session('scheduled') }, 'open', 'open_session'],
    [
      'opens none that does not take place',
      { session: { phase: 'scheduled', rescheduled: { cancelled: true } } as SessionView },
      'cancelled',
      null,
    ],
    [
      'resumes one that is suspended',
      { session: session('suspended'), turn: turn() },
      'resume',
      'resume_session',
    ],
    ['does nothing once it is over', { session: session('closed') }, 'over', null],
    [
      'leads to a point of order before all else',
      { points: [{ id: 'p' } as PointView], turn: turn() },
      'point',
      null,
    ],
    [
      'gives the floor back to a delegation that was halted',
      { turn: turn(['technical']) },
      'give_back',
      'resume_turn',
    ],
    ['ends the statement of a delegation', { turn: turn() }, 'end_turn', 'stop_turn'],
    [
      'gives the floor to whom the question on stage asks',
      { stage: stage({ item: questions }), question: toPaul },
      'answer',
      'give_floor_on_stage',
    ],
    ['does not during a statement of the panel', { question: toPaul }, 'begin', 'start_item'],
    [
      'goes on to the next item once they answer',
      {
        stage: stage({ item: questions, timer: { person: 'paul' } as StageView['timer'] }),
        question: toPaul,
      },
      'begin',
      'start_item',
    ],
    [
      'goes on where the question is to all of the panel',
      { stage: stage({ item: questions }), question: { id: 'q2', to: null } as QuestionView },
      'begin',
      'start_item',
    ],
    ['begins the item that is next', {}, 'begin', 'start_item'],
    ['closes the session in the last item', { sheet: sheet({ next: null }) }, 'close', null],
    ['closes it where there is no sheet', { sheet: undefined }, 'close', null],
  ];
  test.each(rows)('%s', (_, so, kind, command) => {
    const act = mainAct(situation(so));
    expect(act.kind).toBe(kind);
    expect(commandOf(act)?.type ?? null).toBe(command);
  });

  test('asks for one act of the server, on the sheet that is seen', () => {
    expect(commandOf(mainAct(situation()))).toEqual({ type: 'start_item', item: 'i2', version: 4 });
    const answers = mainAct(situation({ stage: stage({ item: questions }), question: toPaul }));
    expect(commandOf(answers)).toEqual({ type: 'give_floor_on_stage', person: 'paul', limit_ms: ANSWER_MS });
  });

  test('means something else with every item, and the same while the sheet changes elsewhere', () => {
    const before = subjectOf(mainAct(situation()));
    expect(subjectOf(mainAct(situation({ sheet: sheet({ version: 5 }) })))).toBe(before);
    expect(subjectOf(mainAct(situation({ sheet: sheet({ next: 'i1' }) })))).not.toBe(before);
  });

  test.each([
    ['opens', person('a')],
    ['live', person('a', { live: true })],
    ['absent', person('a', { present: false, ready: false })],
    ['not_ready', person('a', { ready: false })],
    ['nobody', null],
  ] as const)('says of the microphone: %s', (says, whose) => {
    expect(microphoneOf(whose)).toBe(says);
  });
});

test('what is to come begins one after the other, when the item under way is due to be over or later', () => {
  const items = [
    item('i1', 'maya', { progress: 'done' }),
    item('i2', 'paul', { progress: 'current', spent_ms: 60_000, running_since_ms: 1_000_000 }),
    item('i3', null, { planned_ms: 720_000 }),
    item('i4', 'maya'),
  ];
  const at = beginnings(sheet({ items, current: 'i2', rest_from_ms: 1_300_000 }), 1_100_000);
  expect([...at]).toEqual([
    ['i2', 940_000],
    ['i3', 1_300_000],
    ['i4', 2_020_000],
  ]);
  const late = beginnings(sheet({ items, current: 'i2', rest_from_ms: 1_300_000 }), 1_400_000);
  expect(late.get('i3')).toBe(1_400_000);
  expect(beginnings(sheet({ items, current: null, rest_from_ms: null }), 0).size).toBe(0);
});

test('the hall is shown an announcement for a minute, and no longer than it stands', () => {
  const one = (so: Partial<AnnouncementView>) =>
    ({ id: 'a', at_ms: 1_000, ended_at_ms: null, ...so }) as AnnouncementView;
  expect(announcedAt([one({})], 60_999)?.id).toBe('a');
  expect(announcedAt([one({})], 61_000)).toBeNull();
  expect(announcedAt([one({ ended_at_ms: 2_000 })], 3_000)).toBeNull();
  expect(announcedAt([], 0)).toBeNull();
});
