/**
 * The text of the outcome document as this page has it: what is written goes to the server, is stored and acknowledged; what
 * others write comes in. Without a line one goes on writing, and what was written goes out when it is back.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Entity, Resume, ServerMessage } from '$protocol';
import { Commands, type Unmet } from '../commands.svelte.ts';
import { Connection, type Line } from '../connection.ts';
import { type Place, placesOf } from './writers.ts';

/** Bytes of one update at most, as the server takes them. */
const UPDATE_BYTES_MAX = 90_000;
/**
 * How long what is typed is gathered once something was sent, in milliseconds: a person may send ten messages a second, and a
 * key pressed after a pause goes at once.
 */
const GATHER_MS = 100;
/** Of so many turns of writers in one message it is told who wrote where; what was missed for long is taken in at once. */
const TURNS_MAX = 10;

/** Marks what came from the server, and in it who wrote that. */
const SERVER = Symbol('server');

/** How what one has written stands. */
export type Saved = 'saved' | 'saving' | 'waiting' | 'refused';

/** One page's text. */
export class Drafting {
  /** The text in all languages, each a fragment that is named as the language is. */
  readonly doc = new Y.Doc();
  #line = $state.raw<Line>({ state: 'connecting' });
  /** Place in the draft's log that the text has come to; null before it was read. */
  #seq: number | null = null;
  /** By itself, for the editors are made anew with it: whoever writes must not lose their place with each message. */
  #ready = $state(false);
  #view: string | null = null;
  /** What was written and is not on its way. */
  readonly #written: Uint8Array[] = [];
  #pending = $state(0);
  #sending = false;
  #refused = $state.raw<Unmet | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When something was last sent, by `performance.now`. */
  #sent = Number.NEGATIVE_INFINITY;
  readonly #commands: Commands;
  readonly #connection: Connection;

  /** Connects at once. `failed` is called when a socket could not be opened, `wrote` when somebody has written somewhere. */
  constructor(link: string, failed: () => void, wrote: (person: string, places: readonly Place[]) => void) {
    const origin = location.origin.replace(/^http/, 'ws');
    this.#connection = new Connection({
      url: `${origin}/as/${link}/draft/ws`,
      resume: () => this.resume,
      heard: (message) => this.take(message),
      changed: (line) => {
        this.#line = line;
        if (line.state === 'live') this.#commands.resend();
      },
      failed,
    });
    this.#commands = new Commands((message) => this.#connection.send(message));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== SERVER) this.#write(update);
    });
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const by: string | null = transaction.meta.get(SERVER) ?? null;
      if (by !== null) wrote(by, placesOf(transaction));
    });
    addEventListener('beforeunload', this.#leaving);
    this.#connection.start();
  }

  /** How the line stands. Reactive. */
  get line(): Line {
    return this.#line;
  }

  /** Whether the text was read, so that it can be written. Reactive. */
  get ready(): boolean {
    return this.#ready;
  }

  /** What to name in the next `join`; null for a first one. */
  get resume(): Resume | null {
    return this.#seq === null || this.#view === null ? null : { seq: this.#seq, view: this.#view };
  }

  /** How what one has written stands. Reactive. */
  get saved(): Saved {
    if (this.#refused !== null) return 'refused';
    if (this.#pending === 0) return 'saved';
    return this.#line.state === 'live' ? 'saving' : 'waiting';
  }

  /** Why the server does not take what was written; null while it does. Reactive. */
  get refused(): Unmet | null {
    return this.#refused;
  }

  /** Leaves the text. */
  stop(): void {
    removeEventListener('beforeunload', this.#leaving);
    clearTimeout(this.#timer);
    this.#connection.close();
    this.doc.destroy();
  }

  /** Takes in a message of the server. */
  take(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        if (!message.resumed) this.#view = message.view;
        return;
      case 'snapshot':
        this.#merge(message.entities, false);
        this.#seq = message.seq;
        this.#ready = true;
        return;
      case 'changes':
        this.#merge(message.set, true);
        this.#seq = message.seq;
        return;
      case 'ack':
      case 'refused':
        this.#commands.take(message);
        return;
      default:
        return;
    }
  }

  #merge(entities: readonly Entity[], news: boolean): void {
    const updates = entities.flatMap((entity) => (entity.type === 'draft_text' ? entity.updates : []));
    const turns: (typeof updates)[] = [];
    for (const update of updates) {
      const last = turns.at(-1);
      if (last?.[0]?.by === update.by) last?.push(update);
      else turns.push([update]);
    }
    const told = news && turns.length <= TURNS_MAX;
    for (const turn of told ? turns : [updates]) {
      const take = (transaction: Y.Transaction) => {
        if (told) transaction.meta.set(SERVER, turn[0]?.by);
        for (const { update } of turn) Y.applyUpdate(this.doc, fromBase64(update), SERVER);
      };
      Y.transact(this.doc, take, SERVER);
    }
  }

  #write(update: Uint8Array): void {
    this.#written.push(update);
    this.#pending++;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#sending || this.#timer !== undefined || this.#written.length === 0) return;
    const wait = Math.max(0, this.#sent + GATHER_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, wait);
  }

  /** Sends what was written, as much as fits one message; one at a time, so that each follows on what is stored. */
  async #send(): Promise<void> {
    let [count, bytes] = [0, 0];
    for (const { length } of this.#written) {
      if (count > 0 && bytes + length > UPDATE_BYTES_MAX) break;
      [count, bytes] = [count + 1, bytes + length];
    }
    const update = Y.mergeUpdates(this.#written.slice(0, count));
    this.#sending = true;
    this.#sent = performance.now();
    const answer = await this.#commands.ask({ type: 'write_draft', update: toBase64(update) });
    this.#sending = false;
    if (!answer.done) {
      // It stays here: nothing that was not stored may look so.
      this.#refused = answer.reason;
      return;
    }
    this.#refused = null;
    this.#written.splice(0, count);
    this.#pending -= count;
    this.#schedule();
  }

  /** Tries again what was refused: where the document was issued meanwhile, it may have been taken back. */
  retry(): void {
    if (this.#refused === null) return;
    this.#refused = null;
    this.#schedule();
  }

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#pending > 0) event.preventDefault();
  };
}
