/** The rooms of the chat that a person may read: which is in front, and what is unread in the others. */
import type { BoothId, RoomId } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Live } from '../live.svelte.ts';

/** The session's room, which everyone reads. */
export const MAIN: RoomId = 'main';
/** Who reads a room. */
export type Readers = 'main' | 'booth' | 'interpreters' | 'technicians';

const BOOTH = 'booth-';

/** Who reads a room. */
export function readersOf(room: RoomId): Readers {
  if (room.startsWith(BOOTH)) return 'booth';
  return room === 'interpreters' || room === 'technicians' ? room : 'main';
}

/** The booth whose room it is, if it is a booth's. */
export function boothOf(room: RoomId): BoothId | null {
  return room.startsWith(BOOTH) ? room.slice(BOOTH.length) : null;
}

/** The rooms of one page. */
export class Rooms {
  readonly #live: Live;
  readonly #first: (rooms: readonly RoomId[]) => RoomId;
  #chosen = $state<RoomId | null>(null);
  /** When the newest message was written that was on screen, by room. */
  #read_ms = $state.raw<Readonly<Record<RoomId, number>> | null>(null);

  /** `first` says which room is in front until another is chosen. */
  constructor(live: Live, first: (rooms: readonly RoomId[]) => RoomId = () => MAIN) {
    this.#live = live;
    this.#first = first;
  }

  /** Rooms that the person may read, the session's first. Reactive. */
  get ids(): readonly RoomId[] {
    const rooms = this.#live.store.you?.rooms ?? [];
    return rooms.length > 0 ? rooms : [MAIN];
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

  /** Messages of others in a room since it was last on screen. Reactive. */
  unread(room: RoomId): number {
    const read_ms = this.#read_ms?.[room] ?? (this.#read_ms === null ? Number.POSITIVE_INFINITY : 0);
    return this.#live.store.messages.filter(
      (one) => one.room === room && one.at_ms > read_ms && one.author.person !== this.#live.store.person,
    ).length;
  }

  /** Unread messages of all rooms. Reactive. */
  get allUnread(): number {
    return this.ids.reduce((sum, room) => sum + this.unread(room), 0);
  }

  /** A room is on screen; null: the chat is not. What is there when this is first called counts as read. */
  seen(room: RoomId | null): void {
    const newest: Record<RoomId, number> = {};
    for (const one of this.#live.store.messages) newest[one.room] = one.at_ms;
    if (this.#read_ms === null) this.#read_ms = newest;
    else if (room !== null && newest[room] !== undefined && newest[room] !== this.#read_ms[room])
      this.#read_ms = { ...this.#read_ms, [room]: newest[room] };
  }

  /** Name of a room in the language shown. Reactive. */
  name(room: RoomId): string {
    const booth = boothOf(room);
    if (booth === null || booth === this.#live.store.you?.booth)
      return t('chat-room', { readers: readersOf(room) });
    return this.#booth(booth);
  }

  /** Who reads what is written in a room, as a sentence. Reactive. */
  to(room: RoomId): string {
    const booth = boothOf(room);
    return t('chat-to', { readers: readersOf(room), booth: booth === null ? '' : this.#booth(booth) });
  }

  #booth(booth: BoothId): string {
    const known = this.#live.store.get('booth', booth);
    return known ? worded(known.name) : booth;
  }
}
