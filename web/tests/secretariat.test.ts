import { describe, expect, test } from 'vitest';
import type { BoothView, Entity, OccupantView, OfficialView, SessionView } from '$protocol';
import type { OwnSession } from '../src/programme/own.ts';
import { dayInHand, ownDays } from '../src/secretariat/day.svelte.ts';
import { manning, needs } from '../src/secretariat/needs.ts';
import { matches, participants, passes, unopened } from '../src/secretariat/people.ts';
import { csv, separatorFor } from '../src/secretariat/sheet.ts';
import { Store } from '../src/store.svelte.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Noon of a day in Greenwich. */
const NOON_MS = 1_614_168_000_000;

function storeOf(...entities: Entity[]): Store {
  const store = new Store();
  store.take({
    type: 'welcome',
    person: 'office',
    server_ms: 0,
    view: 'v1',
    resumed: false,
    ping_every_ms: 20_000,
    host_clock: { time_zone: 'UTC', utc_offsets: [{ from_ms: 0, offset_ms: 0 }] },
  });
  store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities });
  return store;
}

const session = (over: Partial<SessionView>): Entity =>
  ({
    type: 'session',
    id: 'session',
    session: 'rt1',
    kind: 'plenary',
    phase: 'open',
    title: { en: 'Round table 1' },
    starts_at_ms: NOON_MS,
    ends_at_ms: NOON_MS + HOUR_MS,
    rescheduled: null,
    ...over,
  }) as Entity;
const official = (id: string, over: Partial<OfficialView>): Entity =>
  ({
    type: 'official',
    id,
    name: { en: id },
    function: {},
    delegation: null,
    booth: null,
    roles: [],
    present: false,
    ...over,
  }) as Entity;
const occupant = (id: string, over: Partial<OccupantView>): Entity =>
  ({
    type: 'occupant',
    id,
    name: { en: id },
    function: {},
    delegation: 'lebanon',
    position: null,
    rank: null,
    present: false,
    version: 0,
    language: 'ar',
    ...over,
  }) as Entity;
const booth = (interpreters: { present: boolean; connected: boolean }[]): Entity =>
  ({ type: 'booth', id: 'en-booth', name: { en: 'English booth' }, interpreters }) as unknown as Entity &
    BoothView;

describe('the day in hand', () => {
  const planned = (
    id: string,
    at_ms: number,
    phase: OwnSession['phase'],
    roles: OwnSession['roles'] = ['secretariat'],
  ) => ({ id, starts_at_ms: at_ms, ends_at_ms: at_ms + HOUR_MS, phase, roles }) as OwnSession;
  const keyOf = (now_ms: number, ...sessions: OwnSession[]) =>
    dayInHand(ownDays({ time_zone: 'UTC', sessions }), 'UTC', now_ms);

  test('has a session under way, wherever the calendar stands', () => {
    const on = [planned('a', NOON_MS, 'closed'), planned('b', NOON_MS + DAY_MS, 'suspended')];
    expect(keyOf(NOON_MS + 9 * DAY_MS, ...on)).toBe('2021-02-25');
  });

  test('is else today, the next to come, or the last', () => {
    const plan = [planned('a', NOON_MS, 'closed'), planned('b', NOON_MS + DAY_MS, 'scheduled')];
    expect(keyOf(NOON_MS, ...plan)).toBe('2021-02-24');
    expect(keyOf(NOON_MS - 9 * DAY_MS, ...plan)).toBe('2021-02-25');
    const over = plan.map((one) => ({ ...one, phase: 'closed' as const }));
    expect(keyOf(NOON_MS + 9 * DAY_MS, ...over)).toBe('2021-02-25');
  });

  test('holds the sessions whose secretariat one is, and no others', () => {
    const of = [planned('a', NOON_MS, 'open', ['delegate']), planned('b', NOON_MS + DAY_MS, 'scheduled')];
    expect(
      ownDays({ time_zone: 'UTC', sessions: of }).flatMap(({ sessions }) => sessions.map(({ id }) => id)),
    ).toEqual(['b']);
    expect(keyOf(NOON_MS, ...of)).toBe('2021-02-25');
  });
});

