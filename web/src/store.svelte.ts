/** What the server has shown of the session: keyed entities, replaced as changes come. It decides nothing. */
import { SvelteMap } from 'svelte/reactivity';
import { type Entity, EVERY_MEETING_ENTITY, type MeetingEntity, type Resume } from '$protocol';
import { Keyed, type Update } from './keyed.svelte.ts';

/** The name of a type of entity. */
export type Kind = MeetingEntity['type'];
/** The entity of a type. */
export type Of<K extends Kind> = Extract<MeetingEntity, { type: K }>;

type Maps = { readonly [K in Kind]: SvelteMap<string, Of<K>> };

function emptyMaps(): Maps {
  return Object.fromEntries(EVERY_MEETING_ENTITY.map((kind) => [kind, new SvelteMap()])) as unknown as Maps;
}

/** The keyed store of one session. */
export class Store {
  readonly #maps: Maps = emptyMaps();
  /** Chat messages by room, each room's by their number: one that comes touches nothing of another room. */
  readonly #threads = new SvelteMap<string, readonly Of<'message'>[]>();
  /** Place in the session's log that what is shown of a chat room has come to: a private room is heard of before `everyone` is. */
  readonly #heard = new SvelteMap<string, number>();
  readonly #keyed = new Keyed('everyone', {
    put: (entity, seq) => this.#put(entity, seq),
    drop: (type, id) => {
      if (type in this.#maps) this.#drop(type as Kind, id);
    },
    clear: () => this.#clear(),
  });

  /** The session, once known. */
  readonly session = $derived(this.#one('session'));
  /** The floor, once known. */
  readonly floor = $derived(this.#one('floor'));
  /** How many attend, once known. */
  readonly attendance = $derived(this.#one('attendance'));
  /** One's own card, once known. */
  readonly you = $derived(this.#one('you'));
  /** Lists of speakers in the order of the selector; that of motions once somebody stands on it. */
  readonly lists = $derived(
    this.all('list')
      .filter(({ kind, queue, heard }) => kind !== 'motions' || queue.length + heard.length > 0)
      .toSorted((a, b) => a.order - b.order),
  );
  /** Channels by their number. */
  readonly channels = $derived(this.all('channel').toSorted((a, b) => a.number - b.number));
  /** Microphones that are live on the floor, that of the turn first. */
  readonly microphones = $derived(
    this.all('microphone').toSorted(
      (a, b) => Number(b.kind !== 'podium') - Number(a.kind !== 'podium') || a.since_ms - b.since_ms,
    ),
  );
  /** Booths in order of their ids; none for those whom they do not concern. */
  readonly booths = $derived(this.all('booth').toSorted((a, b) => compareIds(a.id, b.id)));
  /** Whether the next speaker can be understood everywhere; for the desk alone. */
  readonly readiness = $derived(this.#one('readiness'));
  /** The list that the meeting works through, and who comes next. */
  readonly inHand = $derived(this.#one('in_hand'));
  /** Whether slower speech was asked for; for the desk alone. */
  readonly pace = $derived(this.#one('pace'));
  /** What one's own delegation may do with its placard; none without a seat. */
  readonly placard = $derived(this.#one('placard'));
  /** What can be moved, and what is before the meeting. */
  readonly motions = $derived(this.#one('motions'));
  /** How the desk addresses people; for the desk alone. */
  readonly address = $derived(this.#one('address'));
  /** The newest paragraphs of the proceedings by their number. */
  readonly paragraphs = $derived(this.all('paragraph').toSorted((a, b) => a.number - b.number));
  /** What the desk can undo; for the desk alone. */
  readonly undo = $derived(this.#one('undo'));
  /** Announcements, the newest first. */
  readonly announcements = $derived(this.all('announcement').toSorted((a, b) => b.at_ms - a.at_ms));
  /** Those that are shown, the newest first: at most one of the desk and one of the conference. */
  readonly announced = $derived(this.announcements.filter(({ ended_at_ms }) => ended_at_ms === null));
  /** That of the session's own desk, if one is shown. */
  readonly announcedByDesk = $derived(this.announced.find(({ of_conference }) => !of_conference));

  /** The newest messages of a chat room, without a gap, by their number; not the pinned that are older. Reactive. */
  messagesOf(room: string): readonly Of<'message'>[] {
    const all = this.#threads.get(room) ?? [];
    const begin = all.findLastIndex((one, at) => at > 0 && one.number !== (all[at - 1]?.number ?? 0) + 1);
    return begin > 0 ? all.slice(begin) : all;
  }

  /** Messages kept at the top of a chat room, the latest pinned first. Reactive. */
  pinnedIn(room: string): readonly Of<'message'>[] {
    const pinned = (this.#threads.get(room) ?? []).filter((one) => one.pinned_at_ms !== undefined);
    return pinned.toSorted((a, b) => (b.pinned_at_ms ?? 0) - (a.pinned_at_ms ?? 0));
  }
  /** The stage of a panel; none in a plenary. */
  readonly stage = $derived(this.#one('stage'));
  /** Whether the audience may ask, and what is pinned to the stage. */
  readonly questions = $derived(this.#one('questions'));
  /** Questions that all see, in the order that the server gives them. */
  readonly shownQuestions = $derived(this.all('question').toSorted((a, b) => a.order - b.order));
  /** Shows of hands and polls, the newest first. */
  readonly polls = $derived(this.all('poll').toSorted((a, b) => b.number - a.number));
  /** Channels that are recorded as silence, while there are any; for those who watch the sound. */
  readonly recording = $derived(this.#one('recording'));
  /** The run sheet; for the desk alone. */
  readonly runSheet = $derived(this.#one('run_sheet'));
  /** That one is next on the run sheet, while that is so. */
  readonly cue = $derived(this.#one('cue'));
  /** One's own questions, the newest first. */
  readonly ownQuestions = $derived(
    this.all('own_question').toSorted((a, b) => b.asked_at_ms - a.asked_at_ms || compareIds(b.id, a.id)),
  );

  /** Place in the session's log that everybody's part of the view has come to; none before the first snapshot. */
  get seq(): number | null {
    return this.#keyed.seq;
  }

  /** As `seq`, for what is written in a chat room. Reactive. */
  seqIn(room: string): number {
    return Math.max(this.#keyed.seq ?? 0, this.#heard.get(room) ?? 0);
  }

  /** Who the server says this page is. */
  get person(): string | null {
    return this.#keyed.person;
  }

  /** What to name in the next `join`; null for a first one. */
  get resume(): Resume | null {
    return this.#keyed.resume;
  }

  /** The entity of a type with an id. Reactive. */
  get<K extends Kind>(kind: K, id: string | null | undefined): Of<K> | undefined {
    return id === null || id === undefined ? undefined : this.#map(kind).get(id);
  }

  /** All entities of a type, in no promised order. Reactive. */
  all<K extends Kind>(kind: K): Of<K>[] {
    return [...this.#map(kind).values()];
  }

  /** Whether what is shown is all of the newest view: not before the first, nor while another begins. Reactive. */
  get whole(): boolean {
    return this.#keyed.whole;
  }

  /** Takes in a message of the server. */
  take(update: Update): void {
    this.#keyed.take(update);
  }

  #clear(): void {
    for (const map of Object.values(this.#maps)) map.clear();
    this.#threads.clear();
    this.#heard.clear();
  }

  #put(entity: Entity, seq: number): void {
    // A type this page does not know comes from a newer server: there is no place to show it.
    const map: SvelteMap<string, Entity> | undefined = this.#maps[entity.type as Kind];
    map?.set(entity.id, entity);
    if (isMessage(entity)) this.#thread(entity.room, entity.id, entity);
    if (isMessage(entity) || entity.type === 'held_message') this.#heard.set(entity.room, seq);
  }

  #drop(kind: Kind, id: string): void {
    const room = kind === 'message' ? this.#maps.message.get(id)?.room : undefined;
    if (room !== undefined) this.#thread(room, id, null);
    this.#maps[kind]?.delete(id);
  }

  /** Puts a message in its place in a room, or takes it out. */
  #thread(room: string, id: string, message: Of<'message'> | null): void {
    const others = this.#threads.get(room) ?? [];
    const last = others.at(-1);
    if (message && (last === undefined || last.number < message.number)) {
      this.#threads.set(room, [...others, message]);
      return;
    }
    const rest = others.filter((one) => one.id !== id);
    const at = message ? rest.findLastIndex((one) => one.number < message.number) + 1 : 0;
    this.#threads.set(room, message ? rest.toSpliced(at, 0, message) : rest);
  }

  #map<K extends Kind>(kind: K): SvelteMap<string, Of<K>> {
    return this.#maps[kind] as SvelteMap<string, Of<K>>;
  }

  #one<K extends Kind>(kind: K): Of<K> | undefined {
    return this.#map(kind).values().next().value;
  }
}

function isMessage(entity: Entity): entity is Of<'message'> {
  return entity.type === 'message';
}

/** Orders ids that are numbered, such as `m-9` before `m-10`. */
function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
