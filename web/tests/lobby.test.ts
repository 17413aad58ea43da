/** The lobby's page: drawn from what the server says at once, kept true by its socket, and told why it has none. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  ConferenceView,
  Entity,
  ParticipantView,
  ProgrammeSessionView,
  Resume,
  ServerMessage,
} from '$protocol';
import { Keyed } from '../src/keyed.svelte.ts';
import { LobbyWatch } from '../src/lobby/watch.svelte.ts';
import type { OwnSession } from '../src/programme/own.ts';
import { cardIn, programmeOf, servesAll } from '../src/programme/own.ts';
import { FakeSocket, WELCOME } from './fake_socket.ts';

const CONFERENCE: Entity & ConferenceView = {
  type: 'conference',
  id: 'conference',
  conference: 'c',
  name: { en: 'A conference' },
  notice: {},
  time_zone: 'UTC',
  languages: ['en'],
};

function session(id: string, starts_at_ms: number, more: Partial<ProgrammeSessionView> = {}): Entity {
  const planned = {
    id,
    title: { en: id },
    kind: 'plenary' as const,
    starts_at_ms,
    ends_at_ms: starts_at_ms + 1,
  };
  const now = { rescheduled: null, objectives: [], phase: 'scheduled' as const };
  return { type: 'programme_session', ...planned, ...now, ...more };
}

function card(...sessions: string[]): Entity & ParticipantView {
  const roles = sessions.map((one) => ({ session: one, roles: ['delegate' as const] }));
  const person = { id: 'amina', name: { en: 'Amina' }, function: {}, delegation: null, language: 'en' };
  return { type: 'participant', ...person, sessions: roles };
}

const ofAll = (seq: number, ...entities: Entity[]): ServerMessage => ({
  type: 'snapshot',
  scope: 'conference',
  seq,
  entities: [CONFERENCE, ...entities],
});
const own = (seq: number, ...sessions: string[]): ServerMessage => ({
  type: 'snapshot',
  scope: 'person/amina',
  seq,
  entities: [card(...sessions)],
});
const changed = (seq: number, ...set: Entity[]): ServerMessage => ({
  type: 'changes',
  scope: 'conference',
  seq,
  set,
  removed: [],
});

describe('the programme of a lobby', () => {
  it('is in order of time, and has with each session what one is in it', () => {
    const programme = programmeOf([
      session('b', 2),
      card('b', 'c'),
      session('c', 1),
      CONFERENCE,
      session('a', 2),
    ]);
    expect(programme?.sessions.map(({ id, roles }) => [id, roles])).toEqual([
      ['c', ['delegate']],
      ['a', []],
      ['b', ['delegate']],
    ]);
  });

  it('has what is announced to all, while it stands', () => {
    const announced: Entity = {
      type: 'conference_announcement',
      id: 'c9',
      text: { en: 'Lunch' },
      by: { person: 'office', name: { en: 'Office' }, role: 'secretariat' },
      at_ms: 1,
    };
    expect(programmeOf([CONFERENCE, card('a'), announced])?.announced?.text).toEqual({ en: 'Lunch' });
    expect(programmeOf([CONFERENCE, card('a')])?.announced).toBeNull();
  });

  it('tells whether one serves every session, and so speaks to the whole conference', () => {
    const of = (...roles: OwnSession['roles'][]) => ({
      sessions: roles.map((one) => ({ roles: one }) as OwnSession),
    });
    expect(servesAll(of(['secretariat'], ['chair', 'secretariat']))).toBe(true);
    expect(servesAll(of(['secretariat'], []))).toBe(false);
    expect(servesAll(of(['secretariat'], ['chair']))).toBe(false);
    expect(servesAll(of())).toBe(false);
  });

  it('is not there before all of it is', () => {
    expect(programmeOf([session('a', 1), CONFERENCE])).toBeNull();
    expect(programmeOf([session('a', 1), card('a')])).toBeNull();
  });

  it('tells whose it is from the first answer', () => {
    expect(cardIn({ messages: [WELCOME, own(3, 'a'), ofAll(3)] })?.name).toEqual({ en: 'Amina' });
    expect(cardIn({ messages: [WELCOME, ofAll(3)] })).toBeUndefined();
  });
});

describe('what a lobby holds', () => {
  it('is resumed from the place of all, and is replaced in one step', () => {
    const held = new Map<string, Entity>();
    const keyed = new Keyed('conference', {
      put: (entity) => held.set(`${entity.type} ${entity.id}`, entity),
      drop: (type, id) => held.delete(`${type} ${id}`),
      clear: () => held.clear(),
    });
    const take = (...messages: ServerMessage[]) => {
      for (const one of messages)
        if ('scope' in one || one.type === 'welcome') keyed.take(one as typeof WELCOME & never);
    };
    take(WELCOME, own(5, 'a'));
    expect([keyed.whole, keyed.resume]).toEqual([false, null]);
    take(ofAll(5, session('a', 1), session('b', 2)));
    expect([keyed.whole, keyed.resume]).toEqual([true, { seq: 5, view: 'v1' }]);
    take({ ...changed(7), removed: [{ type: 'programme_session', id: 'b' }] } as ServerMessage, own(9, 'a'));
    expect(keyed.resume?.seq).toBe(7);
    expect([...held.keys()].toSorted()).toEqual([
      'conference conference',
      'participant amina',
      'programme_session a',
    ]);

    // Another view begins: the one before stays until all of it is here.
    take({ ...WELCOME, view: 'v2' } as ServerMessage, own(2, 'z'));
    expect(keyed.whole).toBe(false);
    expect(held.has('programme_session a')).toBe(true);
    take(ofAll(2, session('z', 1)));
    expect(held.has('programme_session a')).toBe(false);
    expect(held.has('programme_session z')).toBe(true);
    expect(keyed.resume).toEqual({ seq: 2, view: 'v2' });
  });
});

describe('the watch over a lobby', () => {
  let sockets: FakeSocket[];
  let calls: number;
  let answer: () => Response;
  let watch: LobbyWatch;

  const lobby = () => Response.json({ messages: [WELCOME, own(5, 'a'), ofAll(5, session('a', 1))] });
  const problem = (status: number, code: string) => Response.json({ code, message: '' }, { status });
  const newest = () => sockets.at(-1) as FakeSocket;
  const joined = () => newest().sent[0] as { type: string; resume: Resume | null };
  /** Lets what was begun come to its end. */
  const settled = () => vi.advanceTimersByTimeAsync(0);
  const phases = () => watch.programme?.sessions.map(({ id, phase }) => `${id} ${phase}`);

  beforeEach(() => {
    vi.useFakeTimers();
    [sockets, calls, answer] = [[], 0, lobby];
    vi.stubGlobal('fetch', async () => {
      calls += 1;
      return answer();
    });
    class Opened extends FakeSocket {
      static readonly CONNECTING = 0;
      static readonly OPEN = 1;
      static readonly CLOSED = 3;
      constructor(readonly url: string) {
        super();
        sockets.push(this);
      }
    }
    vi.stubGlobal('WebSocket', Opened);
  });

  afterEach(() => {
    watch.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  async function open(): Promise<void> {
    watch = new LobbyWatch('k1');
    await settled();
  }

  async function live(): Promise<void> {
    await open();
    newest().accept();
    newest().say({ ...WELCOME, resumed: true } as ServerMessage);
    await settled();
  }

  it('draws what the call brought, and goes on from there over its socket', async () => {
    await open();
    expect(phases()).toEqual(['a scheduled']);
    expect((newest() as FakeSocket & { url: string }).url).toMatch(/^ws.*\/as\/k1\/ws$/);
    newest().accept();
    expect(joined()).toEqual({ type: 'join', resume: { seq: 5, view: 'v1' } });
  });

  it('is told of what changes and asks no more', async () => {
    await live();
    newest().say(changed(6, session('a', 1, { phase: 'open' }), session('b', 2)));
    await settled();
    expect(phases()).toEqual(['a open', 'b scheduled']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toBe(1);
  });

  it('says as of when the programme is shown while the line is lost, and resumes', async () => {
    await live();
    expect(watch.missing_since_ms).toBeNull();
    newest().say(changed(9, session('a', 1, { phase: 'open' })));
    newest().breaks();
    expect(watch.missing_since_ms).not.toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    newest().accept();
    expect(joined().resume?.seq).toBe(9);
    newest().say({ ...WELCOME, resumed: true } as ServerMessage);
    expect(watch.missing_since_ms).toBeNull();
    expect(phases()).toEqual(['a open']);
  });

  it('says so too where no socket can be had at all, and shows what the call brings meanwhile', async () => {
    await open();
    answer = () =>
      Response.json({ messages: [WELCOME, own(8, 'a'), ofAll(8, session('a', 1, { phase: 'closed' }))] });
    newest().breaks();
    await settled();
    expect(watch.missing_since_ms).not.toBeNull();
    expect(watch.turnedAway).toBeNull();
    expect(phases()).toEqual(['a closed']);
  });

  it('learns from the call why it gets no socket, and tries no more where it never will', async () => {
    await open();
    answer = () => problem(401, 'not_entered');
    newest().breaks();
    await settled();
    expect(watch.turnedAway).toBe('not_entered');
    const tried = sockets.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets.length).toBe(tried);
  });

  it('has nothing to show while the server is not reached, and then shows it by itself', async () => {
    answer = () => problem(503, 'unavailable');
    await open();
    expect(watch.turnedAway).toBe('unavailable');
    newest().accept();
    expect(joined().resume).toBeNull();
    for (const message of [WELCOME, own(5, 'a'), ofAll(5, session('a', 1))]) newest().say(message);
    await settled();
    expect(watch.turnedAway).toBeNull();
    expect(phases()).toEqual(['a scheduled']);
  });

  it('ends where the link was revoked', async () => {
    await live();
    newest().say({ type: 'goodbye', why: 'link_revoked', retry_after_ms: null });
    expect(watch.line).toEqual({ state: 'over', why: 'link_revoked' });
  });
});
