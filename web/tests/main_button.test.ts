import { beforeAll, describe, expect, test } from 'vitest';
import type {
  ActView,
  InHandView,
  ListView,
  MotionView,
  PointView,
  RequestView,
  SessionView,
  TurnView,
} from '$protocol';
import {
  asksFirst,
  commandOf,
  faceOf,
  mainAct,
  RULINGS,
  type Situation,
  subjectOf,
  undoOf,
  type Words,
} from '../src/chair/main_button.ts';
import { LOCALES, type Locale, loadWith, tIn } from '../src/i18n/i18n.svelte.ts';

beforeAll(async () => {
  for (const locale of LOCALES) {
    await loadWith(locale, 'chair');
    await loadWith(locale, 'motions');
    await loadWith(locale, 'script');
  }
});

const session = (phase: SessionView['phase']) => ({ phase }) as SessionView;
const request = (id: string, delegation: string) => ({ id, delegation }) as RequestView;
const requests = [
  request('r-tunisia', 'Tunisia'),
  request('r-lebanon', 'Lebanon'),
  request('r-jordan', 'Jordan'),
];
const egypt = { id: 't-egypt', delegation: 'Egypt', halts: [] as TurnView['halts'] } as TurnView;
const speakers = {
  id: 'speakers',
  queue: ['r-tunisia'],
  name: { en: 'List of speakers' },
} as unknown as ListView;
const replies = {
  id: 'replies',
  queue: ['r-lebanon', 'r-jordan'],
  name: { en: 'Right of reply' },
} as unknown as ListView;
const onSpeakers: InHandView = {
  id: 'in_hand',
  list: 'speakers',
  next: 'r-tunisia',
  others_waiting: ['replies'],
};
const spent = { ...onSpeakers, next: null };
const point = { id: 'p-iraq', delegation: 'Iraq', state: 'raised', appeal: null } as PointView;
const motion = { id: 'mo', state: 'moved', delegation: 'Jordan' } as MotionView;

const situation = (change: Partial<Situation>): Situation => ({
  session: session('open'),
  turn: null,
  inHand: onSpeakers,
  list: (id) => [speakers, replies].find((list) => list.id === id),
  request: (id) => requests.find((one) => one.id === id),
  absent: () => false,
  points: [],
  motion: null,
  onMotion: null,
  votes: true,
  ...change,
});

const words = (locale: Locale): Words => ({
  say: (key, ...args) => tIn(locale, key, ...args),
  name: (delegation) => delegation,
  motion: () => 'closure of the debate',
  list: (list) => list.name.en ?? '',
  left: () => '1:12',
  planned: () => tIn(locale, 'chair-planned', { time: '10:45' }),
  notHeld: ({ rescheduled }) => tIn(locale, 'schedule-reason', { reason: rescheduled?.reason ?? '' }),
  suspended: () => tIn(locale, 'chair-phase-suspended', { since: '14:02' }),
  ready: () => tIn(locale, 'chair-ready-microphone'),
});
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const lines = (locale: Locale, change: Partial<Situation>): string[] => {
  const { main, second } = faceOf(mainAct(situation(change)), words(locale));
  return [plain(main), plain(second)];
};

interface Situated {
  when: string;
  change: Partial<Situation>;
  does: unknown;
  en: [string, string];
}
/** The table, the first situation that holds: what the button does, and both its lines in English. */
const TABLE: readonly Situated[] = [
  {
    when: 'the session is not yet open',
    change: { session: session('scheduled'), turn: egypt },
    does: { type: 'open_session', on_planned_day: true },
    en: ['Open the session', 'planned for 10:45'],
  },
  {
    when: 'the session does not take place',
    change: {
      session: { phase: 'scheduled', rescheduled: { cancelled: true, reason: 'strike' } } as SessionView,
    },
    does: null,
    en: ['The session is cancelled', 'Reason: strike'],
  },
  {
    when: 'the meeting is suspended',
    change: { session: session('suspended'), turn: egypt, points: [point] },
    does: { type: 'resume_session' },
    en: ['Resume the meeting', 'Suspended since 14:02'],
  },
  {
    when: 'a point of order is raised',
    change: { turn: egypt, points: [point], motion },
    does: { type: 'recognise_point_of_order', point: 'p-iraq' },
    en: ['Hear Iraq on a point of order', 'Egypt keeps the floor, 1:12'],
  },
  {
    when: 'a point of order is heard',
    change: { turn: { ...egypt, halts: ['point_of_order'] }, points: [{ ...point, state: 'heard' }] },
    does: null,
    en: ['Rule on the point of order of Iraq', 'Egypt keeps the floor, 1:12'],
  },
  {
    when: 'a ruling is appealed against',
    change: {
      turn: egypt,
      points: [{ ...point, state: 'ruled', appeal: { delegation: 'Jordan' } as PointView['appeal'] }],
    },
    does: 'asks',
    en: ['Record the vote on the appeal', 'appeal of Jordan'],
  },
  {
    when: 'the turn is halted',
    change: { turn: { ...egypt, halts: ['technical'] }, motion },
    does: { type: 'resume_turn', turn: 't-egypt' },
    en: ['Give the floor back to Egypt', '1:12 left'],
  },
  {
    when: 'a motion waits and somebody speaks',
    change: { turn: egypt, motion },
    does: { type: 'stop_turn', turn: 't-egypt' },
    en: ['End the statement of Egypt and take up the motion', 'closure of the debate'],
  },
  {
    when: 'a motion waits and nobody speaks',
    change: { motion },
    does: { type: 'take_up_motion', motion: 'mo' },
    en: ['Take up the motion', 'closure of the debate'],
  },
  {
    when: 'somebody waits to speak on the motion that is before the meeting',
    change: { turn: egypt, motion: { ...motion, state: 'taken_up' }, onMotion: request('r-iraq', 'Iraq') },
    does: { type: 'give_floor', request: 'r-iraq', ending: 't-egypt' },
    en: ['Give the floor to Iraq', 'ends the statement of Egypt, 1:12 left'],
  },
  {
    when: 'a motion is before the meeting, and may be voted on',
    change: { motion: { ...motion, state: 'taken_up' } },
    does: 'asks',
    en: ['Record the vote…', 'closure of the debate'],
  },
  {
    when: 'a motion is before the meeting, and nothing is put to the vote',
    change: { motion: { ...motion, state: 'taken_up' }, votes: false },
    does: 'asks',
    en: ['Carried by consent', 'closure of the debate'],
  },
  {
    when: 'somebody speaks and the next waits',
    change: { turn: egypt },
    does: { type: 'give_floor', request: 'r-tunisia', ending: 't-egypt' },
    en: ['Give the floor to Tunisia', 'ends the statement of Egypt, 1:12 left'],
  },
  {
    when: 'nobody speaks and the next waits',
    change: {},
    does: { type: 'give_floor', request: 'r-tunisia', ending: null },
    en: ['Give the floor to Tunisia', 'microphone ready'],
  },
  {
    when: 'somebody speaks and the next is absent',
    change: { turn: egypt, absent: () => true },
    does: { type: 'stop_turn', turn: 't-egypt' },
    en: ['End the statement of Egypt', 'next is Tunisia, who is absent'],
  },
  {
    when: 'the next is absent',
    change: { absent: () => true },
    does: null,
    en: ['Wait for Tunisia', 'absent: pass over, file in writing or play'],
  },
  {
    when: 'the list in hand is done and another waits, also while somebody speaks',
    change: { turn: egypt, inHand: spent },
    does: { type: 'take_up_list', list: 'replies' },
    en: ['Take up: Right of reply', '2 wait, Lebanon first'],
  },
  {
    when: 'the last speaker of all lists speaks',
    change: { turn: egypt, inHand: { ...spent, others_waiting: [] } },
    does: { type: 'stop_turn', turn: 't-egypt' },
    en: ['End the statement of Egypt', 'nobody waits on any list'],
  },
  {
    when: 'all lists are empty',
    change: { inHand: { ...spent, others_waiting: [] } },
    does: 'asks',
    en: ['Close the session…', 'nobody waits on any list'],
  },
  {
    when: 'the session is closed',
    change: { session: session('closed'), turn: egypt, points: [point] },
    does: null,
    en: ['The session is closed. Nothing more can be done in it.', ''],
  },
];

