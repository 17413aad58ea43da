/** The conference as its rapporteurs see it: programme, key messages and what they cover, kept true over the lobby's socket. */
import type { Entity, KeyMessagesView, KeyMessageView, ServerMessage } from '$protocol';
import { Connection } from '../connection.ts';
import { isUpdate, Keyed } from '../keyed.svelte.ts';
import { learnFrom, type OwnProgramme, programmeOf } from '../programme/own.ts';

/** What is gathered, and how it stands. */
export interface Gathered {
  /** In their order. */
  messages: readonly KeyMessageView[];
  /** Coverage and standing; null where the person keeps no record. */
  whole: KeyMessagesView | null;
}

/** What a lobby holds of the key messages. */
export function gatheredOf(entities: Iterable<Entity>): Gathered {
  const messages: KeyMessageView[] = [];
  let whole: KeyMessagesView | null = null;
  for (const entity of entities) {
    if (entity.type === 'key_message') messages.push(entity);
    else if (entity.type === 'key_messages') whole = entity;
  }
  return { messages: messages.toSorted((a, b) => a.place - b.place), whole };
}

/** One person's view of the gathering. */
export class Gathering {
  readonly #entities = new Map<string, Entity>();
  readonly #keyed = new Keyed('conference', {
    put: (entity) => this.#entities.set(`${entity.type} ${entity.id}`, entity),
    drop: (type, id) => this.#entities.delete(`${type} ${id}`),
    clear: () => this.#entities.clear(),
  });
  readonly #connection: Connection;
  #programme = $state.raw<OwnProgramme | null>(null);
  #gathered = $state.raw<Gathered>({ messages: [], whole: null });
  #live = $state(false);
  /** What is being taken in, message after message. */
  #taking: Promise<void> = Promise.resolve();

  /** Connects at once. */
  constructor(link: string) {
    const origin = location.origin.replace(/^http/, 'ws');
    this.#connection = new Connection({
      url: `${origin}/as/${link}/ws`,
      resume: () => this.#keyed.resume,
      heard: (message) => this.#take(message),
      changed: (line) => {
        this.#live = line.state === 'live';
      },
      // Why a socket is refused, the session's own line tells.
      failed: () => {},
    });
    this.#connection.start();
  }

  /** The programme, once known. Reactive. */
  get programme(): OwnProgramme | null {
    return this.#programme;
  }

  /** What is gathered. Reactive. */
  get gathered(): Gathered {
    return this.#gathered;
  }

  /** Whether what is shown is as the server has it. Reactive. */
  get connected(): boolean {
    return this.#live && this.#keyed.whole;
  }

  /** Leaves. */
  stop(): void {
    this.#connection.close();
  }

  /** Takes a message in after those before it: some have to be learnt from before anything is shown. */
  #take(message: ServerMessage): void {
    if (!isUpdate(message)) return;
    this.#taking = this.#taking.then(async () => {
      await learnFrom(message);
      this.#keyed.take(message);
      if (!this.#keyed.whole) return;
      this.#programme = programmeOf(this.#entities.values());
      this.#gathered = gatheredOf(this.#entities.values());
    });
  }
}
