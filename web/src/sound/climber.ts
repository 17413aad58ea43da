/** Does what the machine of `paths.ts` says: opens paths, closes them, and keeps its timer. */

import { type Attempt, begin, type Climb, type Happening, type Rung, standing, step } from './paths.ts';
import type { Transport } from './words.ts';

/** A path that was opened. */
export interface Path {
  close(): void;
}

/** What a path tells. Nothing is told after `lost`. */
export interface News {
  /** It carries sound; told again when the transport changes. */
  up(transport: Transport): void;
  /** It came to nothing, or is gone. */
  lost(): void;
}

/** What a climber needs. */
export interface Reach {
  ladder: readonly Rung[];
  /** Begins to open a path. */
  open(rung: Rung, news: News): Path;
  /** Something is another than before. */
  changed(state: 'on' | 'connecting' | 'none', transport: Transport | null): void;
  /** Whether a better path may be looked for now; a live microphone is left alone. */
  calm(): boolean;
}

/** Wait until a look that came at a bad moment is tried again, in milliseconds. */
const CALM_MS = 10_000;

/** Keeps one direction of sound on the best path there is. */
export class Climber {
  readonly #reach: Reach;
  readonly #paths = new Map<number, { path: Path; transport: Transport | null }>();
  #climb: Climb;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(reach: Reach, line: boolean) {
    this.#reach = reach;
    this.#climb = begin(reach.ladder, line, performance.now());
    this.#settle();
  }

  /** The session's own line is there or not. */
  line(live: boolean): void {
    this.#happen({ type: 'line', live });
  }

  /** Everything anew, beside what is up. */
  anew(): void {
    this.#happen({ type: 'anew' });
  }

  /** The server gave up the WebRTC path. */
  given(): void {
    const { up, trying } = this.#climb;
    const rtc = [trying, up].find((attempt) => attempt?.rung === 'rtc');
    if (rtc) this.#happen({ type: 'lost', number: rtc.number });
  }

  /** Closes everything. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    for (const { path } of this.#paths.values()) path.close();
    this.#paths.clear();
  }

  #happen(happening: Happening): void {
    if (this.#ended) return;
    this.#climb = step(this.#climb, happening, performance.now(), Math.random());
    this.#settle();
  }

  #settle(): void {
    const { up, trying } = this.#climb;
    const wanted = [up, trying].filter((attempt) => attempt !== null);
    for (const [number, { path }] of this.#paths) {
      if (wanted.some((attempt) => attempt.number === number)) continue;
      this.#paths.delete(number);
      path.close();
    }
    if (trying !== null && !this.#paths.has(trying.number)) this.#open(trying);
    this.#wait();
    this.#tell();
  }

  #open(attempt: Attempt): void {
    const { number, rung } = attempt;
    // A path tells its news only after this call: it is in the map by then.
    const path = this.#openSafely(rung, {
      up: (transport) => {
        const entry = this.#paths.get(number);
        if (!entry) return;
        entry.transport = transport;
        if (this.#climb.up?.number === number) this.#tell();
        else this.#happen({ type: 'up', number });
      },
      lost: () => {
        if (this.#paths.has(number)) this.#happen({ type: 'lost', number });
      },
    });
    this.#paths.set(number, { path, transport: null });
  }

  /** A browser may have a kind of path by name and refuse to open one. */
  #openSafely(rung: Rung, news: News): Path {
    try {
      return this.#reach.open(rung, news);
    } catch (fault) {
      console.warn(`sound: no path by ${rung}`, fault);
      queueMicrotask(() => news.lost());
      return { close: () => {} };
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const { wake_ms } = this.#climb;
    if (wake_ms === null) return;
    this.#timer = setTimeout(() => this.#wake(), Math.max(0, wake_ms - performance.now()));
  }

  #wake(): void {
    const looks = this.#climb.up !== null && this.#climb.trying === null;
    if (looks && !this.#reach.calm()) this.#timer = setTimeout(() => this.#wake(), CALM_MS);
    else this.#happen({ type: 'woken' });
  }

  #tell(): void {
    const { up } = this.#climb;
    const transport = up === null ? null : (this.#paths.get(up.number)?.transport ?? null);
    this.#reach.changed(standing(this.#climb), transport);
  }
}
