/** One person's lobby: drawn from what the server says at once, and kept true over a socket of its own. */
import type { Entity, ServerMessage } from '$protocol';
import { readLobby } from '../api.ts';
import { clock } from '../clock.svelte.ts';
import { Connection, type Line } from '../connection.ts';
import { isUpdate, Keyed } from '../keyed.svelte.ts';
import { learnFrom, type OwnProgramme, programmeOf } from '../programme/own.ts';
import { proposeLanguage } from '../ui/language.ts';

/** One person's lobby. */
export class LobbyWatch {
  readonly #link: string;
  readonly #entities = new Map<string, Entity>();
  readonly #keyed = new Keyed('conference', {
    put: (entity) => this.#entities.set(`${entity.type} ${entity.id}`, entity),
    drop: (type, id) => this.#entities.delete(`${type} ${id}`),
    clear: () => this.#entities.clear(),
  });
  #programme = $state.raw<OwnProgramme | null>(null);
  #turnedAway = $state<'not_entered' | 'unavailable' | null>(null);
  #line = $state.raw<Line>({ state: 'connecting' });
  #missing_since_ms = $state<number | null>(null);
  /** When what is shown was last known to be so, by `clock`. */
  #known_ms = 0;
  /** Whether the page has gone. */
  #stopped = false;
  /** What is being taken in, message after message. */
  #taking: Promise<void> = Promise.resolve();
  readonly #connection: Connection;

  /** Asks what there is to draw, and connects once that is known. */
  constructor(link: string) {
    this.#link = link;
    const origin = location.origin.replace(/^http/, 'ws');
    this.#connection = new Connection({
      url: `${origin}/as/${link}/ws`,
      resume: () => this.#keyed.resume,
      heard: (message) => this.#hear(message),
      changed: (line) => this.#changed(line),
      // A browser does not say why a socket was not opened; the call does.
      failed: () => {
        this.#missing();
        void this.#ask();
      },
    });
    clock.doubted = this.#connection.measure;
    void this.#begin();
  }

  /** The programme, once known. Reactive. */
  get programme(): OwnProgramme | null {
    return this.#programme;
  }

  /** Why there is no lobby to show, if there is none. Reactive. */
  get turnedAway(): 'not_entered' | 'unavailable' | null {
    return this.#turnedAway;
  }

  /** How the line stands. Reactive. */
  get line(): Line {
    return this.#line;
  }

  /** As of when the programme is shown, by `clock`, while the line is lost; null while it is kept true. Reactive. */
  get missing_since_ms(): number | null {
    return this.#missing_since_ms;
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#turnedAway = null;
    void this.#ask();
  }

  /** Leaves the lobby. */
  stop(): void {
    this.#stopped = true;
    this.#connection.close();
  }

  async #begin(): Promise<void> {
    await this.#ask();
    if (!this.#stopped && this.#turnedAway !== 'not_entered') this.#connection.start();
  }

  /** Asks over HTTP: for what to draw first, or why there is no socket. */
  async #ask(): Promise<void> {
    const sent_ms = performance.now();
    const outcome = await readLobby(this.#link);
    if (outcome.ok) {
      for (const message of outcome.value.messages) {
        if (message.type === 'welcome') clock.learn(message.server_ms, sent_ms);
        // What the socket has brought meanwhile is newer.
        if (this.#line.state !== 'live') this.#take(message);
      }
      await this.#taking;
      this.#known_ms = clock.read();
      this.#turnedAway = null;
      if (this.#missing_since_ms !== null) this.#missing_since_ms = this.#known_ms;
    } else if (outcome.code === 'not_entered' || outcome.code === 'link_unknown') {
      this.#turnedAway = 'not_entered';
      this.#connection.close();
    } else if (this.#programme === null) this.#turnedAway = 'unavailable';
  }

  #hear(message: ServerMessage): void {
    this.#known_ms = clock.read();
    if (message.type === 'pong') clock.learn(message.server_ms, message.sent_ms);
    if (message.type === 'welcome') clock.begin(message.server_ms);
    this.#take(message);
  }

  #changed(line: Line): void {
    this.#line = line;
    if (line.state === 'live') {
      this.#turnedAway = null;
      this.#missing_since_ms = null;
    } else if (line.state === 'lost') this.#missing();
  }

  #missing(): void {
    if (this.#line.state !== 'live') this.#missing_since_ms = this.#known_ms;
  }

  /** Takes a message in after those before it: some have to be learnt from before anything is shown. */
  #take(message: ServerMessage): void {
    if (!isUpdate(message)) return;
    this.#taking = this.#taking.then(async () => {
      await learnFrom(message);
      this.#keyed.take(message);
      const programme = this.#keyed.whole ? programmeOf(this.#entities.values()) : null;
      if (programme === null) return;
      if (this.#programme === null) await proposeLanguage(programme.person.language, this.#link);
      this.#programme = programme;
    });
  }
}
