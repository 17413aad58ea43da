/** The rooms of the chat that a person may read: which is in front, what they are called, and what is unread in each. */
import { createSubscriber } from 'svelte/reactivity';
import type { BoothId, DelegationId, PersonId, RoomId } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import { recall, rememberSoon, whenRemembered } from '../preferences.ts';

/** The session's room, which everyone reads. */
export const MAIN: RoomId = 'main';
/** Rooms besides it of which there is one each. */
const SINGLE = ['interpreters', 'technicians', 'desk'] as const;
/** What the ids of all others begin with. */
const PREFIXES = ['delegation', 'secretariat', 'booth', 'line', 'direct'] as const;
/** Who reads a room. */
export type Readers = 'main' | (typeof SINGLE)[number] | (typeof PREFIXES)[number];

/** What the ids of the chair's lines to single booths begin with. */
const BOOTH_LINE = 'line-booth-';
/** Rooms in which the desk keeps order. */
const KEPT: readonly Readers[] = ['main', 'secretariat', 'technicians', 'desk', 'line'];

/** Rooms in which somebody is written to: the chair's lines, those to the secretariat, those of two. */
const AWAITING: readonly Readers[] = ['line', 'secretariat', 'direct'];

/** Who reads a room. */
export function readersOf(room: RoomId): Readers {
  const prefix = PREFIXES.find((one) => room.startsWith(`${one}-`));
  return prefix ?? SINGLE.find((one) => room === one) ?? 'main';
}

/** Whether all of the desk read a room, and so keep order in it. */
export function isKept(room: RoomId): boolean {
  return KEPT.includes(readersOf(room));
}

/** Whether a room is a private line of the chair: to those of the desk, a booth, all booths, the technician. */
export function isPrivate(room: RoomId): boolean {
  return readersOf(room) === 'line' || readersOf(room) === 'desk';
}

/** Whose room it is, of those that belong to one: a booth, a delegation, two people. */
function ownerOf(room: RoomId): string {
  return room.slice(room.indexOf('-') + 1);
}

/** The booth whose room it is, if it is a booth's. */
export function boothOf(room: RoomId): BoothId | null {
  return readersOf(room) === 'booth' ? ownerOf(room) : null;
}

/** The room of two people. */
export function directRoom(one: PersonId, other: PersonId): RoomId {
  return `direct-${[one, other].sort((a, b) => (a < b ? -1 : 1)).join('.')}`;
}

/** Numbers of the newest messages that were read, by room. */
type Marks = Readonly<Record<RoomId, number>>;

/** The rooms of one page. */
export class Rooms {
  readonly #live: Live;
  readonly #first: (rooms: readonly RoomId[]) => RoomId;
  #chosen = $state<RoomId | null>(null);
  /** A room of two in which nothing is written yet. */
  #begun = $state<RoomId | null>(null);
  #sought = $state.raw<{ room: RoomId; message: string } | null>(null);
  #read = $state.raw<Marks | null>(null);
  /** What is read in another tab is read here. */
  readonly #otherTabs = createSubscriber(() => {
    // What was read there while nobody here asked. Not at once: whoever asks is being drawn.
    queueMicrotask(() => this.#learn(recall(this.#name, this.#live.link)));
    return whenRemembered(this.#name, this.#live.link, (text) => this.#learn(text));
  });

  /** `first` says which room is in front until another is chosen. */
  constructor(live: Live, first: (rooms: readonly RoomId[]) => RoomId = () => MAIN) {
    this.#live = live;
    this.#first = first;
    this.#read = marksOf(recall(this.#name, live.link));
  }

