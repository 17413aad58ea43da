/** A session that is being attended: line, store and commands wired together, one batch of changes per frame at most. */
import type { ServerMessage } from '$protocol';
import { isChatter } from './chat/chatter.ts';
import { clock } from './clock.svelte.ts';
import { Commands } from './commands.svelte.ts';
import { Connection, type Line } from './connection.ts';
import { Pace } from './frame.ts';
import { learnHost } from './i18n/times.ts';
import { Sound } from './sound/sound.svelte.ts';
import { Store } from './store.svelte.ts';
import { SoundWatch } from './watch.svelte.ts';

/** What every screen of a session is given. */
export class Live {
  /** What the server shows. */
  readonly store = new Store();
  /** What the person asks for. */
  readonly commands: Commands;
  /** What is heard, and one's own microphone. */
  readonly sound: Sound;
  /** How the sound of all comes in, for those who look after it. */
  readonly watch: SoundWatch;
  /** Secret part of the person's address, `/as/<link>/`. */
  readonly link: string;
  /** Which session. */
  readonly session: string;
  #line = $state.raw<Line>({ state: 'connecting' });
  #checking = $state(false);
  #hurried = $state(false);
  #heard: ServerMessage[] = [];
  readonly #pace = new Pace(() => this.#takeAll());
  readonly #connection: Connection;

  /** Connects at once. `failed` is called when a socket could not be opened. */
  constructor(link: string, session: string, failed: () => void) {
    this.link = link;
    this.session = session;
    const origin = location.origin.replace(/^http/, 'ws');
    this.#connection = new Connection({
      url: `${origin}/as/${link}/ws/${session}`,
      resume: () => {
        this.#takeAll();
        return this.store.resume;
      },
      heard: (message) => this.#hear(message),
      changed: (line) => {
        this.#line = line;
        if (line.state === 'live') {
          this.commands.resend();
          this.watch.resend();
        } else this.sound.lineLost();
        if (line.state === 'over') this.sound.close();
      },
      doubted: (doubted) => {
        this.#checking = doubted;
      },
      failed,
    });
    this.commands = new Commands((message) => this.#connection.send(message));
    this.watch = new SoundWatch((message) => this.#connection.send(message));
    this.sound = new Sound({
      store: this.store,
      link,
      session,
      soundUrl: `${origin}/as/${link}/sound/${session}`,
      connected: () => this.#line.state === 'live',
      send: (message) => this.#connection.send(message),
      ask: (command) => this.commands.ask(command),
    });
    clock.doubted = this.#connection.measure;
    this.#connection.start();
  }

  /** How the line stands. Reactive. */
  get line(): Line {
    return this.#line;
  }

  /** Whether an answer of the server's is overdue: the line may be lost. Reactive. */
  get checking(): boolean {
    return this.#checking;
  }

  /** Whether the server has warned that this page sends too fast. Reactive. */
  get hurried(): boolean {
    return this.#hurried;
  }

  /** Whether the line is live, and what is shown is as the server has it. Reactive. */
  get connected(): boolean {
    return this.#line.state === 'live' && this.store.whole;
  }

  /** Whether there is anything to draw yet. Reactive. */
  get ready(): boolean {
    return this.store.session !== undefined && this.store.you !== undefined;
  }

  /** Leaves the session. */
  leave(): void {
    this.sound.close();
    this.#connection.close();
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'pong') clock.learn(message.server_ms, message.sent_ms);
    if (message.type === 'welcome') {
      clock.begin(message.server_ms);
      learnHost(message.host_clock);
    }
    if (this.sound.take(message)) return;
    if (message.type === 'sound_signals') {
      this.watch.take(message);
      return;
    }
    this.#heard.push(message);
    this.#pace.heard(isChatter(message, this.store.person));
  }

  #takeAll(): void {
    this.#pace.taken();
    const heard = this.#heard;
    this.#heard = [];
    for (const message of heard) this.#take(message);
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
      case 'snapshot':
      case 'changes':
        this.store.take(message);
        return;
      case 'ack':
        this.#hurried = false;
        this.commands.take(message);
        return;
      case 'refused':
        this.commands.take(message);
        return;
      case 'rate_warning':
        this.#hurried = true;
        return;
      case 'pong':
      case 'goodbye':
        return;
      // Taken in as they came: a path for sound does not wait for a frame.
      case 'sound_answer':
      case 'sound_lost':
      case 'sound_signals':
        return;
    }
  }
}