describe('what needs somebody', () => {
  const ready = { present: true, connected: true };

  test('is a booth without people, or without a microphone, while the meeting sits', () => {
    expect(manning({ interpreters: [{ present: false, connected: false }] })).toBe('people');
    expect(manning({ interpreters: [{ present: true, connected: false }] })).toBe('microphone');
    expect(manning({ interpreters: [{ present: false, connected: false }, ready] })).toBe('ready');
    const sitting = new Map([['rt1', storeOf(session({}), booth([]))]]);
    expect(needs(sitting, NOON_MS)).toEqual([
      { kind: 'booth', session: 'rt1', booth: 'en-booth', lacks: 'people' },
    ]);
    const before = new Map([
      ['rt1', storeOf(session({ phase: 'scheduled', starts_at_ms: NOON_MS + 9 * HOUR_MS }), booth([]))],
    ]);
    expect(needs(before, NOON_MS)).toEqual([]);
  });

  test('is a session whose chair is not there half an hour before, and one that should have begun', () => {
    const chair = official('chair', { roles: ['chair'] });
    const soon = new Map([
      ['rt1', storeOf(session({ phase: 'scheduled', starts_at_ms: NOON_MS + HOUR_MS / 3 }), chair)],
    ]);
    expect(needs(soon, NOON_MS)).toEqual([{ kind: 'lead', session: 'rt1', role: 'chair' }]);
    const late = new Map([
      [
        'rt1',
        storeOf(
          session({ phase: 'scheduled', starts_at_ms: NOON_MS - HOUR_MS / 3 }),
          official('m', { roles: ['moderator'], present: true }),
        ),
      ],
    ]);
    expect(needs(late, NOON_MS)).toEqual([{ kind: 'late', session: 'rt1' }]);
    const rescheduled = {
      was_starts_at_ms: 0,
      was_ends_at_ms: 0,
      delayed: false,
      cancelled: true,
      reason: '',
    };
    const cancelled = session({ phase: 'scheduled', starts_at_ms: NOON_MS - HOUR_MS / 3, rescheduled });
    expect(needs(new Map([['rt1', storeOf(cancelled, chair)]]), NOON_MS)).toEqual([]);
    const later = new Map([
      ['rt1', storeOf(session({ phase: 'scheduled', starts_at_ms: NOON_MS + 2 * HOUR_MS }), chair)],
    ]);
    expect(needs(later, NOON_MS)).toEqual([]);
  });
});

describe('the people of a day', () => {
  const stores = new Map([
    [
      'a',
      storeOf(
        occupant('joumana', { name: { en: 'Ms. Joumana', ar: 'السيدة جُمانة' } }),
        official('hanaa', { roles: ['interpreter'], present: true }),
      ),
    ],
    ['b', storeOf(occupant('joumana', { present: true }), official('joumana', { delegation: 'lebanon' }))],
  ]);
  const all = participants(stores);
  const joumana = all.get('joumana');
  const hanaa = all.get('hanaa');
  if (!joumana || !hanaa) throw new Error('they take part');

  test('are each there once, with the sessions in which they are present', () => {
    expect([...all.keys()].toSorted()).toEqual(['hanaa', 'joumana']);
    expect([joumana.present, joumana.session, joumana.seat?.delegation]).toEqual([['b'], 'a', 'lebanon']);
    expect([hanaa.present, hanaa.seat]).toEqual([['a'], null]);
  });

  test('are sorted out by their links and their presence', () => {
    const opened = { person: 'joumana', links: 1, opened_at_ms: NOON_MS };
    expect(passes('no_link', joumana, null)).toBe(true);
    expect(passes('no_link', joumana, undefined)).toBe(false);
    expect(passes('no_link', hanaa, null)).toBe(false);
    expect(passes('not_opened', joumana, { ...opened, opened_at_ms: null })).toBe(true);
    expect(passes('not_opened', joumana, opened)).toBe(false);
    expect(passes('absent', joumana, opened)).toBe(false);
  });

  test('are found by their names in every language, and by what their roles are called', () => {
    expect(matches(joumana, 'جمانة', undefined, [])).toBe(true);
    expect(matches(joumana, 'joum', undefined, [])).toBe(true);
    expect(matches(hanaa, 'interpr', undefined, ['Interpreter'])).toBe(true);
    expect(matches(hanaa, 'joum', undefined, ['Interpreter'])).toBe(false);
  });
});

test('a table of links opens in a spreadsheet as what it says, and as no formula', () => {
  const line = {
    name: '=1+1 "Nora"',
    delegation: 'Lebanon, Beirut',
    function: '',
    language: 'ar',
    link: 'https://x.example/join#abc',
  };
  expect(csv(['Name', 'Delegation', 'Function', 'Language', 'Link'], [line], ',')).toBe(
    '\ufeff"Name","Delegation","Function","Language","Link"\r\n"\'=1+1 ""Nora""","Lebanon, Beirut","","ar","https://x.example/join#abc"\r\n',
  );
});

test('each thing has a column of its own where spreadsheets expect semicolons, too', () => {
  const line = { name: 'A; B', delegation: 'C, D', function: '', language: 'fr', link: 'https://x/join#s' };
  const [, row] = csv(['Name', 'Delegation', 'Function', 'Language', 'Link'], [line], ';').split('\r\n');
  expect(row).toBe('"A; B";"C, D";"";"fr";"https://x/join#s"');
  expect(['en-GB', 'en-US', 'he'].map(separatorFor)).toEqual([',', ',', ',']);
  expect(['fr', 'fr-LB', 'de', 'ar-EG'].map(separatorFor)).toEqual([';', ';', ';', ';']);
});

test('links that were not opened are counted in each session by its own people', () => {
  const first = storeOf(session({}), occupant('a', {}), official('b', { roles: ['chair'] }));
  const second = storeOf(session({}), occupant('a', {}));
  const known = new Map([
    ['a', { person: 'a', links: 1, opened_at_ms: null }],
    ['b', { person: 'b', links: 1, opened_at_ms: null }],
  ]);
  const standing = (person: string) => known.get(person) ?? null;
  expect(unopened(first, 'opening', standing)).toBe(2);
  expect(unopened(second, 'closing', standing)).toBe(1);
  expect(unopened(second, 'closing', () => undefined)).toBeNull();
  known.set('a', { person: 'a', links: 1, opened_at_ms: NOON_MS } as never);
  expect(unopened(second, 'closing', standing)).toBe(0);
});
