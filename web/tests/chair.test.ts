import { describe, expect, test } from 'vitest';
import type { ListView, MotionView, PointView, RequestView, SessionView, TurnView } from '$protocol';
import { commandOf, nextAct, type Situation, subjectOf } from '../src/chair/next_act.ts';
import { matching } from '../src/chair/search.ts';
import { shortcutOf } from '../src/chair/shortcuts.ts';
import { pressing } from '../src/points/pressing.ts';

const session = (phase: SessionView['phase']) => ({ phase }) as SessionView;
const request = (id: string) => ({ id, delegation: id }) as RequestView;
const list = (...queue: string[]) => ({ id: 'main', queue }) as unknown as ListView;
const turn = { id: 't-7', halts: [] as TurnView['halts'] } as TurnView;

const situation = (change: Partial<Situation>): Situation => ({
  session: session('open'),
  turn: null,
  list: list('r-1', 'r-2'),
  points: [],
  motion: null,
  onMotion: null,
  votes: false,
  request,
  ...change,
});

describe('the main button', () => {
  test('opens a session that is scheduled', () => {
    expect(commandOf(nextAct(situation({ session: session('scheduled') })))).toEqual({
      type: 'open_session',
    });
  });

  test('gives a free floor to the head of the list', () => {
    const act = nextAct(situation({}));
    expect(commandOf(act)).toEqual({ type: 'give_floor', request: 'r-1', ending: null });
  });

  test('names the turn that it ends, so that a floor that changed hands is not taken twice', () => {
    const act = nextAct(situation({ turn }));
    expect(commandOf(act)).toEqual({ type: 'give_floor', request: 'r-1', ending: 't-7' });
  });

  test('has nothing to do where nobody waits, or the session is closed', () => {
    expect(nextAct(situation({ list: list() })).kind).toBe('nobody_waits');
    expect(commandOf(nextAct(situation({ list: list() })))).toBeNull();
    expect(commandOf(nextAct(situation({ session: session('closed') })))).toBeNull();
  });

  test('resumes a meeting that is suspended, whoever waits', () => {
    expect(commandOf(nextAct(situation({ session: session('suspended'), turn })))).toEqual({
      type: 'resume_session',
    });
  });

  test('deals with a point of order before anything else', () => {
    const raised = { id: 'p-1', state: 'raised', appeal: null } as PointView;
    const points = [raised];
    expect(commandOf(nextAct(situation({ turn, points })))).toEqual({
      type: 'recognise_point_of_order',
      point: 'p-1',
    });
    expect(nextAct(situation({ turn, points: [{ ...raised, state: 'heard' }] })).kind).toBe('rule');
    expect(nextAct(situation({ turn, points: [{ ...raised, state: 'ruled' }] })).kind).toBe('decide_appeal');
  });

  test('gives the floor back to a turn that is halted', () => {
    const halted = { ...turn, halts: ['technical'] } as TurnView;
    expect(commandOf(nextAct(situation({ turn: halted })))).toEqual({ type: 'resume_turn', turn: 't-7' });
  });

  test('deals with a motion between two statements, and before the list', () => {
    const motion = { id: 'mo-1', state: 'moved' } as MotionView;
    expect(commandOf(nextAct(situation({ motion })))).toEqual({ type: 'take_up_motion', motion: 'mo-1' });
    expect(commandOf(nextAct(situation({ motion, turn })))).toEqual({ type: 'stop_turn', turn: 't-7' });
  });

  test('hears who speaks on a motion, and then has it decided by the vote or by consent', () => {
    const motion = { id: 'mo-1', state: 'taken_up' } as MotionView;
    const onMotion = request('r-9');
    expect(commandOf(nextAct(situation({ motion, onMotion, turn })))).toEqual({
      type: 'give_floor',
      request: 'r-9',
      ending: 't-7',
    });
    expect(commandOf(nextAct(situation({ motion, turn })))).toEqual({ type: 'stop_turn', turn: 't-7' });
    expect(nextAct(situation({ motion, votes: true })).kind).toBe('vote');
    expect(nextAct(situation({ motion })).kind).toBe('consent');
  });

  test('offers nobody of a debate that was adjourned or closed', () => {
    const over = { ...list('r-1'), debate_ended: 'adjourned' } as ListView;
    expect(nextAct(situation({ list: over })).kind).toBe('debate_over');
    expect(nextAct(situation({ list: over, turn })).kind).toBe('nobody_waits');
  });

  test('means something else once the head of the list or the turn is another', () => {
    const subject = subjectOf(nextAct(situation({ turn })));
    expect(subjectOf(nextAct(situation({ turn })))).toBe(subject);
    expect(subjectOf(nextAct(situation({ turn, list: list('r-2') })))).not.toBe(subject);
    expect(subjectOf(nextAct(situation({})))).not.toBe(subject);
  });
});

