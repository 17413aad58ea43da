/** How the outcome document stands before the conference, and what is asked of it: drawn of the lobby. */
import { SvelteMap } from 'svelte/reactivity';
import type { Entity, ServerMessage } from '$protocol';
import { readLobby } from '../api.ts';
import { clock } from '../clock.svelte.ts';
import { Commands } from '../commands.svelte.ts';
import { Connection, type Line } from '../connection.ts';
import { learnHost } from '../i18n/times.ts';
import { isUpdate, Keyed } from '../keyed.svelte.ts';
import { proposeLanguage } from '../ui/language.ts';

/** An entity of a type. */
export type Of<T extends Entity['type']> = Extract<Entity, { type: T }>;

/** What this page knows of the conference. */
export class Standing {
  readonly link: string;
  readonly #entities = new SvelteMap<string, Entity>();
  readonly #keyed = new Keyed('conference', {
    put: (entity) => this.#entities.set(`${entity.type} ${entity.id}`, entity),
    drop: (type, id) => this.#entities.delete(`${type} ${id}`),
    clear: () => this.#entities.clear(),
  });
  /** What the person asks for. */
  readonly commands: Commands;
  #line = $state.raw<Line>({ state: 'connecting' });
  #turnedAway = $state<'not_entered' | 'unavailable' | null>(null);
  readonly #connection: Connection;

  /** Connects at once. */
  constructor(link: string) {
    this.link = link;
    const origin = location.origin.replace(/^http/, 'ws');
    this.#connection = new Connection({
      url: `${origin}/as/${link}/ws`,
      resume: () => this.#keyed.resume,
      heard: (message) => this.#hear(message),
      changed: (line) => {
        this.#line = line;
        if (line.state === 'live') this.commands.resend();
      },
      failed: () => void this.failed(),
    });
    this.commands = new Commands((message) => this.#connection.send(message));
    clock.doubted = this.#connection.measure;
    this.#connection.start();
  }

  /** How the line stands. Reactive. */
  get line(): Line {
    return this.#line;
  }

  /** Whether the line is live, and what is shown is as the server has it. Reactive. */
  get connected(): boolean {
    return this.#line.state === 'live' && this.#keyed.whole;
  }

  /** Why there is nothing to show, if there is nothing. Reactive. */
  get turnedAway(): 'not_entered' | 'unavailable' | null {
    return this.#turnedAway;
  }

  /** All of a type, in the order in which they came. Reactive. */
  all<T extends Entity['type']>(type: T): Of<T>[] {
    return [...this.#entities.values()].filter((entity): entity is Of<T> => entity.type === type);
  }

  /** The one of a type of which there is one. Reactive. */
  one<T extends Entity['type']>(type: T): Of<T> | undefined {
    return this.all(type)[0];
  }

  /** Leaves. */
  stop(): void {
    this.#connection.close();
  }

  /** A socket could not be opened: asks why, for a browser does not say. */
  async failed(): Promise<void> {
    const asked = await readLobby(this.link);
    if (asked.ok) this.#turnedAway = null;
    else if (asked.code === 'not_entered' || asked.code === 'link_unknown') {
      this.#turnedAway = 'not_entered';
      this.#connection.close();
    } else if (this.one('conference') === undefined) this.#turnedAway = 'unavailable';
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'welcome') {
      clock.begin(message.server_ms);
      learnHost(message.host_clock);
    }
    if (message.type === 'ack' || message.type === 'refused') this.commands.take(message);
    if (!isUpdate(message)) return;
    const knew = this.one('participant') !== undefined;
    this.#keyed.take(message);
    const me = this.one('participant');
    if (!knew && me) void proposeLanguage(me.language, this.link);
  }
}
