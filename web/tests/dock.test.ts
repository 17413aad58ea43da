import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListKind, StandingState, StandingView, TurnView } from '$protocol';
import { dockOf, type Given, stateOf, type Wanted, waiting } from '../src/dock/table.ts';
import { LOCALES, type Locale, showLocale } from '../src/i18n/i18n.svelte.ts';

/** Without the marks that keep a placeable of the other direction whole. */
const plain = (words: string) => words.replace(/[\u2066-\u2069]/g, '');

const MINUTE = 60_000;
const NAMES: Record<Locale, Record<'statements' | 'right_of_reply', string>> = {
  en: { statements: 'Speakers', right_of_reply: 'Right of reply' },
  ar: { statements: 'المتكلمون', right_of_reply: 'حق الرد' },
  fr: { statements: 'Orateurs', right_of_reply: 'Droit de réponse' },
};
let shown: Locale = 'en';

const standing = (state: StandingState, more: Partial<StandingView> = {}): StandingView => ({
  id: 'statements',
  state,
  request: null,
  place: null,
  expected: null,
  turn: null,
  last: null,
  ...more,
});
const wanted = (
  kind: ListKind & ('statements' | 'right_of_reply'),
  state: StandingState,
  more: Partial<StandingView> = {},
): Wanted => ({
  list: kind,
  kind,
  name: NAMES[shown][kind],
  standing: standing(state, more),
});
const waits = (place: number, from: number, to: number): Partial<StandingView> => ({
  request: 'r-1',
  place,
  expected: { earliest_ms: from * MINUTE, latest_ms: to * MINUTE },
});
const reply = () => wanted('right_of_reply', 'on_list', { request: 'r-2', place: 1 });
const turn = (more: Partial<TurnView> = {}): TurnView => ({
  id: 't-1',
  request: 'r-1',
  list: 'statements',
  delegation: 'lb',
  speaker: null,
  language: 'ar',
  limit_ms: 120_000,
  spent_ms: 0,
  running_since_ms: 0,
  limit_reached: false,
  amber_ms: 30_000,
  halts: [],
  halt_reason: '',
  ...more,
});
const given = (more: Partial<Given> = {}): Given => ({
  phase: 'open',
  connected: true,
  sending: false,
  now_ms: 0,
  speaks: true,
  takes_part: true,
  own: 'lb',
  lists: [wanted('statements', 'may_ask')],
  turn: null,
  hearing: null,
  point: null,
  may_raise: true,
  may_appeal: false,
  microphone: 'ready',
  other_heard: false,
  has_statement: true,
  panel: null,
  queue: { waiting: 8, last: { earliest_ms: 0, latest_ms: 20 * MINUTE } },
  resumes: '',
  ...more,
});
const floor = (more: Partial<Given> = {}): Partial<Given> => ({
  lists: [wanted('statements', 'on_floor', { request: 'r-1', turn: 't-1' })],
  turn: turn(),
  ...more,
});
const halted = (halts: TurnView['halts'], more: Partial<Given> = {}): Partial<Given> => ({
  lists: [wanted('statements', 'suspended', { request: 'r-1', turn: 't-1' })],
  turn: turn({ running_since_ms: null, spent_ms: 48_000, halts }),
  ...more,
});
const declined = { request: 'r-0', state: 'declined', since_ms: 0, reason: 'item closed' } as const;
const hearing = (more = {}) => ({
  point: 'p-1',
  delegation: 'lb',
  speaker: null,
  language: null,
  limit_ms: 180_000,
  spent_ms: 19_000,
  running_since_ms: 0,
  limit_reached: false,
  amber_ms: 30_000,
  ...more,
});

type Lines = Record<Locale, [first: string, second: string]>;
interface Row {
  when: string;
  given: () => Partial<Given>;
  microphone: string | null;
  look: string;
  third: [string, boolean];
  press: string | null;
  lines: Lines;
}