  get #name(): string {
    return `chat-read.${this.#live.session}`;
  }

  /** Rooms that the person may read, the session's first. Reactive. */
  get ids(): readonly RoomId[] {
    const rooms = this.#live.store.you?.rooms ?? [];
    const known = rooms.length > 0 ? rooms : [MAIN];
    return this.#begun === null || known.includes(this.#begun) ? known : [...known, this.#begun];
  }

  /** Rooms to have at hand: all but lines of other delegations in which nothing was written. Reactive. */
  get atHand(): readonly RoomId[] {
    return this.ids.filter((room) => !this.#isIdleLine(room) || room === this.chosen);
  }

  /** Lines of other delegations in which nothing was written, to begin with one. Reactive. */
  get idle(): readonly RoomId[] {
    return this.ids.filter((room) => this.#isIdleLine(room));
  }

  /** The room in front. Reactive. */
  get chosen(): RoomId {
    const chosen = this.#chosen ?? this.#first(this.ids);
    return this.ids.includes(chosen) ? chosen : MAIN;
  }

  /** Brings a room to the front. */
  choose(room: RoomId): void {
    this.#chosen = room;
  }

  /** Brings a room to the front, and a message of it to whoever reads there. */
  show(room: RoomId, message: string): void {
    this.#chosen = room;
    this.#sought = { room, message };
  }

  /** The message of a room that is sought, which is told once. Reactive. */
  sought(room: RoomId): string | null {
    const sought = this.#sought;
    if (sought?.room !== room) return null;
    this.#sought = null;
    return sought.message;
  }

  /** Brings the room of oneself and another to the front, begun or not. */
  writeTo(person: PersonId): void {
    const own = this.#live.store.person;
    if (own === null) return;
    this.#begun = directRoom(own, person);
    this.#chosen = this.#begun;
  }

  /** Messages of others in a room since it was last on screen. Reactive. */
  unread(room: RoomId): number {
    this.#otherTabs();
    if (this.#read === null) return 0;
    const read = this.#read[room] ?? 0;
    const shown = this.#live.store.messagesOf(room);
    const before = Math.max(0, (shown[0]?.number ?? 1) - 1 - read);
    const own = this.#live.store.person;
    const fresh = shown.filter((one) => one.number > read && one.author.person !== own && !one.deleted);
    return before + fresh.length;
  }

  /** Unread messages of all rooms, or of some. Reactive. */
  unreadIn(of: (room: RoomId) => boolean = () => true): number {
    return this.ids.filter(of).reduce((sum, room) => sum + this.unread(room), 0);
  }

  /**
   * A room is on screen; null: the chat is not. What is there when a person first comes to the session counts as read, but for what
   * waits for them there.
   */
  seen(room: RoomId | null): void {
    const newest = (one: RoomId): number => this.#live.store.messagesOf(one).at(-1)?.number ?? 0;
    if (this.#read === null) {
      const before = this.ids.filter((one) => !AWAITING.includes(readersOf(one)));
      this.#mark(Object.fromEntries(before.map((one) => [one, newest(one)])));
    }
    if (room !== null && newest(room) > (this.#read?.[room] ?? 0))
      this.#mark({ ...this.#read, [room]: newest(room) });
  }

  /** Name of a room in the language shown. Reactive. */
  name(room: RoomId): string {
    const { you } = this.#live.store;
    const owner = ownerOf(room);
    switch (readersOf(room)) {
      case 'booth':
        return owner === you?.booth ? t('chat-room', { readers: 'booth' }) : this.#booth(owner);
      case 'secretariat':
        return owner === you?.delegation ? t('chat-room', { readers: 'secretariat' }) : this.#seat(owner);
      case 'line':
        return this.#line(room);
      case 'direct':
        return this.#other(room);
      default:
        return t('chat-room', { readers: readersOf(room) });
    }
  }

  /** Who reads what is written in a room, as a sentence. Reactive. */
  to(room: RoomId): string {
    const readers = readersOf(room);
    const owner = ownerOf(room);
    if (readers === 'secretariat' && owner !== this.#live.store.you?.delegation)
      return t('chat-to-line', { name: this.#seat(owner) });
    if (readers === 'line') return t('chat-to-chair-line', { name: this.#line(room) });
    const names: Partial<Record<Readers, () => string>> = {
      booth: () => this.#booth(owner),
      direct: () => this.#other(room),
    };
    return t('chat-to', { readers, name: names[readers]?.() ?? '' });
  }

  #isIdleLine(room: RoomId): boolean {
    const other = readersOf(room) === 'secretariat' && ownerOf(room) !== this.#live.store.you?.delegation;
    return other && this.#live.store.messagesOf(room).length === 0;
  }

  /** Whom a private line reaches; who is reached reads it as the chair's. */
  #line(room: RoomId): string {
    if (!(this.#live.store.you?.rights.includes('preside') ?? false)) {
      return t('chat-line', { to: room.startsWith(BOOTH_LINE) ? 'chair' : 'chair-all' });
    }
    if (room.startsWith(BOOTH_LINE)) return this.#booth(room.slice(BOOTH_LINE.length));
    return t('chat-line', { to: room === 'line-booths' ? 'booths' : 'technicians' });
  }

  #booth(booth: BoothId): string {
    const known = this.#live.store.get('booth', booth);
    return known ? worded(known.name) : booth;
  }

  #seat(delegation: DelegationId): string {
    return delegationName(this.#live.store, delegation);
  }

  /** The other person of a room of two, by whatever they wrote or are known for. */
  #other(room: RoomId): string {
    const { store } = this.#live;
    const other = ownerOf(room)
      .split('.')
      .find((one) => one !== store.person);
    const official = store.get('official', other);
    const written = official ?? store.all('message').find((one) => one.author.person === other)?.author;
    return written ? worded(written.name) : (other ?? room);
  }

  #mark(marks: Marks): void {
    this.#read = marks;
    rememberSoon(this.#name, JSON.stringify(marks), this.#live.link, (own, written) =>
      JSON.stringify(furthest(marksOf(own), marksOf(written))),
    );
  }

  /** Takes in what was remembered; where this tab has read further, it is remembered so. */
  #learn(text: string | null): void {
    const known = JSON.stringify(this.#read);
    const learnt = marksOf(text);
    if (learnt === null) return;
    const both = furthest(this.#read, learnt);
    if (Object.keys(both).some((room) => (both[room] ?? 0) > (learnt[room] ?? 0))) this.#mark(both);
    else if (JSON.stringify(both) !== known) this.#read = both;
  }
}

/** Of each room the further mark: none ever goes back. */
function furthest(one: Marks | null, other: Marks | null): Marks {
  const both: Record<RoomId, number> = { ...one };
  for (const [room, number] of Object.entries(other ?? {})) both[room] = Math.max(both[room] ?? 0, number);
  return both;
}

/** Marks as they were remembered; null if they cannot be read. */
function marksOf(text: string | null): Marks | null {
  if (text === null) return null;
  try {
    const marks: unknown = JSON.parse(text);
    if (typeof marks !== 'object' || marks === null) return null;
    return Object.fromEntries(Object.entries(marks).filter(([, number]) => Number.isInteger(number)));
  } catch {
    return null;
  }
}
