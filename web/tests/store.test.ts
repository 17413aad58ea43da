import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Entity, EVERY_MEETING_ENTITY, type MeetingEntity, type MessageView } from '$protocol';
import { Store } from '../src/store.svelte.ts';

const message = (id: string, text = id, at_ms = 0): Entity => ({
  type: 'message',
  id,
  room: 'main',
  number: Number(id.slice(2)),
  at_ms,
  author: { person: 'amina', name: { en: 'Amina' }, role: 'delegate' },
  text,
  language: null,
});
const texts = (store: Store) => store.messagesOf('main').map((one: MessageView) => one.text);
const welcome = (view: string, resumed = false) => ({
  type: 'welcome' as const,
  person: 'amina',
  server_ms: 0,
  view,
  resumed,
  ping_every_ms: 20_000,
  host_clock: { time_zone: 'UTC', utc_offsets: [{ from_ms: 0, offset_ms: 0 }] },
});
const snapshot = (scope: string, seq: number, ...entities: Entity[]) =>
  ({ type: 'snapshot', scope, seq, entities }) as const;

describe('the store', () => {
  it('holds what a snapshot brings, and has nothing to resume before', () => {
    const store = new Store();
    expect(store.resume).toBeNull();
    store.take(welcome('v1'));
    expect(store.resume).toBeNull();
    store.take(snapshot('everyone', 7, message('m-1')));
    expect(texts(store)).toEqual(['m-1']);
    expect(store.person).toBe('amina');
    expect(store.resume).toEqual({ seq: 7, view: 'v1' });
  });

  it('has a place for every type of the contract, and none for one that it does not know', () => {
    const examples = join(import.meta.dirname, '../../proto/examples');
    const known = new Set<string>(EVERY_MEETING_ENTITY);
    const entities = readdirSync(examples)
      .filter((name) => name.startsWith('entity.'))
      .map((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')) as Entity)
      // The conference's are the lobby's.
      .filter((entity): entity is MeetingEntity => known.has(entity.type));
    expect(new Set(entities.map(({ type }) => type))).toEqual(known);
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 1, { type: 'newer', id: 'n' } as unknown as Entity));
    for (const entity of entities) {
      store.take({ type: 'changes', scope: 'everyone', seq: 2, set: [entity], removed: [] });
      expect(store.get(entity.type, entity.id)).toEqual(entity);
    }
  });

  it('replaces by type and id, and removes', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 1, message('m-1'), message('m-2')));
    const set = [message('m-2', 'edited'), message('m-3')];
    store.take({
      type: 'changes',
      scope: 'everyone',
      seq: 2,
      set,
      removed: [{ type: 'message', id: 'm-1' }],
    });
    expect(texts(store)).toEqual(['edited', 'm-3']);
  });

  it('resumes from the last place of everyone, whatever the other scopes have come to', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 5));
    store.take(snapshot('person/amina', 9));
    store.take({ type: 'changes', scope: 'delegation/jo', seq: 12, set: [], removed: [] });
    expect(store.resume?.seq).toBe(5);
    store.take({ type: 'changes', scope: 'everyone', seq: 12, set: [], removed: [] });
    expect(store.resume?.seq).toBe(12);
  });

  it('tells how far each room has come: a private one is heard of while nothing happens for everyone', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 7));
    store.take(snapshot('technicians', 7));
    const line = { ...message('m-9'), room: 'line-technicians' } as Entity;
    store.take({ type: 'changes', scope: 'technicians', seq: 9, set: [line], removed: [] });
    expect(store.seqIn('line-technicians')).toBe(9);
    expect(store.seqIn('main')).toBe(7);
    expect(store.resume?.seq).toBe(7);
    store.take({ type: 'changes', scope: 'everyone', seq: 12, set: [], removed: [] });
    expect(store.seqIn('line-technicians')).toBe(12);
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 13));
    expect(store.seqIn('line-technicians')).toBe(13);
  });

  it('keeps what it holds when a second welcome continues it', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 5, message('m-1')));
    store.take(welcome('v1', true));
    expect(texts(store)).toEqual(['m-1']);
    expect(store.resume).toEqual({ seq: 5, view: 'v1' });
  });

  it('keeps the view before until one that begins anew is whole, and then has nothing else', () => {
    const store = new Store();
    const line = (id: string) => ({ ...message(id), room: 'desk' }) as Entity;
    store.take(welcome('v1'));
    expect(store.whole).toBe(false);
    store.take(snapshot('desk', 5, line('m-7'), line('m-8')));
    store.take(snapshot('everyone', 5, message('m-1')));
    expect(store.whole).toBe(true);
    store.take(welcome('v2'));
    store.take(snapshot('desk', 6, line('m-8'), line('m-9')));
    store.take({ type: 'changes', scope: 'desk', seq: 7, set: [line('m-10')], removed: [] });
    expect(store.whole).toBe(false);
    expect(texts(store)).toEqual(['m-1']);
    expect(store.messagesOf('desk').map(({ id }) => id)).toEqual(['m-7', 'm-8']);
    // A line that is lost now goes on from what is shown.
    expect(store.resume).toEqual({ seq: 5, view: 'v1' });
    store.take(snapshot('everyone', 7, message('m-2')));
    expect(store.whole).toBe(true);
    expect(texts(store)).toEqual(['m-2']);
    expect(store.messagesOf('desk').map(({ id }) => id)).toEqual(['m-8', 'm-9', 'm-10']);
    expect(store.resume).toEqual({ seq: 7, view: 'v2' });
  });

  it('lets go of a view that never became whole, whether another begins or the one before goes on', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 5, message('m-1')));
    store.take(welcome('v2'));
    store.take(snapshot('desk', 6, message('m-5')));
    store.take(welcome('v1', true));
    store.take({ type: 'changes', scope: 'everyone', seq: 6, set: [message('m-2')], removed: [] });
    expect(texts(store)).toEqual(['m-1', 'm-2']);
    store.take(welcome('v2'));
    store.take(snapshot('desk', 8, message('m-5')));
    store.take(welcome('v3'));
    store.take(snapshot('everyone', 9, message('m-3')));
    expect(texts(store)).toEqual(['m-3']);
    expect(store.resume).toEqual({ seq: 9, view: 'v3' });
  });

  it('lets a fresh snapshot of one scope replace what that scope held, and no other', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 1, message('m-1')));
    store.take(snapshot('desk', 1, message('m-2')));
    store.take(snapshot('everyone', 3, message('m-3')));
    expect(texts(store)).toEqual(['m-2', 'm-3']);
  });

  const text: Entity = {
    type: 'text',
    id: 'r1-en',
    request: 'r1',
    language: 'en',
    text: 'Madam Chair',
    mark: 'check_against_delivery',
    official: true,
    given_at_ms: 0,
    reading_ms: 1_000,
  } as unknown as Entity;
  const ref = { type: 'text', id: 'r1-en' };
  const changes = (scope: string, seq: number, set: Entity[], removed: { type: string; id: string }[]) =>
    ({ type: 'changes', scope, seq, set, removed }) as const;

  it('keeps what has gone over to another scope, whichever of the two is heard first', () => {
    const moves = [changes('booths', 2, [text], []), changes('everyone', 2, [], [ref])];
    for (const order of [moves, moves.toReversed()]) {
      const store = new Store();
      store.take(welcome('v1'));
      store.take(snapshot('booths', 1));
      store.take(snapshot('everyone', 1, text));
      for (const move of order) store.take(move);
      expect(store.get('text', 'r1-en')).toBeDefined();
      store.take(changes('booths', 3, [], [ref]));
      expect(store.get('text', 'r1-en')).toBeUndefined();
    }
  });

  it('lets a fresh snapshot leave alone what has gone over to another scope', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('booths', 1));
    store.take(snapshot('everyone', 1, text));
    store.take(changes('booths', 2, [text], []));
    store.take(snapshot('everyone', 2));
    expect(store.get('text', 'r1-en')).toBeDefined();
    store.take(snapshot('booths', 3));
    expect(store.get('text', 'r1-en')).toBeUndefined();
  });

  it('orders the messages of a room by their number', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 1, message('m-10'), message('m-9'), message('m-8', 'early', 5)));
    expect(texts(store)).toEqual(['early', 'm-9', 'm-10']);
  });

  it('passes over an entity of a type it does not know', () => {
    const store = new Store();
    store.take(welcome('v1'));
    const strange = { type: 'hologram', id: 'h-1' } as unknown as Entity;
    store.take(snapshot('everyone', 1, strange, message('m-1')));
    store.take({
      type: 'changes',
      scope: 'everyone',
      seq: 2,
      set: [],
      removed: [{ type: 'hologram', id: 'h-1' }],
    });
    expect(texts(store)).toEqual(['m-1']);
  });
});

describe('the messages of a room', () => {
  const numbered = (number: number, room = 'main', more: object = {}): Entity =>
    ({ ...message(`m-${number}`), room, ...more }) as Entity;

  it('are its newest without a gap; what is pinned and older stands apart', () => {
    const store = new Store();
    store.take(welcome('v1'));
    const pinned = numbered(2, 'main', { pinned_at_ms: 5 });
    store.take(snapshot('everyone', 1, pinned, numbered(7), numbered(8)));
    expect(store.messagesOf('main').map(({ number }) => number)).toEqual([7, 8]);
    expect(store.pinnedIn('main').map(({ number }) => number)).toEqual([2]);
  });

  it('are let go of with their scope, and no room holds those of another', () => {
    const store = new Store();
    store.take(welcome('v1'));
    store.take(snapshot('everyone', 1, numbered(1), numbered(2)));
    store.take(snapshot('technicians', 1, numbered(3, 'technicians')));
    store.take(snapshot('everyone', 2, numbered(2)));
    expect(store.messagesOf('main').map(({ number }) => number)).toEqual([2]);
    expect(store.messagesOf('technicians')).toHaveLength(1);
  });
});
