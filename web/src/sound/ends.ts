/** What the sound of a session needs from the session. */
import type { ClientMessage, Command } from '$protocol';
import type { Answer } from '../commands.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** The session as the sound knows it. */
export interface Ends {
  readonly store: Store;
  readonly link: string;
  readonly session: string;
  /** Address of the WebSocket of sound. */
  readonly soundUrl: string;
  /** Whether the session's line is live. Reactive. */
  connected(): boolean;
  /** Puts a message on the line, if there is one; says whether. */
  send(message: ClientMessage): boolean;
  /** Asks for something to be done, as `Commands.ask`. */
  ask(command: Command): Promise<Answer>;
}
