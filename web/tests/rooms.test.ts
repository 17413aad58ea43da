import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { Entity } from '$protocol';
import Chat from '../src/chat/Chat.svelte';
import LazyChat from '../src/chat/LazyChat.svelte';
import { boothOf, Rooms, readersOf } from '../src/chat/rooms.svelte.ts';
import { Commands } from '../src/commands.svelte.ts';
import type { Live } from '../src/live.svelte.ts';
import { Store } from '../src/store.svelte.ts';

const message = (id: number, room: string, person = 'other', number = id) =>
  ({
    type: 'message',
    id: `m-${id}`,
    room,
    number,
    at_ms: id,
    author: { person, name: { en: person }, role: 'interpreter' },
    text: `text ${id}`,
    language: null,
  }) as unknown as Entity;

function liveIn(rooms: string[]): { live: Live; write: (...messages: Entity[]) => void; asked: unknown[] } {
  const store = new Store();
  const you = { type: 'you', id: 'me', booth: 'fr-booth', rooms, rights: ['take_part'] } as unknown as Entity;
  store.take({
    type: 'welcome',
    person: 'me',
    server_ms: 0,
    view: 'v',
    resumed: false,
    ping_every_ms: 10_000,
    host_clock: { time_zone: 'UTC', utc_offsets: [{ from_ms: 0, offset_ms: 0 }] },
  });
  store.take({ type: 'snapshot', scope: 'person/me', seq: 1, entities: [you] });
  const asked: unknown[] = [];
  const commands = new Commands((sent) => asked.push(sent.type === 'command' ? sent.command : sent) > 0);
  const write = (...set: Entity[]) =>
    store.take({ type: 'changes', scope: 'everyone', seq: 2, set, removed: [] });
  const live = { store, commands, connected: true, link: 'mine', session: 'opening' } as unknown as Live;
  return { live, write, asked };
}

let drawn: Record<string, unknown> | undefined;
afterEach(() => {
  if (drawn) void unmount(drawn);
  drawn = undefined;
  document.body.innerHTML = '';
  window.dispatchEvent(new Event('pagehide'));
  localStorage.clear();
});

describe('a room', () => {
  test('is known by its id', () => {
    expect(readersOf('main')).toBe('main');
    expect(readersOf('booth-fr-booth')).toBe('booth');
    expect(readersOf('technicians')).toBe('technicians');
    expect(boothOf('booth-fr-booth')).toBe('fr-booth');
    expect(boothOf('interpreters')).toBeNull();
  });
});

describe('the rooms of a page', () => {
  const ROOMS = ['main', 'booth-fr-booth', 'interpreters'];

  test('begin with the main one, and what was there is read', () => {
    const { live, write } = liveIn(ROOMS);
    write(message(1, 'main'), message(2, 'interpreters'));
    const rooms = new Rooms(live);
    rooms.seen('main');
    expect(rooms.chosen).toBe('main');
    expect(rooms.unreadIn()).toBe(0);
  });

  test('keep for whoever comes later what the chair, the secretariat or another person wrote to them', () => {
    const waiting = ['line-technicians', 'secretariat-iraq', 'direct-me.other'];
    const { live, write } = liveIn(['main', ...waiting]);
    write(message(1, 'main'), ...waiting.map((room) => message(1, room)));
    const rooms = new Rooms(live);
    rooms.seen(null);
    expect([rooms.unread('main'), ...waiting.map((room) => rooms.unread(room))]).toEqual([0, 1, 1, 1]);
    rooms.seen('line-technicians');
    expect(rooms.unread('line-technicians')).toBe(0);
  });

  test('count what others wrote where one was not looking', () => {
    const { live, write } = liveIn(ROOMS);
    const rooms = new Rooms(live);
    rooms.seen('main');
    write(message(1, 'main'), message(2, 'interpreters', 'other', 1), message(3, 'interpreters', 'me', 2));
    rooms.seen('main');
    expect([rooms.unread('main'), rooms.unread('interpreters'), rooms.unreadIn()]).toEqual([0, 1, 1]);
    rooms.choose('interpreters');
    rooms.seen('interpreters');
    expect(rooms.unreadIn()).toBe(0);
  });

  test('go on counting while the chat is not on screen', () => {
    const { live, write } = liveIn(ROOMS);
    const rooms = new Rooms(live);
    rooms.seen(null);
    write(message(1, 'main'));
    rooms.seen(null);
    expect(rooms.unread('main')).toBe(1);
  });

  test('count what comes while the chat itself is fetched', () => {
    const { live, write } = liveIn(ROOMS);
    write(message(1, 'interpreters'));
    const rooms = new Rooms(live);
    drawn = mount(LazyChat, { target: document.body, props: { live, rooms } });
    flushSync();
    write(message(2, 'interpreters'));
    expect(rooms.unread('interpreters')).toBe(1);
  });

  test('fall back to the main one when a room is not theirs', () => {
    const { live } = liveIn(['main']);
    const rooms = new Rooms(live, () => 'booth-fr-booth');
    expect(rooms.chosen).toBe('main');
  });
});

