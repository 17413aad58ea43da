/** The offers of sound on the session's line. Answers carry no number: the server answers in the order of the offers. */
import type { Purpose, SoundClientMessage, SoundRefusal, SoundServerMessage } from './protocol.ts';

interface Offered {
  readonly purpose: Purpose;
  settle(answer: string | null): void;
}

/** The offers of one page. */
export class Signals {
  readonly #send: (message: SoundClientMessage) => boolean;
  /** Offers that were not answered, oldest first: also those whose owner has given up. */
  #waiting: Offered[] = [];

  /** `send` puts a message on the line, if there is one, and says whether. */
  constructor(send: (message: SoundClientMessage) => boolean) {
    this.#send = send;
  }

  /** Offers; resolves with the answer, or null where the server refuses, or the line is or goes away. */
  offer(purpose: Purpose, sdp: string): Promise<string | null> {
    return new Promise((resolve) => {
      if (this.#send({ type: 'offer_sound', purpose, sdp })) this.#waiting.push({ purpose, settle: resolve });
      else resolve(null);
    });
  }

  /** Takes in an answer, or the refusal of an offer. */
  take(message: Extract<SoundServerMessage, { type: 'sound_answer' }> | SoundRefusal): void {
    const oldest = this.#waiting.shift();
    oldest?.settle(message.type === 'sound_answer' ? message.sdp : null);
  }

  /** The line is gone, and with it every answer. */
  lost(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { settle } of waiting) settle(null);
  }
}
