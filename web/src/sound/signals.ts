/** The offers of sound on the session's line. Answers carry no number: the server answers the offers for a purpose in their order. */
import type { ClientMessage, SoundPurpose } from '$protocol';

/** What became of an offer: the answer, or null where the server refuses. */
export interface Outcome {
  purpose: SoundPurpose;
  sdp: string | null;
}

interface Offered {
  readonly purpose: SoundPurpose;
  settle(answer: string | null): void;
}

/** The offers of one page. */
export class Signals {
  readonly #send: (message: ClientMessage) => boolean;
  /** Offers that were not answered, oldest first: also those whose owner has given up. */
  #waiting: Offered[] = [];

  /** `send` puts a message on the line, if there is one, and says whether. */
  constructor(send: (message: ClientMessage) => boolean) {
    this.#send = send;
  }

  /** Offers; resolves with the answer, or null where the server refuses, or the line is or goes away. */
  offer(purpose: SoundPurpose, sdp: string): Promise<string | null> {
    return new Promise((resolve) => {
      if (this.#send({ type: 'offer_sound', purpose, sdp })) this.#waiting.push({ purpose, settle: resolve });
      else resolve(null);
    });
  }

  /** Takes in what became of the oldest offer for a purpose. */
  take({ purpose, sdp }: Outcome): void {
    const at = this.#waiting.findIndex((offered) => offered.purpose === purpose);
    const [oldest] = at < 0 ? [] : this.#waiting.splice(at, 1);
    oldest?.settle(sdp);
  }

  /** The line is gone, and with it every answer. */
  lost(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { settle } of waiting) settle(null);
  }
}
