/** One socket to one session: joins, resumes, knows a dead line, and comes back by itself. */
import type { ClientMessage, Farewell, Resume, ServerMessage } from '$protocol';

/** Version of the protocol, as the WebSocket's subprotocol. */
export const PROTOCOL = 'plenary.v1';
/** First and longest wait before a new attempt, in milliseconds. */
export const BACKOFF_MS = { first: 500, longest: 8_000 } as const;
/**
 * Before so many attempts the wait is no longer than this, in milliseconds: a server that was killed is ready again within a
 * second, and nobody should then wait for much longer than that.
 */
const YOUNG_ATTEMPTS = 8;
const YOUNG_LONGEST_MS = 2_000;
/** After this many ping intervals without a word the line is asked once more. */
const SILENCE_PINGS = 2.5;
/** So long it has to answer, in ping intervals; then it is dead. */
const ANSWER_PINGS = 0.5;
/** After so long without a word, on a page that is looked at, the line is asked, in milliseconds. */
const QUIET_MS = 2_000;
/** So long an answer may take before the line is doubted, in milliseconds. */
const OVERDUE_MS = 2_000;
/** How often that is looked at, in milliseconds. */
const LOOK_MS = 500;
/** Interval of pings until the server has named its own, in milliseconds. */
const PING_MS = 10_000;

/** How the line stands: `connecting` for the first time, `live`, `lost` (coming back by itself) or `over`. */
export type Line =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'lost' }
  | { state: 'over'; why: Farewell };

/** What a connection needs from the page. */
export interface Ends {
  /** Address of the socket. */
  url: string;
  /** What to name in `join`. */
  resume(): Resume | null;
  /** A message came, in order. */
  heard(message: ServerMessage): void;
  /** The line's state has changed. */
  changed(line: Line): void;
  /** An answer is overdue, or came after all: the line may be lost. */
  doubted?(doubted: boolean): void;
  /** An attempt failed before the socket opened: the place to look whether the person may still enter. */
  failed?(): void;
  /** Opens a socket. */
  open?(url: string, protocol: string): WebSocket;
  /** A number from 0 up to 1. */
  random?(): number;
}

/** The wait before attempt `attempt` (0 for the first retry): full jitter below a doubling bound. */
export function backoff(attempt: number, random: number, longest_ms: number = BACKOFF_MS.longest): number {
  const bound = Math.min(longest_ms, BACKOFF_MS.first * 2 ** attempt);
  return bound * random;
}

/** A connection that keeps itself alive until `close` or a goodbye that forbids to come back. */
export class Connection {
  readonly #ends: Ends;
  #socket: WebSocket | null = null;
  #line: Line = { state: 'connecting' };
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pings: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #looks: ReturnType<typeof setInterval> | undefined;
  /** When the line was asked whether it lives, by `performance.now`; null while nothing is waited for. */
  #asked: number | null = null;
  #doubted = false;
  /** When something last came, by `performance.now`. */
  #heard = 0;
  #ping_ms = PING_MS;
  /** The wait a goodbye asked for, in milliseconds. */
  #asked_ms: number | null = null;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  /** Begins to connect and to watch the network. */
  start(): void {
    addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#seen);
    this.#connect();
  }

