/** The sound of one session: listening, the microphone, the devices, and what the server says about them. */
import { untrack } from 'svelte';
import type { ServerMessage } from '$protocol';
import { announceMicrophone } from './announcements.svelte.ts';
import { Devices } from './devices.svelte.ts';
import type { Ends } from './ends.ts';
import { Listening } from './listening.svelte.ts';
import { Microphone } from './microphone.svelte.ts';
import { Signals } from './signals.ts';

/** Everything that sounds in this page. */
export class Sound {
  readonly listening: Listening;
  readonly microphone: Microphone;
  readonly devices: Devices;
  readonly #ends: Ends;
  readonly #signals: Signals;
  readonly #endEffects: () => void;
  #begun = $state(false);

  constructor(ends: Ends) {
    this.#ends = ends;
    this.#signals = new Signals((message) => ends.send(message));
    const devices = new Devices();
    this.devices = devices;
    let made: { listening: Listening; microphone: Microphone } | undefined;
    this.#endEffects = $effect.root(() => {
      made = {
        listening: new Listening(ends, this.#signals, devices),
        microphone: new Microphone(ends, this.#signals, devices),
      };
      announceMicrophone(ends.store, made.microphone);
      this.#followConsent();
    });
    if (!made) throw new Error("an effect's root runs at once");
    this.listening = made.listening;
    this.microphone = made.microphone;
    addEventListener('online', this.#anew);
  }

  /** A screen on which one listens is shown: begins unless the person turned sound off. May be called again. */
  begin(): void {
    this.listening.begin();
    this.#begun = true;
  }

  /** Takes in what the server says; the answer is whether it was about sound. */
  take(message: ServerMessage): boolean {
    switch (message.type) {
      case 'sound_answer':
        this.#signals.take(message);
        return true;
      case 'refused':
        if (message.reason.code !== 'sound_refused') return false;
        console.warn('sound: the server refuses a path', message.message);
        this.#signals.take({ purpose: message.reason.purpose, sdp: null });
        return true;
      case 'sound_lost':
        if (message.purpose === 'listen') this.listening.given();
        else this.microphone.given();
        return true;
      case 'welcome':
      case 'snapshot':
      case 'changes':
      case 'ack':
      case 'rate_warning':
      case 'pong':
      case 'sound_signals':
      case 'goodbye':
        return false;
    }
  }

  /** The session's line is gone, and every offer with it. */
  lineLost(): void {
    this.#signals.lost();
  }

  /** The session is left. */
  close(): void {
    removeEventListener('online', this.#anew);
    this.#endEffects();
    this.listening.close();
    this.microphone.close();
    this.devices.close();
  }

  readonly #anew = (): void => {
    this.listening.restart();
    this.microphone.restart();
  };

  /** Who agreed to be opened, or sits in a booth, has a microphone that is ready before it is needed. */
  #followConsent(): void {
    let before = false;
    $effect(() => {
      const { you } = this.#ends.store;
      const own = you?.microphone;
      // Between two snapshots nothing is known, and what was ready stays so.
      if (!this.#begun || own === undefined) return;
      const ready = own.agrees || own.live !== 'off' || you?.roles.includes('interpreter') === true;
      const wanted = own.may_publish && ready;
      if (wanted === before) return;
      before = wanted;
      untrack(() => {
        if (wanted) void this.microphone.prepareIfAllowed();
        // Who opens it by hand opens it again, and then the first words should not be lost.
        else if (!own.may_open) this.microphone.release();
      });
    });
  }
}
