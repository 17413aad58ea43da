import { beforeAll, describe, expect, test } from 'vitest';
import type {
  DelegationView,
  Gender,
  ListView,
  MotionView,
  RequestView,
  SessionView,
  SpeakerView,
  TurnView,
} from '$protocol';
import { RULINGS } from '../src/chair/main_button.ts';
import {
  afterRuling,
  type Names,
  ofFrench,
  otherLines,
  playScript,
  read,
  rulingScript,
  scriptOf,
} from '../src/chair/script.ts';
import { LOCALES, loadWith } from '../src/i18n/i18n.svelte.ts';

beforeAll(async () => {
  for (const locale of LOCALES) await loadWith(locale, 'script');
});

const tunisia = {
  id: 'tunisia',
  category: 'member_state',
  formal: { en: 'the Republic of Tunisia', fr: 'la République tunisienne', ar: 'الجمهورية التونسية' },
} as unknown as DelegationView;
const kuwait = { ...tunisia, id: 'bahrain', formal: { fr: 'le Royaume de Bahreïn' } } as DelegationView;
const iom = {
  ...tunisia,
  id: 'iom',
  category: 'un_entity',
  formal: { en: 'IOM' },
} as unknown as DelegationView;
const speaker = {
  person: 'amina',
  name: { en: 'H.E. Ms. Amina Haddad', fr: 'S.E. Mme Amina Haddad', ar: 'معالي السيدة أمينة حداد' },
} as unknown as SpeakerView;

const names = (gender: Gender | null = null): Names => ({
  title: { en: 'Opening', fr: 'Ouverture', ar: 'الافتتاح' },
  heard: speaker,
  votes: true,
  replies: ({ list }) => list === 'replies',
  of: (id, named) => ({
    delegation: [tunisia, kuwait, iom].find((seat) => seat.id === id),
    speaker: named,
    gender,
  }),
});
const give = (delegation = 'tunisia', after: TurnView | null = null) =>
  scriptOf(
    { kind: 'give_floor', request: { id: 'r', delegation, speaker } as RequestView, after, on: null },
    names('female'),
  );
