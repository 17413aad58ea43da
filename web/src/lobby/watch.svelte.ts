/** The lobby as the server last gave it, asked for again while the page is looked at. */
import type { Lobby } from '$protocol';
import { readLobby } from '../api.ts';
import { clock } from '../clock.svelte.ts';
import { proposeLanguage } from '../ui/language.ts';

/** How often the programme is brought up to date, in milliseconds. */
const EVERY_MS = 15_000;

/** One person's lobby. */
export class LobbyWatch {
  readonly #link: string;
  #lobby = $state.raw<Lobby | null>(null);
  #turnedAway = $state<'not_entered' | 'unavailable' | null>(null);
  #stale_since_ms = $state<number | null>(null);
  #read_at_ms = 0;
  readonly #timer: ReturnType<typeof setInterval>;

  /** Asks at once, and again every 15 seconds while the page is visible. */
  constructor(link: string) {
    this.#link = link;
    this.#timer = setInterval(this.#refresh, EVERY_MS);
    document.addEventListener('visibilitychange', this.#refresh);
    void this.#read();
  }

  /** The lobby, once read. Reactive. */
  get lobby(): Lobby | null {
    return this.#lobby;
  }

  /** Why there is no lobby to show, if there is none. Reactive. */
  get turnedAway(): 'not_entered' | 'unavailable' | null {
    return this.#turnedAway;
  }

  /** Since when what is shown could not be brought up to date, by `clock`. Reactive. */
  get stale_since_ms(): number | null {
    return this.#stale_since_ms;
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#turnedAway = null;
    void this.#read();
  }

  /** Asks at once, as something is known to be new. */
  readAgain(): Promise<void> {
    return this.#read();
  }

  /** Asks no more. */
  stop(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#refresh);
  }

  readonly #refresh = (): void => {
    if (document.visibilityState === 'visible') void this.#read();
  };

  async #read(): Promise<void> {
    const sent_ms = performance.now();
    const outcome = await readLobby(this.#link);
    if (outcome.ok) {
      clock.learn(outcome.value.server_ms, sent_ms);
      if (this.#lobby === null) await proposeLanguage(outcome.value.person.language, this.#link);
      this.#read_at_ms = clock.read();
      this.#lobby = outcome.value;
      this.#stale_since_ms = null;
      this.#turnedAway = null;
      return;
    }
    if (outcome.code === 'not_entered' || outcome.code === 'link_unknown') this.#turnedAway = 'not_entered';
    else if (this.#lobby === null) this.#turnedAway = 'unavailable';
    else this.#stale_since_ms = this.#read_at_ms;
  }
}