  /** Ends the connection for good. */
  close(): void {
    removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#drop();
    clearTimeout(this.#retry);
  }

  /** Reads the server's clock anew. */
  readonly measure = (): void => this.#ping();

  /** Sends, if the line is live; says whether it was. */
  send(message: ClientMessage): boolean {
    if (this.#line.state !== 'live' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  readonly #hurry = (): void => {
    if (this.#line.state === 'over' || this.#socket !== null) return;
    clearTimeout(this.#retry);
    this.#connect();
  };

  readonly #seen = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.#socket === null) this.#hurry();
    else this.#ping();
  };

  #connect(): void {
    const open = this.#ends.open ?? ((url, protocol) => new WebSocket(url, protocol));
    const socket = open(this.#ends.url, PROTOCOL);
    let opened = false;
    this.#socket = socket;
    socket.onopen = () => {
      opened = true;
      socket.send(JSON.stringify({ type: 'join', resume: this.#ends.resume() } satisfies ClientMessage));
    };
    socket.onmessage = (event: MessageEvent<string>) => this.#take(event.data);
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      if (!opened) this.#ends.failed?.();
      this.#lose();
    };
    this.#listen();
  }

  #take(text: string): void {
    this.#heard = performance.now();
    this.#asked = null;
    this.#doubt(false);
    const message = JSON.parse(text) as ServerMessage;
    if (message.type === 'welcome') this.#welcomed(message.ping_every_ms);
    this.#ends.heard(message);
    if (message.type !== 'goodbye') return;
    if (message.retry_after_ms === null) this.#end(message.why);
    else this.#asked_ms = message.retry_after_ms;
  }

  #welcomed(ping_every_ms: number): void {
    this.#attempt = 0;
    this.#asked_ms = null;
    this.#ping_ms = ping_every_ms;
    clearInterval(this.#pings);
    this.#pings = setInterval(() => this.#ping(), ping_every_ms);
    clearInterval(this.#looks);
    this.#looks = setInterval(() => this.#look(), LOOK_MS);
    this.#listen();
    this.#become({ state: 'live' });
    this.#ping();
  }

  #ping(): void {
    this.send({ type: 'ping', sent_ms: Math.round(performance.now()) });
  }

  /** Whether the line lives, long before it is given up: people are told that it is looked at. */
  #look(): void {
    // A browser holds back the timers of a page that nobody looks at, which then doubts for no reason.
    if (document.visibilityState !== 'visible') {
      this.#asked = null;
      return;
    }
    const now = performance.now();
    if (this.#asked !== null) {
      if (now - this.#asked >= OVERDUE_MS) this.#doubt(true);
    } else if (now - this.#heard >= QUIET_MS) {
      this.#asked = now;
      this.#ping();
    }
  }

  #doubt(doubted: boolean): void {
    if (doubted === this.#doubted) return;
    this.#doubted = doubted;
    this.#ends.doubted?.(doubted);
  }

  /** An attempt began: the line is given up when nothing comes for too long. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#heard = performance.now();
    this.#watch(this.#ping_ms * SILENCE_PINGS);
  }

  /** Looks again after so many milliseconds whether anything came: a timer of its own for each message would cost more than it. */
  #watch(wait_ms: number): void {
    this.#silence = setTimeout(() => {
      const left_ms = this.#heard + this.#ping_ms * SILENCE_PINGS - performance.now();
      if (left_ms > 0) this.#watch(left_ms);
      else this.#ask();
    }, wait_ms);
  }

  /**
   * The silence may be this page's own: a browser holds back the timers of a page that is not looked at, and with them
   * its pings. So what counts is an answer to a ping that was sent.
   */
  #ask(): void {
    const asked = performance.now();
    if (!this.send({ type: 'ping', sent_ms: Math.round(asked) })) {
      this.#lose();
      return;
    }
    this.#silence = setTimeout(() => {
      if (this.#heard >= asked) this.#watch(0);
      else this.#lose();
    }, this.#ping_ms * ANSWER_PINGS);
  }

  #lose(): void {
    this.#drop();
    if (this.#line.state === 'over') return;
    const random = (this.#ends.random ?? Math.random)();
    const asked_ms = this.#asked_ms;
    this.#asked_ms = null;
    // What the server asked for is the least; the jitter after it keeps a hall full of pages from coming at once.
    const longest_ms = this.#attempt < YOUNG_ATTEMPTS ? YOUNG_LONGEST_MS : undefined;
    const wait_ms = (asked_ms ?? 0) + backoff(this.#attempt, random, longest_ms);
    this.#attempt += 1;
    this.#retry = setTimeout(() => this.#connect(), wait_ms);
    this.#become(this.#line.state === 'connecting' ? this.#line : { state: 'lost' });
  }

  #end(why: Farewell): void {
    this.#become({ state: 'over', why });
    this.close();
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    clearInterval(this.#pings);
    clearInterval(this.#looks);
    clearTimeout(this.#silence);
    this.#asked = null;
    this.#doubt(false);
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #become(line: Line): void {
    this.#line = line;
    this.#ends.changed(line);
  }
}
