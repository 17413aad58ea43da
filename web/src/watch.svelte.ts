/** How the sound of all comes in, for those who look after it: told by the server while a screen wants it, and never kept. */
import type { ClientMessage, ServerMessage } from '$protocol';

/** What is told at once. */
export type SoundSignals = Extract<ServerMessage, { type: 'sound_signals' }>;

/** Without news for so long, what was told last holds no more, in milliseconds: it comes twice a second. */
const STALE_MS = 3_000;

/** What a page is told. */
export class SoundWatch {
  readonly #send: (message: ClientMessage) => boolean;
  #signals = $state.raw<SoundSignals | null>(null);
  #wanted = false;
  #stale: ReturnType<typeof setTimeout> | undefined;

  /** `send` puts a message on the line, if there is one. */
  constructor(send: (message: ClientMessage) => boolean) {
    this.#send = send;
  }

  /** What was told last; null before the first, and where none came for three seconds. Reactive. */
  get signals(): SoundSignals | null {
    return this.#signals;
  }

  /** Asks for it, on every line from now on; what is given back ends it. */
  begin(): () => void {
    this.#wanted = true;
    this.resend();
    return () => {
      this.#wanted = false;
      this.#send({ type: 'watch_sound', wanted: false });
      this.#forget();
    };
  }

  /** The line is live again: the server knows nothing of what was wanted on the one before. */
  resend(): void {
    if (this.#wanted) this.#send({ type: 'watch_sound', wanted: true });
  }

  /** Takes in what the server tells. */
  take(signals: SoundSignals): void {
    if (!this.#wanted) return;
    clearTimeout(this.#stale);
    this.#signals = signals;
    this.#stale = setTimeout(() => this.#forget(), STALE_MS);
  }

  #forget(): void {
    clearTimeout(this.#stale);
    this.#signals = null;
  }
}
