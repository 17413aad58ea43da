/** The sound of one channel in a plain audio element: no WebSocket, no WebRTC, no permission. */
import { numberIn, Remembered } from '../sound/remembered.svelte.ts';
import { streamPath } from '../sound/stream.ts';
import { pause_ms } from './backoff.ts';

/** How the sound stands. `blocked`: the browser waits for a press; `lost`: it is tried again by itself. */
export type Playing = 'stopped' | 'starting' | 'playing' | 'lost' | 'blocked';

/** Pause before the first new try, in milliseconds. */
const RETRY_MS = 1000;
/** How far back a stream begins, in milliseconds: the server gives whoever comes 32 KiB of what was heard last, at 6 kB a second. */
const BURST_MS = 5400;
/** By how much the measured delay must change to be told, in milliseconds. */
const STEP_MS = 500;
/** Most that is believed of it, in milliseconds. */
const BEHIND_MAX_MS = 30_000;
/** How long a stream may stand still before it is begun anew, in milliseconds. It carries silence, so it never pauses. */
const STILL_MS = 20_000;

/** Plays the channels of a session, one at a time. */
export class Player {
  readonly #session: string;
  readonly #element = new Audio();
  readonly #volume = new Remembered('public-volume', '', numberIn(0, 1, 1));
  readonly hasVolume: boolean;
  #state = $state<Playing>('stopped');
  #behind_ms = $state(0);
  #begun_ms: number | null = null;
  #channel: string | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: string) {
    this.#session = session;
    this.#element.preload = 'none';
    // Where the system's keys alone set the volume, an element keeps its own at 1.
    this.#element.volume = 0.5;
    this.hasVolume = this.#element.volume === 0.5;
    this.#element.volume = this.#volume.value;
    this.#element.onplaying = () => {
      this.#state = 'playing';
      this.#failures = 0;
      this.#watch();
    };
    // The first bytes are there: from now on the room is as far ahead as time passes.
    this.#element.onloadedmetadata = () => {
      this.#begun_ms = performance.now();
    };
    this.#element.ontimeupdate = () => {
      this.#watch();
      this.#measure();
    };
    this.#element.onerror = this.#element.onended = () => this.#lost();
    this.#element.onpause = () => {
      // By the keys of a headset or of a locked screen; a stream that has ended pauses too, and is begun anew.
      if (!this.#element.ended && !this.#element.error) this.stop();
    };
  }

  /** How the sound stands. Reactive. */
  get state(): Playing {
    return this.#state;
  }

  /** How long ago in the room what is heard here was, in milliseconds, about; 0 while nothing is heard. Reactive. */
  get behind_ms(): number {
    return this.#state === 'playing' ? this.#behind_ms : 0;
  }

  /** From 0 to 1. Reactive. */
  get volume(): number {
    return this.#volume.value;
  }

  set volume(volume: number) {
    this.#volume.value = volume;
    this.#element.volume = volume;
  }

  /** Plays a channel, in the place of another. To be called while a press is handled: browsers ask for one. */
  play(channel: string): void {
    this.#channel = channel;
    this.#failures = 0;
    this.#begin();
  }

  /** Plays no more, and loads no more. */
  stop(): void {
    if (this.#channel === null) return;
    this.#end('stopped');
  }

  #begin(): void {
    if (this.#channel === null) return;
    this.#state = 'starting';
    this.#begun_ms = null;
    this.#behind_ms = 0;
    this.#watch();
    this.#element.src = streamPath(this.#session, this.#channel);
    this.#element.play().catch((fault: DOMException) => {
      // Another channel was chosen, or it was stopped, before this one began.
      if (fault.name === 'AbortError') return;
      if (fault.name === 'NotAllowedError') this.#end('blocked');
      else this.#lost();
    });
  }

  #end(state: Playing): void {
    this.#channel = null;
    clearTimeout(this.#timer);
    this.#state = state;
    this.#element.pause();
    this.#element.removeAttribute('src');
    this.#element.load();
  }

  #measure(): void {
    if (this.#begun_ms === null) return;
    const behind_ms = BURST_MS + performance.now() - this.#begun_ms - this.#element.currentTime * 1000;
    const within = Math.min(BEHIND_MAX_MS, Math.max(0, behind_ms));
    if (Math.abs(within - this.#behind_ms) >= STEP_MS) this.#behind_ms = within;
  }

  /** Waits for the next sign of life. */
  #watch(): void {
    if (this.#channel === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lost(), STILL_MS);
  }

  #lost(): void {
    if (this.#channel === null) return;
    clearTimeout(this.#timer);
    this.#state = 'lost';
    this.#timer = setTimeout(() => this.#begin(), pause_ms(RETRY_MS, this.#failures));
    this.#failures += 1;
  }
}
