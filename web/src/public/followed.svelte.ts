/** What the server says to the public, asked for again while the page is looked at. */
import type { Outcome } from '../api.ts';
import { clock } from '../clock.svelte.ts';
import { pause_ms } from './backoff.ts';

/** How often the page asks for what it is about, in milliseconds. */
export const EVERY_MS = 3000;
/** How often it asks for the programme beside that, in milliseconds. */
export const PROGRAMME_EVERY_MS = 15_000;
/** From what age on something is shown as old before it could be asked for anew, in milliseconds. */
const OLD_MS = 15_000;

/** How long what was read before is kept, for those who hear the room late, in milliseconds. */
const KEPT_MS = 60_000;

/** Why there is nothing to show. */
export type Nothing = 'not_public' | 'unavailable';

/** One thing that is followed. */
export class Followed<T> {
  readonly #read: () => Promise<Outcome<T>>;
  readonly #every_ms: number;
  /** What was read, the newest last, and when it came to be so, by `clock`. */
  #read_so = $state.raw<readonly { value: T; since_ms: number }[]>([]);
  #nothing = $state<Nothing | null>(null);
  #stale_since_ms = $state<number | null>(null);
  #read_at_ms = 0;
  #failures = 0;
  #asking = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks at once, and then so often while the page is visible; less often while the server is not reached. */
  constructor(read: () => Promise<Outcome<T>>, every_ms: number) {
    this.#read = read;
    this.#every_ms = every_ms;
    document.addEventListener('visibilitychange', this.#ask);
    addEventListener('online', this.#ask);
    void this.#ask();
  }

  /** What was last read. Reactive. */
  get value(): T | null {
    return this.#read_so.at(-1)?.value ?? null;
  }

  /** What was so a while ago, as far as that is known: so that who is shown keeps step with who is heard late. Reactive. */
  asOf(ago_ms: number): T | null {
    if (ago_ms <= 0) return this.value;
    const then_ms = clock.now_ms - ago_ms;
    return (this.#read_so.findLast(({ since_ms }) => since_ms <= then_ms) ?? this.#read_so[0])?.value ?? null;
  }

  /** Why there is nothing to show, if there is nothing. Reactive. */
  get nothing(): Nothing | null {
    return this.#nothing;
  }

  /** Since when what is shown could not be brought up to date, by `clock`. Reactive. */
  get stale_since_ms(): number | null {
    return this.#stale_since_ms;
  }

  /** Asks now. */
  retry(): void {
    void this.#ask();
  }

  /** Asks no more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#ask);
    removeEventListener('online', this.#ask);
  }

  readonly #ask = async (): Promise<void> => {
    if (this.#stopped || this.#asking || document.visibilityState !== 'visible') return;
    clearTimeout(this.#timer);
    if (this.value !== null && clock.read() - this.#read_at_ms > OLD_MS)
      this.#stale_since_ms = this.#read_at_ms;
    this.#asking = true;
    const outcome = await this.#read();
    this.#asking = false;
    if (this.#stopped) return;
    this.#take(outcome);
    this.#timer = setTimeout(this.#ask, pause_ms(this.#every_ms, this.#failures));
  };

  #take(outcome: Outcome<T>): void {
    if (outcome.ok) {
      // It changed somewhere between this reading and the one before.
      const now_ms = clock.read();
      const since_ms =
        this.#failures > 0 || this.#read_at_ms === 0 ? now_ms : (this.#read_at_ms + now_ms) / 2;
      this.#read_at_ms = now_ms;
      const kept = this.#read_so.filter(
        (_one, at) => now_ms - (this.#read_so[at + 1]?.since_ms ?? now_ms) < KEPT_MS,
      );
      this.#read_so = [...kept, { value: outcome.value, since_ms }];
      this.#failures = 0;
      this.#stale_since_ms = null;
      this.#nothing = null;
      return;
    }
    this.#failures += 1;
    // The server's own word: what was shown before is not public any more.
    if (outcome.code === 'not_public') this.#nothing = 'not_public';
    else if (this.value === null) this.#nothing = 'unavailable';
    else this.#stale_since_ms = this.#read_at_ms;
  }
}
