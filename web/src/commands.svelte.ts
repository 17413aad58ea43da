/** Commands on their way: each has a key, and is sent again under it until the server has answered. */
import { SvelteMap } from 'svelte/reactivity';
import type { ClientMessage, Command, Reason, ServerMessage } from '$protocol';

/** The server's answer to a command. */
export type Answer =
  /** Done; `seq` is its place in the session's log. */
  | { done: true; seq: number }
  /** Refused, and nothing has changed. */
  | { done: false; reason: Reason };

/** A command that the server has not answered. */
export interface Waiting {
  /** Its key. */
  readonly key: string;
  /** What was asked. */
  readonly command: Command;
}

/** Wait before a command that could not be stored, or met a busy server, is sent again, in milliseconds. */
const RETRY_MS = 1_000;

/** The commands of one page. */
export class Commands {
  /** Unanswered commands by key, in order of sending. Reactive. */
  readonly waiting = new SvelteMap<string, Waiting>();
  readonly #answer = new Map<string, (answer: Answer) => void>();
  readonly #send: (message: ClientMessage) => boolean;
  readonly #newKey: () => string;

  /** `send` puts a message on the line, if there is one. */
  constructor(send: (message: ClientMessage) => boolean, newKey: () => string = () => crypto.randomUUID()) {
    this.#send = send;
    this.#newKey = newKey;
  }

  /** Asks for something to be done. Resolves with the server's answer, however often the line breaks before. */
  ask(command: Command): Promise<Answer> {
    const key = this.#newKey();
    return new Promise((resolve) => {
      this.#answer.set(key, resolve);
      this.waiting.set(key, { key, command });
      this.#transmit(key);
    });
  }

  /** Whether a command that `is` describes has not been answered. Reactive. */
  isWaiting(is: (command: Command) => boolean): boolean {
    return [...this.waiting.values()].some(({ command }) => is(command));
  }

  /** The line is live again: sends what was not answered, under the same keys. */
  resend(): void {
    for (const key of this.waiting.keys()) this.#transmit(key);
  }

  /** Takes in an answer of the server. */
  take(message: Extract<ServerMessage, { type: 'ack' | 'refused' }>): void {
    if (message.type === 'ack') this.#settle(message.key, { done: true, seq: message.seq });
    else if (message.key !== null) this.#refused(message.key, message.reason);
  }

  #refused(key: string, reason: Reason): void {
    switch (reason.code) {
      case 'too_fast':
        setTimeout(() => this.#transmit(key), reason.retry_after_ms);
        return;
      case 'not_stored':
      case 'busy':
        setTimeout(() => this.#transmit(key), RETRY_MS);
        return;
      default:
        this.#settle(key, { done: false, reason });
    }
  }

  #transmit(key: string): void {
    const waiting = this.waiting.get(key);
    if (waiting) this.#send({ type: 'command', key, command: waiting.command });
  }

  #settle(key: string, answer: Answer): void {
    this.waiting.delete(key);
    this.#answer.get(key)?.(answer);
    this.#answer.delete(key);
  }
}
