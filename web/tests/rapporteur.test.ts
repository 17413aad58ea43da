/** The rapporteur's desk: statements with their marks, drafts from the facts, summaries while others write, key messages and what they cover. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeyMessageView, MarkView, ParagraphView, RequestView, Statement } from '$protocol';
import { loadLocale } from '../src/i18n/i18n.svelte.ts';
import { draftWords, loadDraftWords } from '../src/rapporteur/draft_words.ts';
import { gatheredOf } from '../src/rapporteur/gathering.svelte.ts';
import {
  clustersOf,
  contentOf,
  fieldsOf,
  isSilentOn,
  lacking,
  newFields,
  placeBeside,
} from '../src/rapporteur/messages.ts';
import { keyFor, SHORTCUTS, shortcutOf } from '../src/rapporteur/shortcuts.ts';
import {
  requestOf,
  rowsOf,
  statementsOf,
  summariesOf,
  textsOf,
  writtenIn,
} from '../src/rapporteur/statements.ts';
import { standingOf, versionNow } from '../src/rapporteur/summary.ts';

const seat = (delegation: string) => ({ delegation, name: { en: delegation.toUpperCase() } });
const said = (turn: string, delegation: string, more: Partial<Statement> = {}): Statement => ({
  turn,
  kind: 'statements',
  seat: seat(delegation),
  speaker: null,
  instead_of: null,
  on_behalf_of: '',
  reply_to: null,
  language: 'en',
  limit_ms: 180_000,
  extended_ms: 0,
  interrupted: [],
  ending: 'finished',
  spoken_ms: 60_000,
  ...more,
});
const paragraph = (number: number, at_ms: number, statement: Statement): ParagraphView => ({
  id: `p${number}`,
  number,
  at_ms,
  fact: { what: 'statement', ...statement },
});
const mark = (id: string, at_ms: number, turn: string | null): MarkView => ({
  id,
  at_ms,
  turn,
  by: 'rapporteur',
  note: '',
});

describe('the statements', () => {
  const opened: ParagraphView = {
    id: 'p1',
    number: 1,
    at_ms: 10,
    fact: { what: 'meeting_resumed' },
  };
  const paragraphs = [opened, paragraph(2, 20, said('t1', 'egypt')), paragraph(3, 50, said('t2', 'iraq'))];
  const marks = [mark('m3', 60, 't2'), mark('m2', 40, null), mark('m1', 25, 't1'), mark('m0', 5, null)];

  it('are those of the paragraphs, each with its marks in the order of time', () => {
    const told = statementsOf(paragraphs, [...marks, mark('m4', 55, 't2')]);
    expect(told.map(({ turn, at_ms }) => [turn, at_ms])).toEqual([
      ['t1', 20],
      ['t2', 50],
    ]);
    expect(told.map((one) => one.marks.map(({ id }) => id))).toEqual([['m1'], ['m4', 'm3']]);
  });

  it('stand with the moments that were marked between them; what is earlier than the page has waits', () => {
    const told = statementsOf(paragraphs, marks);
    expect(rowsOf(told, marks, true).map(({ id }) => id)).toEqual(['m0', 't1', 'm2', 't2']);
    expect(rowsOf(told, marks, false).map(({ id }) => id)).toEqual(['t1', 'm2', 't2']);
  });

  it('have a summary in those languages in which one stands', () => {
    const summary = { id: 's', turn: 't1', language: 'fr', text: 'x', version: 1, by: 'r', at_ms: 1 };
    expect(writtenIn('t1', ['ar', 'en', 'fr'], summariesOf([summary]))).toEqual(['fr']);
    expect(writtenIn('t2', ['ar', 'en', 'fr'], summariesOf([summary]))).toEqual([]);
  });
});

describe('the text of a statement', () => {
  const request = (id: string, delegation: string, since_ms: number, sitting?: string): RequestView => ({
    id,
    list: 'l',
    delegation,
    speaker: null,
    language: 'en',
    on_behalf_of: '',
    turn_ms: 1,
    state: { state: 'finished' } as unknown as RequestView['state'],
    since_ms,
    expected: null,
    spoken_ms: 1,
    ...(sitting === undefined ? {} : { sitting }),
  });
  const heard = [
    request('r9', 'egypt', 900),
    request('r1', 'egypt', 150),
    request('r5', 'egypt', 500),
    request('r2', 'iraq', 160),
    request('r3', 'egypt', 410, 'the sitting before'),
  ];
  const of = (at_ms: number, ending: Statement['ending'] = 'finished') => ({
    turn: 't',
    seat: seat('egypt'),
    at_ms,
    ending,
  });

  it('is that of the request which ended first after the statement began', () => {
    expect(requestOf(of(100), null, heard)).toBe('r1');
    expect(requestOf(of(400), null, heard)).toBe('r5');
    expect(requestOf(of(950), null, heard)).toBeNull();
  });

  it('is that of the turn while it lasts', () => {
    expect(requestOf(of(400, null), { id: 't', request: 'r7' }, heard)).toBe('r7');
    expect(requestOf(of(400, null), { id: 'another', request: 'r7' }, heard)).toBeNull();
  });

  it('stands first in its official language', () => {
    const text = (language: string, official: boolean) => ({
      id: language,
      request: 'r1',
      language,
      text: '',
      mark: 'check_against_delivery' as const,
      official,
      reading_ms: 0,
      file: null,
      at_ms: 0,
    });
    const texts = [text('fr', false), text('ar', false), text('en', true)];
    expect(textsOf('r1', texts, ['ar', 'en', 'fr']).map(({ id }) => id)).toEqual(['en', 'ar', 'fr']);
    expect(textsOf('r2', texts, ['ar', 'en', 'fr'])).toEqual([]);
    expect(textsOf(null, texts, ['ar'])).toEqual([]);
  });
});

describe('a draft from the facts', () => {
  beforeAll(async () => {
    await loadLocale('en');
    await loadDraftWords(['ar', 'en', 'fr', 'xx']);
  });
  const session = { en: 'Opening', fr: 'Ouverture', ar: 'الافتتاح' };
  const facts = {
    ...said('t1', 'egypt', {
      speaker: { person: 'n', name: { en: 'Ms. Nermine Shatbawy' }, function: {} },
      on_behalf_of: 'the African Group',
      reply_to: seat('iraq'),
    }),
    at_ms: Date.UTC(2021, 1, 24, 9, 23),
  };

  it('says who, for whom, in reply to whom, on what and when', () => {
    expect(draftWords('en', facts, session, 'UTC')).toBe(
      'Ms. Nermine Shatbawy (EGYPT), speaking at 9.23\u00a0a.m. on “Opening”, speaking also on behalf of the African Group, ' +
        'replying to the statement of IRAQ, said that ',
    );
  });

  it('says no more than is known', () => {
    const alone = { ...said('t1', 'egypt'), at_ms: facts.at_ms };
    expect(draftWords('en', alone, session, 'UTC')).toBe(
      'EGYPT, speaking at 9.23\u00a0a.m. on “Opening”, said that ',
    );
    const reply = { ...alone, kind: 'right_of_reply' as const };
    expect(draftWords('en', reply, session, 'UTC')).toContain('in exercise of the right of reply, said that');
  });

  it('is in each language, and holds nothing that turns its direction', () => {
    const invisible = /[\u200e\u200f\u2066-\u2069]/;
    for (const [language, word] of [
      ['fr', 'Ouverture'],
      ['ar', 'الافتتاح'],
    ] as const) {
      const words = draftWords(language, facts, session, 'UTC');
      expect(words).toContain(word);
      expect(invisible.test(words)).toBe(false);
    }
  });

  it('is empty in a language that the page has no words in', () => {
    expect(draftWords('xx', facts, session, 'UTC')).toBe('');
  });
});

describe('a summary while it is written', () => {
  const stored = { text: 'Theirs', version: 3 };

  it('is a draft, or what is stored, until somebody writes', () => {
    expect(standingOf({ text: 'From the facts', begun: null }, undefined, null)).toBe('draft');
    expect(standingOf({ text: 'Theirs', begun: null }, stored, null)).toBe('saved');
  });

  it('is changed while what it began from stands, and stale once others have stored something else', () => {
    expect(standingOf({ text: 'Mine', begun: 3 }, stored, null)).toBe('changed');
    expect(standingOf({ text: 'Mine', begun: 0 }, undefined, null)).toBe('changed');
    expect(standingOf({ text: 'Mine', begun: 2 }, stored, null)).toBe('stale');
    expect(standingOf({ text: 'Mine', begun: 0 }, stored, null)).toBe('stale');
    expect(standingOf({ text: 'Theirs', begun: 2 }, stored, null)).toBe('saved');
  });

  it('is stale where what it began from was taken away, and is then saved over the version that a refusal named', () => {
    expect(standingOf({ text: 'Mine', begun: 2 }, undefined, null)).toBe('stale');
    expect(standingOf({ text: 'Mine', begun: 0 }, undefined, 4)).toBe('stale');
    expect(standingOf({ text: 'Mine', begun: 4 }, undefined, 4)).toBe('changed');
    expect(versionNow(undefined, 4)).toBe(4);
    expect(versionNow(stored, null)).toBe(3);
    expect(versionNow(undefined, null)).toBe(0);
  });
});

const message = (
  id: string,
  place: number,
  more: Partial<KeyMessageView['content']> = {},
): KeyMessageView => ({
  id,
  number: place,
  place,
  version: 1,
  by: 'rapporteur',
  at_ms: 0,
  content: {
    voice: 'member_states',
    delegation: null,
    origin: '',
    source: null,
    passage: '',
    text: { en: id },
    objectives: [],
    principles: [],
    ...more,
  },
});

describe('key messages', () => {
  it('begin with the statement, its delegation and the passage that is selected', () => {
    const told = { turn: 't1', seat: seat('egypt') };
    const fields = newFields({ session: 'opening', told, passage: 'x'.repeat(2_000) });
    expect(fields.source).toEqual({ session: 'opening', turn: 't1' });
    expect(fields.delegation).toBe('egypt');
    expect(fields.passage).toHaveLength(1_000);
    expect(newFields(null)).toMatchObject({ source: null, delegation: '', passage: '' });
  });

  it('say what is written, in order and without what is empty; nothing without a text', () => {
    const fields = { ...newFields(null), origin: ' By mail ' };
    expect(contentOf(fields)).toBeNull();
    expect(contentOf({ ...fields, texts: { en: '  ' } })).toBeNull();
    const full = contentOf({
      ...fields,
      texts: { en: ' A ', fr: '' },
      objectives: [21, 1],
      principles: ['human_rights', 'people_centred'],
    });
    expect(full).toMatchObject({
      text: { en: 'A' },
      origin: 'By mail',
      delegation: null,
      objectives: [1, 21],
      principles: ['people_centred', 'human_rights'],
    });
    const source = { session: 'opening', turn: 't1' };
    expect(contentOf({ ...fields, texts: { en: 'A' }, source })?.origin).toBe('');
  });

  it('are the same after they were opened and nothing was changed', () => {
    const one = message('k1', 1, { delegation: 'egypt', objectives: [1, 21], text: { en: 'A', ar: 'ب' } });
    expect(contentOf(fieldsOf(one))).toEqual(one.content);
  });

  it('are moved among those of their voice', () => {
    const all = [message('a', 1), message('b', 2, { voice: 'stakeholders' }), message('c', 3)];
    const [first, other, last] = all as [KeyMessageView, KeyMessageView, KeyMessageView];
    expect(placeBeside(all, first, 1)).toBe(3);
    expect(placeBeside(all, last, -1)).toBe(1);
    expect(placeBeside(all, first, -1)).toBeNull();
    expect(placeBeside(all, other, 1)).toBeNull();
    expect(placeBeside(all, message('gone', 9), 1)).toBeNull();
  });

  it('tell the languages that they lack', () => {
    expect(lacking({ text: { en: 'A', fr: '' } }, ['ar', 'en', 'fr'])).toEqual(['ar', 'fr']);
  });

  it('are taken out of what a lobby holds, in their order', () => {
    const entities = [message('b', 2), message('a', 1)].map((one) => ({
      type: 'key_message' as const,
      ...one,
    }));
    const whole = {
      id: 'key_messages',
      standing: null,
      issued_at_ms: null,
      objectives: [],
      silent: ['iraq'],
    };
    const gathered = gatheredOf([...entities, { type: 'key_messages', ...whole }]);
    expect(gathered.messages.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(gathered.whole?.silent).toEqual(['iraq']);
    expect(gatheredOf([]).whole).toBeNull();
  });
});

describe('what is missing', () => {
  const objective = (number: number, member_states = 0, stakeholders = 0) => ({
    number,
    title: { en: `${number}` },
    member_states,
    stakeholders,
  });

  it('stands under the session whose programme names it, each once, and the rest at the end', () => {
    const sessions = [
      { id: 'opening', title: { en: 'Opening' }, objectives: [] },
      { id: 'rt1', title: { en: 'Round table 1' }, objectives: [2, 5] },
      { id: 'rt2', title: { en: 'Round table 2' }, objectives: [5, 1] },
    ];
    const clusters = clustersOf(
      [1, 2, 3, 5].map((one) => objective(one)),
      sessions,
    );
    expect(
      clusters.map(({ session, objectives }) => [session, objectives.map(({ number }) => number)]),
    ).toEqual([
      ['rt1', [2, 5]],
      ['rt2', [1]],
      [null, [3]],
    ]);
    expect(clustersOf([], sessions)).toEqual([]);
  });

  it('is an objective that neither has spoken to', () => {
    expect(isSilentOn(objective(1))).toBe(true);
    expect(isSilentOn(objective(1, 1))).toBe(false);
    expect(isSilentOn(objective(1, 0, 1))).toBe(false);
  });
});

describe('single keys', () => {
  const press = (key: string, more: KeyboardEventInit = {}) =>
    shortcutOf(new KeyboardEvent('keydown', { key, ...more }));

  it('mark, gather and lead about, each by one key alone', () => {
    expect(press('m')).toBe('mark');
    expect(press('N')).toBe('message');
    expect(press('x')).toBeNull();
    expect(press('m', { ctrlKey: true })).toBeNull();
    expect(press('m', { repeat: true })).toBeNull();
    expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
    expect(keyFor('mark')).toBe('M');
  });

  it('are those of an Arabic keyboard too', () => {
    expect(press('ة', { code: 'KeyM' })).toBe('mark');
  });
});