describe('a single key', () => {
  const press = (key: string, init: KeyboardEventInit = {}, on: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init });
    let meant: ReturnType<typeof shortcutOf> = null;
    const listen = (heard: Event) => {
      meant = shortcutOf(heard as KeyboardEvent);
    };
    addEventListener('keydown', listen);
    on.dispatchEvent(event);
    removeEventListener('keydown', listen);
    return meant;
  };
  const inPage = (html: string): Element => {
    document.body.innerHTML = html;
    return document.body.querySelector('[data-here]') ?? document.body;
  };

  test('is a shortcut on the bare page, in capitals too', () => {
    inPage('');
    expect(press('n')).toBe('next');
    expect(press('E')).toBe('extend');
    expect(press('?')).toBe('help');
    expect(press('x')).toBeNull();
  });

  test('is found by its place on a keyboard without Latin letters', () => {
    expect(press('ى', { code: 'KeyN' })).toBe('next');
    expect(press('؟', { code: 'Slash' })).toBe('help');
  });

  test('is none while somebody types or chooses', () => {
    for (const html of [
      '<input data-here>',
      '<textarea data-here></textarea>',
      '<select data-here></select>',
      '<div contenteditable><b data-here>x</b></div>',
    ])
      expect(press('n', {}, inPage(html))).toBeNull();
  });

  test('is none while a dialog is open, with a modifier, or held down', () => {
    inPage('<div role="dialog" aria-modal="true"></div>');
    expect(press('n')).toBeNull();
    inPage('');
    expect(press('n', { ctrlKey: true })).toBeNull();
    expect(press('n', { metaKey: true })).toBeNull();
    expect(press('n', { repeat: true })).toBeNull();
  });
});

describe('finding a delegation', () => {
  const seat = (id: string, wording: Record<string, string>) =>
    ({ id, short: wording, formal: wording, sort_key: {} }) as never;
  const seats = [
    seat('egy', { en: 'Egypt', fr: 'Égypte', ar: 'مصر' }),
    seat('jor', { en: 'Jordan', fr: 'Jordanie', ar: 'الأردن' }),
    seat('are', { en: 'United Arab Emirates', fr: 'Émirats arabes unis', ar: 'الإمارات العربية المتحدة' }),
  ];
  const found = (words: string) => matching(seats, words).map(({ id }) => id);

  test('takes any language, without regard to accents and capitals', () => {
    expect(found('EGYP')).toEqual(['egy']);
    expect(found('emirats')).toEqual(['are']);
    expect(found('مصر')).toEqual(['egy']);
  });

  test('takes the forms of alif one for the other', () => {
    expect(found('الاردن')).toEqual(['jor']);
    expect(found('امارات')).toEqual(['are']);
  });

  test('finds all for no words and none for a name that nobody has', () => {
    expect(found(' ')).toHaveLength(3);
    expect(found('Atlantis')).toEqual([]);
  });
});

describe('points of order that press', () => {
  const point = (id: string, state: PointView['state'], more: Partial<PointView> = {}) =>
    ({ id, state, raised_at_ms: Number(id), appeal: null, ...more }) as PointView;

  test('are those raised, heard or appealed, the one that is heard first', () => {
    const appeal = { delegation: 'jo', vote: null };
    const decided = { delegation: 'jo', vote: { stands: true, in_favour: 0, against: 1, abstaining: 0 } };
    const points = [
      point('1', 'ruled'),
      point('2', 'ruled', { appeal: decided }),
      point('3', 'withdrawn'),
      point('4', 'raised'),
      point('5', 'heard'),
      point('6', 'ruled', { appeal }),
    ];
    expect(pressing(points).map(({ id }) => id)).toEqual(['5', '6', '4']);
  });
});