/** As it is read: without the marks that keep the directions apart. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

test('what is put together from names goes in the direction of the language, names each in their own', () => {
  const [arabic, english] = [read('ar', give()), read('en', give())];
  // To the right: the delegation and, after it, the person. Each name keeps the direction of its letters.
  expect(arabic.indexOf('\u2067')).toBeGreaterThan(0);
  expect(arabic).toContain('\u2068الجمهورية التونسية\u2069');
  expect(arabic).not.toContain('\u2066');
  expect(english).toContain('\u2066');
  expect(english).not.toContain('\u2067');
  for (const line of [arabic, english]) {
    expect(
      line.match(/\u2068[^\u2069]*\u2068/),
      'no mark that goes by its first letter holds another',
    ).toBeNull();
    expect(line.match(/[\u2066-\u2068]/g)?.length).toBe(line.match(/\u2069/g)?.length);
  }
});

describe('the line before a pre-recorded statement', () => {
  const act = (after: TurnView | null = null) =>
    ({
      kind: 'give_floor',
      request: { id: 'r', delegation: 'tunisia', speaker } as RequestView,
      after,
      on: null,
    }) as const;

  test('names the delegation, not whoever would have spoken, whatever gender is given', () => {
    const line = (locale: 'en' | 'fr' | 'ar') => plain(read(locale, playScript(act(), names('female'))));
    expect(line('en')).toBe(
      'We will now hear the pre-recorded statement of the distinguished representative of the Republic of Tunisia.',
    );
    expect(line('fr')).toBe(
      'Nous allons maintenant entendre la déclaration préenregistrée de la délégation de la République tunisienne.',
    );
    expect(line('ar')).toBe('نستمع الآن إلى البيان المسجَّل مسبقًا المقدَّم من وفد الجمهورية التونسية الموقر.');
  });

  test('thanks whoever has spoken, and is none with another act', () => {
    const turn = { id: 't', delegation: 'iom', speaker: null } as unknown as TurnView;
    expect(plain(read('en', playScript(act(turn), names())))).toMatch(
      /^I thank the representative of IOM\. We will now/,
    );
    expect(playScript({ kind: 'session_closed' }, names())).toEqual([]);
  });
});

describe('the line that gives the floor', () => {
  test('names the State by its formal name, and the person with their title', () => {
    expect(plain(read('en', give()))).toBe(
      'I give the floor to the distinguished representative of the Republic of Tunisia, H.E. Ms. Amina Haddad.',
    );
  });

  test('is gendered in French and Arabic where the gender is given', () => {
    expect(plain(read('fr', give()))).toContain('à la distinguée représentante de la République tunisienne');
    expect(plain(read('ar', give()))).toContain('لممثلة الجمهورية التونسية الموقرة');
    const act = {
      kind: 'give_floor',
      request: { delegation: 'tunisia', speaker } as RequestView,
      after: null,
      on: null,
    } as const;
    expect(plain(read('fr', scriptOf(act, names('male'))))).toContain('au distingué représentant de la');
    expect(plain(read('ar', scriptOf(act, names('male'))))).toContain('لممثل الجمهورية التونسية الموقر');
  });

  test('is neutral where no gender is given', () => {
    const act = {
      kind: 'give_floor',
      request: { delegation: 'tunisia', speaker } as RequestView,
      after: null,
      on: null,
    } as const;
    expect(plain(read('fr', scriptOf(act, names())))).toContain(
      'à la délégation de la République tunisienne',
    );
    expect(plain(read('ar', scriptOf(act, names())))).toContain('لوفد الجمهورية التونسية الموقر');
  });

  test('distinguishes a State from an organization', () => {
    expect(plain(read('en', give('iom')))).toContain('to the representative of IOM');
  });

  test('thanks whoever has spoken', () => {
    const turn = { id: 't', delegation: 'iom', speaker: null } as unknown as TurnView;
    expect(plain(read('en', give('tunisia', turn)))).toMatch(
      /^I thank the representative of IOM\. I give the floor/,
    );
  });
});

test('a right of reply has a line of its own', () => {
  const request = { id: 'r', list: 'replies', delegation: 'tunisia', speaker } as unknown as RequestView;
  const line = (locale: 'en' | 'fr' | 'ar') =>
    plain(read(locale, scriptOf({ kind: 'give_floor', request, after: null, on: null }, names('female'))));
  expect(line('en')).toBe(
    'I give the floor to the distinguished representative of the Republic of Tunisia, H.E. Ms. Amina Haddad, in exercise of the right of reply.',
  );
  expect(line('fr')).toMatch(
    /^Je donne la parole à la distinguée représentante .*, qui exerce son droit de réponse\.$/,
  );
  expect(line('ar')).toMatch(/^أعطي الكلمة لممثلة الجمهورية التونسية الموقرة.*، ممارسةً لحق الرد\.$/);
});

test('nobody is said to be left only where nobody waits on any list', () => {
  const turn = { id: 't', delegation: 'iom', speaker: null } as unknown as TurnView;
  const request = { id: 'r', delegation: 'tunisia', speaker } as unknown as RequestView;
  const said = (act: Parameters<typeof scriptOf>[0]) => plain(read('en', scriptOf(act, names())));
  expect(said({ kind: 'end_statement', turn, absent: null })).toContain('no more speakers');
  expect(said({ kind: 'end_statement', turn, absent: request })).not.toContain('no more speakers');
  const list = { id: 'replies', kind: 'right_of_reply', name: {} } as unknown as ListView;
  expect(said({ kind: 'take_up_list', list, first: request })).toBe('We now come to the rights of reply.');
});

test('a French name runs together with its article', () => {
  expect(ofFrench('le Royaume de Bahreïn')).toBe('du Royaume de Bahreïn');
  expect(ofFrench('les Émirats arabes unis')).toBe('des Émirats arabes unis');
  expect(ofFrench('l’Union des Comores')).toBe('de l’Union des Comores');
  expect(ofFrench('OIM')).toBe('d’OIM');
});

test('a motion is read out as moved or proposed, and put to the vote or to consent', () => {
  const motion = { id: 'mo', kind: 'close_debate', delegation: 'tunisia' } as MotionView;
  expect(plain(read('en', scriptOf({ kind: 'vote', motion }, names())))).toContain(
    'I now put to the vote the closure of the debate.',
  );
  const proposed = { ...motion, delegation: null } as MotionView;
  expect(plain(read('en', scriptOf({ kind: 'consent', motion: proposed }, names())))).toBe(
    'I propose the closure of the debate. Is there any objection to the closure of the debate? I see none. It is so decided.',
  );
  expect(plain(read('en', scriptOf({ kind: 'take_up', motion }, names())))).toContain('may speak against it');
});

test('each ruling on a point of order has words of its own to read out', () => {
  const said = (locale: 'ar' | 'en' | 'fr') => RULINGS.map((ruling) => read(locale, rulingScript(ruling)));
  expect(said('en')).toEqual([
    'The point is well taken.',
    'The point is not well taken.',
    'I take note of the point.',
  ]);
  for (const locale of LOCALES) expect(new Set(said(locale)).size).toBe(RULINGS.length);
});

test('every sentence has words in every language', () => {
  const turn = { id: 't', delegation: 'tunisia', speaker } as unknown as TurnView;
  const motion = { id: 'mo', kind: 'adjourn_debate', delegation: 'tunisia' } as MotionView;
  const point = { id: 'p', delegation: 'tunisia', appeal: null } as never;
  const request = { id: 'r', list: 'replies', delegation: 'tunisia', speaker } as unknown as RequestView;
  const list = (kind: string) => ({ id: 'l', kind, name: { en: 'Debate' } }) as unknown as ListView;
  const session = {} as SessionView;
  const scripts = [
    scriptOf({ kind: 'open_session', session }, names()),
    scriptOf({ kind: 'resume_session', session }, names()),
    scriptOf({ kind: 'end_statement', turn, absent: null }, names()),
    scriptOf({ kind: 'wait', request }, names()),
    ...['statements', 'right_of_reply', 'questions'].map((kind) =>
      scriptOf({ kind: 'take_up_list', list: list(kind), first: request }, names()),
    ),
    scriptOf({ kind: 'close_session', over: null }, names()),
    scriptOf({ kind: 'give_floor', request, after: null, on: null }, names()),
    scriptOf({ kind: 'recognise', point, turn: null }, names()),
    scriptOf({ kind: 'rule', point, turn }, names()),
    afterRuling({ kind: 'rule', point, turn }, names()),
    scriptOf({ kind: 'decide_appeal', point }, names()),
    scriptOf({ kind: 'give_back', turn }, names()),
    scriptOf({ kind: 'take_up', motion }, names()),
    ...RULINGS.map(rulingScript),
    ...otherLines(true, { people: [{ name: speaker.name, function: {} }] } as never),
  ];
  for (const locale of LOCALES)
    for (const script of scripts) {
      const text = read(locale, script);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/script-|\{/);
    }
});