const ROWS: Row[] = [
  {
    when: 'may ask',
    given: () => ({}),
    microphone: 'ready',
    look: 'brass',
    third: ['point_of_order', true],
    press: 'ask',
    lines: {
      en: ['Request the floor', '8 wait, about 20 min'],
      ar: ['طلب الكلمة', 'ينتظر 8، نحو 20 د'],
      fr: ['Demander la parole', '8 en attente, 20 min'],
    },
  },
  {
    when: 'sending',
    given: () => ({ sending: true }),
    microphone: 'ready',
    look: 'dashed',
    third: ['point_of_order', true],
    press: null,
    lines: {
      en: ['Sending…', 'waiting for the server'],
      ar: ['جارٍ الإرسال…', 'في انتظار الخادم'],
      fr: ['Envoi…', 'en attente du serveur'],
    },
  },
  {
    when: 'on one list',
    given: () => ({ lists: [wanted('statements', 'on_list', waits(6, 12, 24))] }),
    microphone: 'ready',
    look: 'navy',
    third: ['point_of_order', true],
    press: 'requests',
    lines: {
      en: ['Speakers: 6th', 'in 12–24 min'],
      ar: ['المتكلمون: الترتيب 6', 'خلال 12–24 د'],
      fr: ['Orateurs : 6e', 'dans 12–24 min'],
    },
  },
  {
    when: 'on two lists',
    given: () => ({
      microphone: 'not_agreed',
      lists: [wanted('statements', 'on_list', waits(2, 3, 5)), reply()],
    }),
    microphone: 'ask',
    look: 'navy',
    third: ['point_of_order', true],
    press: 'requests',
    lines: {
      en: ['Speakers: 2nd, 3–5 min', 'Right of reply: 1st'],
      ar: ['المتكلمون: الترتيب 2، 3–5 د', 'حق الرد: الترتيب 1'],
      fr: ['Orateurs : 2e, 3–5 min', 'Droit de réponse : 1er'],
    },
  },
  {
    when: 'next',
    given: () => ({ lists: [wanted('statements', 'stand_by', waits(1, 0, 1)), reply()] }),
    microphone: 'ready',
    look: 'ivory',
    third: ['point_of_order', true],
    press: 'requests',
    lines: {
      en: ['Stand by: you are next', 'Right of reply: 1st'],
      ar: ['استعدوا: دوركم التالي', 'حق الرد: الترتيب 1'],
      fr: ['Vous êtes le suivant', 'Droit de réponse : 1er'],
    },
  },
  {
    when: 'floor, microphone closed',
    given: () => floor({ microphone: 'not_agreed' }),
    microphone: 'closed',
    look: 'brass',
    third: ['finish', true],
    press: 'open_microphone',
    lines: {
      en: ['Open the microphone', 'nobody hears you yet'],
      ar: ['افتحوا الميكروفون', 'صوتكم غير مسموع بعد'],
      fr: ['Ouvrez votre micro', 'on ne vous entend pas'],
    },
  },
  {
    when: 'floor, no sound arrives',
    given: () => floor({ microphone: 'unheard' }),
    microphone: 'closed',
    look: 'brass',
    third: ['finish', true],
    press: 'check_sound',
    lines: {
      en: ['Nobody hears you', 'no sound arrives: check it'],
      ar: ['صوتكم غير مسموع', 'لا صوت يصل: افحصوه'],
      fr: ['On ne vous entend pas', 'aucun son : vérifiez'],
    },
  },
  {
    when: 'floor, closed by the Chair',
    given: () => floor({ microphone: 'closed_by_chair' }),
    microphone: 'closed',
    look: 'dashed',
    third: ['finish', true],
    press: null,
    lines: {
      en: ['Nobody hears you', 'the Chair closed it'],
      ar: ['صوتكم غير مسموع', 'أغلقته الرئاسة'],
      fr: ['On ne vous entend pas', 'fermé par la présidence'],
    },
  },
  {
    when: 'floor, muted by oneself',
    given: () => floor({ microphone: 'muted' }),
    microphone: 'muted',
    look: 'brass',
    third: ['finish', true],
    press: 'unmute',
    lines: {
      en: ['You are muted', 'press to be heard'],
      ar: ['صوتكم مكتوم', 'اضغطوا ليُسمع صوتكم'],
      fr: ['Micro coupé', 'pressez pour être entendu'],
    },
  },
  {
    when: 'floor, heard',
    given: () => floor({ microphone: 'open' }),
    microphone: 'live',
    look: 'white',
    third: ['statement', true],
    press: 'finish',
    lines: {
      en: ['You have the floor', 'press when finished'],
      ar: ['لكم الكلمة', 'اضغطوا عند الانتهاء'],
      fr: ['Vous avez la parole', 'pressez à la fin'],
    },
  },
  {
    when: 'last 30 s',
    given: () => floor({ microphone: 'open', now_ms: 96_000 }),
    microphone: 'live',
    look: 'white_ring',
    third: ['statement', true],
    press: 'finish',
    lines: {
      en: ['0:24 left', 'press when finished'],
      ar: ['بقي 0:24', 'اضغطوا عند الانتهاء'],
      fr: ['reste 0:24', 'pressez à la fin'],
    },
  },
  {
    when: 'over time',
    given: () => floor({ microphone: 'open', now_ms: 132_000 }),
    microphone: 'live',
    look: 'pale',
    third: ['statement', true],
    press: 'finish',
    lines: {
      en: ['Time is over: +0:12', 'press when finished'],
      ar: ['انتهى الوقت: +0:12', 'اضغطوا عند الانتهاء'],
      fr: ['Temps dépassé : +0:12', 'pressez à la fin'],
    },
  },
  {
    when: 'recording is played',
    given: () => floor({ turn: turn({ prerecorded_ms: 60_000 }) }),
    microphone: 'ready',
    look: 'navy',
    third: ['finish', true],
    press: 'write',
    lines: {
      en: ['Your recording is played', 'ask the Chair to speak yourself'],
      ar: ['يُذاع تسجيلكم', 'اطلبوا من الرئاسة الكلام بأنفسكم'],
      fr: ['Votre enregistrement est diffusé', 'demandez à parler vous-même'],
    },
  },
  {
    when: 'halted by a point of order',
    given: () => halted(['point_of_order']),
    microphone: 'ready',
    look: 'navy',
    third: ['statement', true],
    press: null,
    lines: {
      en: ['You keep the floor', '1:12 left, clock stopped'],
      ar: ['الكلمة باقية لكم', 'بقي 1:12، الساعة متوقفة'],
      fr: ['Vous gardez la parole', 'reste 1:12, arrêtée'],
    },
  },
  {
    when: 'technical stop',
    given: () => halted(['technical'], { microphone: 'open' }),
    microphone: 'live',
    look: 'navy',
    third: ['statement', true],
    press: null,
    lines: {
      en: ['You keep the floor', 'technical stop'],
      ar: ['الكلمة باقية لكم', 'توقف تقني'],
      fr: ['Vous gardez la parole', 'arrêt technique'],
    },
  },
  {
    when: 'own point of order waits',
    given: () => ({ point: 'raised' }),
    microphone: 'ready',
    look: 'ivory',
    third: ['withdraw_point', true],
    press: null,
    lines: {
      en: ['Point of order raised', 'the Chair has been told'],
      ar: ['أُثيرت نقطة النظام', 'أُبلغت الرئاسة'],
      fr: ['Motion d’ordre présentée', 'la présidence est avertie'],
    },
  },
  {
    when: 'heard on a point of order',
    given: () => ({ point: 'heard', hearing: hearing(), microphone: 'open' }),
    microphone: 'live',
    look: 'white',
    third: ['withdraw_point', true],
    press: null,
    lines: {
      en: ['Your point of order', '2:41 · the Chair rules on it'],
      ar: ['نقطة نظامكم', '2:41 · القرار للرئاسة'],
      fr: ['Votre motion d’ordre', '2:41 · la présidence tranche'],
    },
  },
  {
    when: 'list closed',
    given: () => ({ lists: [wanted('statements', 'list_closed')] }),
    microphone: 'ready',
    look: 'dashed',
    third: ['point_of_order', true],
    press: null,
    lines: {
      en: ['The list is closed', 'the Chair can still add you'],
      ar: ['القائمة مغلقة', 'ما زال بإمكان الرئاسة إضافتكم'],
      fr: ['La liste est close', 'on peut encore vous inscrire'],
    },
  },
  {
    when: 'declined',
    given: () => ({ lists: [wanted('statements', 'may_ask', { last: declined })] }),
    microphone: 'ready',
    look: 'brass',
    third: ['point_of_order', true],
    press: 'ask',
    lines: {
      en: ['Ask again', 'declined: see why'],
      ar: ['طلب الكلمة من جديد', 'لم يُقبل: اطّلعوا على السبب'],
      fr: ['Redemander la parole', 'refusée : voir pourquoi'],
    },
  },
  {
    when: 'line lost, waiting',
    given: () => ({ connected: false, lists: [wanted('statements', 'on_list', waits(2, 3, 5))] }),
    microphone: 'closed',
    look: 'dashed',
    third: ['point_of_order', false],
    press: null,
    lines: {
      en: ['Reconnecting…', 'your place is kept'],
      ar: ['جارٍ إعادة الاتصال…', 'مكانكم محفوظ'],
      fr: ['Reconnexion…', 'votre place est gardée'],
    },
  },
  {
    when: 'line lost, with the floor',
    given: () => floor({ connected: false }),
    microphone: 'closed',
    look: 'dashed',
    third: ['point_of_order', false],
    press: null,
    lines: {
      en: ['Reconnecting…', 'you still have the floor'],
      ar: ['جارٍ إعادة الاتصال…', 'الكلمة ما زالت لكم'],
      fr: ['Reconnexion…', 'vous avez toujours la parole'],
    },
  },
  {
    when: 'suspended',
    given: () => ({
      phase: 'suspended',
      resumes: '14:25',
      may_raise: false,
      lists: [wanted('statements', 'on_list', waits(2, 3, 5))],
    }),
    microphone: 'ready',
    look: 'navy',
    third: ['point_of_order', false],
    press: 'requests',
    lines: {
      en: ['Speakers: 2nd, kept', 'resumes at 14:25'],
      ar: ['المتكلمون: الترتيب 2، محفوظ', 'تُستأنف 14:25'],
      fr: ['Orateurs : 2e, gardé', 'reprise à 14:25'],
    },
  },
  {
    when: 'closed',
    given: () => ({ phase: 'closed', lists: [wanted('statements', 'session_closed')] }),
    microphone: null,
    look: 'navy',
    third: ['sound', false],
    press: 'read_record',
    lines: {
      en: ['The session is closed', 'read the record'],
      ar: ['رُفعت الجلسة', 'الاطلاع على السجل'],
      fr: ['La séance est levée', 'lire le journal'],
    },
  },
  {
    when: 'observer',
    given: () => ({ speaks: false, lists: [], microphone: null }),
    microphone: null,
    look: 'dashed',
    third: ['sound', true],
    press: null,
    lines: {
      en: ['You follow the session', 'and may write in the chat'],
      ar: ['تتابعون الجلسة', 'ولكم الكتابة في المحادثة'],
      fr: ['Vous suivez la séance', 'et pouvez écrire'],
    },
  },
  {
    when: 'audience of a panel',
    given: () => ({ speaks: false, lists: [], microphone: null, panel: { waiting: 1 } }),
    microphone: null,
    look: 'brass',
    third: ['questions', true],
    press: 'ask_panel',
    lines: {
      en: ['Ask the panel', 'yours: one waits to be read'],
      ar: ['وجّهوا سؤالاً إلى المتحدثين', 'أسئلتكم: واحد بانتظار القراءة'],
      fr: ['Posez une question', 'la vôtre attend d’être lue'],
    },
  },
];

