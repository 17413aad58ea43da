/** Commands on their way: each has a key, and is sent again under it until the server has answered. */
import { SvelteMap } from 'svelte/reactivity';
import type { ClientMessage, Command, Reason, ServerMessage } from '$protocol';
import { newKey } from './key.ts';

/** Why a command came to nothing: the server's reason, or a fault of this page, which could not send it. */
export type Unmet = Reason | { code: 'not_sent' };

/** What came of a command. */
export type Answer =
  /** Done; `seq` is its place in the session's log. */
  | { done: true; seq: number }
  /** Nothing has changed. */
  | { done: false; reason: Unmet };

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
  readonly #makeKey: () => string;

  /** `send` puts a message on the line, if there is one. */
  constructor(send: (message: ClientMessage) => boolean, makeKey: () => string = newKey) {
    this.#send = send;
    this.#makeKey = makeKey;
  }

  /**
   * Asks for something to be done. Resolves with what came of it, however often the line breaks before, and never throws:
   * who asks tells a person, and nothing that was not sent may look done.
   */
  async ask(command: Command): Promise<Answer> {
    let key: string | null = null;
    try {
      const made = this.#makeKey();
      key = made;
      const answer = new Promise<Answer>((resolve) => this.#answer.set(made, resolve));
      this.waiting.set(made, { key: made, command });
      this.#transmit(made);
      return await answer;
    } catch (fault) {
      console.error('a command was not sent', fault);
      if (key !== null) this.#forget(key);
      return { done: false, reason: { code: 'not_sent' } };
    }
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
    this.#answer.get(key)?.(answer);
    this.#forget(key);
  }

  #forget(key: string): void {
    this.waiting.delete(key);
    this.#answer.delete(key);
  }
}