describe('the main button', () => {
  test.each(TABLE)('where $when', ({ change, does, en }) => {
    const act = mainAct(situation(change));
    expect(asksFirst(act)).toBe(does === 'asks');
    expect(commandOf(act)).toEqual(does === 'asks' ? null : does);
    expect(lines('en', change)).toEqual(en);
    for (const locale of ['ar', 'fr'] as const) {
      const said = lines(locale, change);
      expect(said[0]).not.toBe('');
      expect(said[1] === '').toBe(en[1] === '');
      // Words of the language, and the same names and figures in them.
      for (const [at, line] of said.entries()) {
        expect(line).not.toMatch(/chair-|\{/);
        if (line !== '' && line !== 'closure of the debate') expect(line).not.toBe(en[at]);
      }
      const names = /Egypt|Tunisia|Lebanon|Iraq|Jordan|1:12|10:45|14:02/g;
      expect(said.join(' ').match(names)?.toSorted()).toEqual(en.join(' ').match(names)?.toSorted());
    }
  });

  test('says the end of a debate where its list would be in hand', () => {
    const over = { ...speakers, debate_ended: 'adjourned' } as ListView;
    const inHand = { ...spent, others_waiting: [] };
    const said = lines('en', { inHand, list: (id) => (id === 'speakers' ? over : undefined) });
    expect(said[1]).toBe(plain(tIn('en', 'chair-debate-over', { how: 'adjourned' })));
  });

  test('has three equal parts for a ruling, each with its words, and none chosen', () => {
    expect(RULINGS).toEqual(['upheld', 'rejected', 'noted']);
    const said = (locale: Locale) =>
      RULINGS.flatMap((ruling) => [
        tIn(locale, 'ruling', { ruling }),
        tIn(locale, 'script-ruling', { ruling }),
      ]);
    for (const locale of LOCALES) {
      expect(new Set(said(locale)).size).toBe(6);
      expect(said(locale).join()).not.toMatch(/script-|\{/);
    }
    expect(commandOf(mainAct(situation({ points: [{ ...point, state: 'heard' }] })))).toBeNull();
  });

  test('offers to undo what the server offers, and nothing before the opening', () => {
    const offered = { act: 4 } as ActView;
    expect(undoOf(mainAct(situation({ turn: egypt })), offered)).toBe(offered);
    expect(undoOf(mainAct(situation({ session: session('suspended') })), offered)).toBe(offered);
    expect(undoOf(mainAct(situation({ session: session('scheduled') })), offered)).toBeNull();
    expect(undoOf(mainAct(situation({})), null)).toBeNull();
  });

  test('means something else once the next, the turn or the list is another', () => {
    const subject = (change: Partial<Situation>) => subjectOf(mainAct(situation(change)));
    const all = TABLE.map(({ change }) => subject(change));
    expect(subject({ turn: egypt })).toBe(subject({ turn: { ...egypt } }));
    expect(subject({ turn: egypt })).not.toBe(subject({}));
    expect(subject({ inHand: { ...onSpeakers, next: 'r-lebanon' } })).not.toBe(subject({}));
    // To end a statement is one act, whatever for.
    expect(new Set(all).size).toBe(all.length - 2);
  });
});