beforeAll(async () => {
  for (const locale of LOCALES) await showLocale(locale);
});

describe.each(LOCALES)('the dock in %s', (locale) => {
  beforeEach(async () => {
    shown = locale;
    await showLocale(locale);
  });

  it.each(ROWS)('$when', (row) => {
    const dock = dockOf(given(row.given()));
    expect([plain(dock.first), plain(dock.second)]).toEqual(row.lines[locale]);
    expect([dock.third.what, dock.third.enabled]).toEqual(row.third);
    expect({ microphone: dock.microphone, look: dock.look, press: dock.press?.do ?? null }).toEqual({
      microphone: row.microphone,
      look: row.look,
      press: row.press,
    });
  });
});

describe('the dock', () => {
  it('says live in no state in which the server does not', () => {
    for (const row of ROWS) {
      const said = dockOf(given(row.given()));
      const live =
        ['open', 'on_air'].includes(given(row.given()).microphone ?? '') && given(row.given()).connected;
      expect(said.microphone === 'live', row.when).toBe(live && said.state !== 'closed');
    }
  });

  it('keeps what one stands for before all else while the line is lost', () => {
    expect(stateOf(given({ connected: false, sending: true, point: 'raised' }))).toBe('line_lost');
  });

  it('asks on the first list that is open, and keeps the place of a meeting that is adjourned', () => {
    const lists = [wanted('statements', 'may_ask'), wanted('right_of_reply', 'may_ask')];
    expect(dockOf(given({ lists })).press).toEqual({ do: 'ask', list: 'statements' });
    const kept = [wanted('statements', 'carried_over', { request: 'r-1', place: 3 })];
    expect(stateOf(given({ phase: 'closed', lists: kept }))).toBe('carried_over');
  });

  it('takes for the nearest request the one that is next, then the one that comes soonest', () => {
    const soon = wanted('right_of_reply', 'on_list', waits(1, 1, 2));
    const later = wanted('statements', 'on_list', waits(2, 3, 5));
    expect(waiting({ lists: [later, soon] }).map(({ list }) => list)).toEqual([
      'right_of_reply',
      'statements',
    ]);
    const next = wanted('statements', 'stand_by', waits(1, 3, 5));
    expect(waiting({ lists: [next, soon] })[0]?.list).toBe('statements');
  });

  it('does not say that nobody is heard while another of the delegation is', () => {
    expect(stateOf(given(floor({ microphone: 'take_turn' })))).toBe('floor_closed');
    expect(stateOf(given(floor({ microphone: 'take_turn', other_heard: true })))).toBe('floor_heard');
  });
});
