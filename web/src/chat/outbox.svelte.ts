/** Messages the person has written and the log does not show yet: pending, or refused and waiting for them. */
import type { MessageId } from '$protocol';
import { clock } from '../clock.svelte.ts';
import type { Unmet } from '../commands.svelte.ts';
import { languageOf } from '../i18n/written.ts';
import type { Live } from '../live.svelte.ts';

/** A message on its way. */
export interface Outgoing {
  /** Grows with every message. */
  readonly id: number;
  /** Its text. */
  readonly text: string;
  /** The message that it replies to, if it does. */
  readonly reply_to: MessageId | null;
  /** When it was written, by `clock`. */
  readonly at_ms: number;
  /** Its place in the session's log, once the server has stored it. */
  seq: number | null;
  /** Why the server refused it, if it did. */
  refused: Unmet | null;
}

/** The outbox of one room of the chat. */
export class Outbox {
  readonly #live: Live;
  readonly #room: string;
  #last = 0;
  #messages = $state<Outgoing[]>([]);

  constructor(live: Live, room: string) {
    this.#live = live;
    this.#room = room;
  }

  /** Messages to draw after those of the log. Reactive. */
  get messages(): readonly Outgoing[] {
    return this.#messages.filter(({ seq }) => seq === null || this.#live.store.seqIn(this.#room) < seq);
  }

  /** Sends a text. It is drawn as pending until the log shows it. */
  async send(text: string, reply_to: MessageId | null = null): Promise<void> {
    this.#last += 1;
    const id = this.#last;
    const settled = this.#messages.filter(({ seq }) => seq === null);
    this.#messages = [...settled, { id, text, reply_to, at_ms: clock.read(), seq: null, refused: null }];
    const language = languageOf(text, this.#live.store.session?.languages ?? []);
    const command = { type: 'send_message', room: this.#room, text, language } as const;
    const answer = await this.#live.commands.ask(reply_to === null ? command : { ...command, reply_to });
    const message = this.#messages.find((one) => one.id === id);
    if (!message) return;
    if (answer.done) message.seq = answer.seq;
    else message.refused = answer.reason;
  }

  /** Sends a refused message again, as a new one. */
  resend(id: number): void {
    const message = this.#messages.find((one) => one.id === id);
    this.discard(id);
    if (message) void this.send(message.text, message.reply_to);
  }

  /** Throws a refused message away. */
  discard(id: number): void {
    this.#messages = this.#messages.filter((one) => one.id !== id);
  }
}
