/**
 * One's own mute. The server keeps it, for every device of one's own, and lets nothing of a muted microphone through. A
 * press to mute holds here at once, before the server has heard of it, and over a page that is loaded anew meanwhile; it
 * ends by a press alone.
 */

import type { Command } from '$protocol';
import type { Answer } from '../commands.svelte.ts';
import { onOff, Remembered } from './remembered.svelte.ts';

/** What a mute needs of the session. */
export interface Muting {
  readonly link: string;
  readonly session: string;
  /** Whether the server says that one is muted. Reactive. */
  muted(): boolean;
  /** Asks the server, however often the line breaks before it answers. */
  ask(command: Command): Promise<Answer>;
}

/** The mute of one page. To be made within an effect's root. */
export class Mute {
  readonly #muting: Muting;
  /** Whether one pressed to mute, and the server does not say so yet. */
  readonly #pressed: Remembered<boolean>;
  /** Presses that the server has not answered. */
  #asked = $state(0);

  constructor(muting: Muting) {
    this.#muting = muting;
    this.#pressed = new Remembered('muted', `${muting.link}:${muting.session}`, onOff(false));
    // The page that was pressed is gone, and perhaps its command with it.
    if (this.#pressed.value) void this.#ask(true);
    $effect(() => {
      if (this.#asked === 0 && this.#pressed.value && muting.muted()) this.#pressed.value = false;
    });
  }

  /** Whether one is muted. Reactive. */
  get on(): boolean {
    return this.#pressed.value || this.#muting.muted();
  }

  /** Mutes at once; unmutes as soon as the server does. */
  press(muted: boolean): void {
    this.#pressed.value = muted;
    void this.#ask(muted);
  }

  async #ask(muted: boolean): Promise<void> {
    this.#asked += 1;
    await this.#muting.ask({ type: muted ? 'mute_microphone' : 'unmute_microphone' });
    this.#asked -= 1;
  }
}