describe('what is read in another tab', () => {
  const KEY = 'plenary.chat-read.opening:mine';
  /** Another tab of the browser remembers. */
  const elsewhere = (marks: Record<string, number>) => {
    const newValue = JSON.stringify(marks);
    localStorage.setItem(KEY, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue }));
    flushSync();
  };
  const written = () => {
    window.dispatchEvent(new Event('pagehide'));
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  };
  const unread = () => /\((\d+)\)/.exec(document.querySelector('select')?.textContent ?? '')?.[1] ?? null;

  test('is read here, and no mark ever goes back', () => {
    const { live, write } = liveIn(['main', 'interpreters']);
    drawn = mount(Chat, { target: document.body, props: { live } });
    flushSync();
    write(message(1, 'interpreters'), message(2, 'interpreters'), message(3, 'interpreters'));
    flushSync();
    expect(unread()).toBe('3');
    elsewhere({ main: 0, interpreters: 2 });
    expect(unread()).toBe('1');
    elsewhere({ main: 0, interpreters: 1 });
    expect(unread()).toBe('1');
    // This tab marks another room, of which the other knows nothing: the marks of both are kept.
    elsewhere({ main: 0, interpreters: 3 });
    write(message(4, 'main', 'other', 1));
    flushSync();
    expect(written()).toEqual({ main: 1, interpreters: 3 });
  });

  test('is kept where this tab did not hear of it', () => {
    const { live, write } = liveIn(['main', 'interpreters']);
    const rooms = new Rooms(live);
    rooms.seen('main');
    write(message(1, 'main'));
    rooms.seen('main');
    localStorage.setItem(KEY, JSON.stringify({ main: 0, interpreters: 5 }));
    expect(written()).toEqual({ main: 1, interpreters: 5 });
  });
});

describe('the chat', () => {
  test('of somebody with one room shows no choice', () => {
    const { live } = liveIn(['main']);
    drawn = mount(Chat, { target: document.body, props: { live } });
    flushSync();
    expect(document.querySelector('input[type="radio"]')).toBeNull();
    expect(document.querySelectorAll('[role="log"]')).toHaveLength(1);
  });

  test('sends to the room in front and keeps what was begun in another', () => {
    const { live, write, asked } = liveIn(['main', 'interpreters']);
    drawn = mount(Chat, { target: document.body, props: { live } });
    flushSync();
    const front = () => document.querySelector('.room:not([hidden])');
    const field = () => front()?.querySelector('textarea') as HTMLTextAreaElement;
    field().value = 'begun here';
    field().dispatchEvent(new Event('input', { bubbles: true }));
    write(message(1, 'interpreters'));
    flushSync();
    const choice = document.querySelector('select');
    expect(choice?.textContent).toContain('(1)');

    if (choice) choice.value = 'interpreters';
    choice?.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(choice?.textContent).not.toContain('(1)');
    expect(front()?.textContent).toContain('text 1');
    field().value = 'to the interpreters';
    field().dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    field().form?.requestSubmit();
    expect(asked).toMatchObject([
      { type: 'send_message', room: 'interpreters', text: 'to the interpreters' },
    ]);

    if (choice) choice.value = 'main';
    choice?.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(field().value).toBe('begun here');
  });
});
