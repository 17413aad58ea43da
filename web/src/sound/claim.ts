/** One window of this browser holds a person's microphone: the server knows one, and two would take it from each other. */

/** The claim of one window. */
export class Claim {
  readonly #channel: BroadcastChannel;

  /** `taken` is called when another window claims the same. */
  constructor(name: string, taken: () => void) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = taken;
  }

  /** Takes it from whichever window has it. */
  take(): void {
    this.#channel.postMessage('taken');
  }

  close(): void {
    this.#channel.close();
  }
}
