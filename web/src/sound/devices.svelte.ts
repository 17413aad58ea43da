/** The microphones and outputs of this machine, and which the person chose. Chosen for the browser, not for a link. */
import { Remembered, TEXT } from './remembered.svelte.ts';

/** A device as the browser names it; the label is empty until a microphone was allowed. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** Names under which Chromium lists the default a second time. */
const ALIASES = ['', 'default', 'communications'];

/** The devices. All properties are reactive. */
export class Devices {
  #inputs = $state.raw<readonly Device[]>([]);
  #outputs = $state.raw<readonly Device[]>([]);
  readonly #input = new Remembered('microphone', '', TEXT);
  readonly #output = new Remembered('output', '', TEXT);

  /** Looks at once, and whenever a device comes or goes, until `close`. */
  constructor() {
    navigator.mediaDevices?.addEventListener('devicechange', this.#look);
    this.#look();
  }

  get inputs(): readonly Device[] {
    return this.#inputs;
  }

  get outputs(): readonly Device[] {
    return this.#outputs;
  }

  /** The chosen microphone, '' for the system's default. Remembered; takes effect at once. */
  get input(): string {
    return this.#input.value;
  }

  set input(id: string) {
    this.#input.value = id;
  }

  /** The chosen output, '' for the system's default. Remembered; takes effect at once. */
  get output(): string {
    return this.#output.value;
  }

  set output(id: string) {
    this.#output.value = id;
  }

  /** Whether this browser lets one choose the output. */
  get canChooseOutput(): boolean {
    return typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;
  }

  /** Looks again: once a microphone was allowed, devices have labels. */
  async refresh(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) =>
      all
        .filter((device) => device.kind === kind && !ALIASES.includes(device.deviceId))
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#inputs = of('audioinput');
    this.#outputs = of('audiooutput');
  }

  close(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.#look);
  }

  readonly #look = (): void => {
    this.refresh().catch((fault) => console.warn('sound: devices cannot be listed', fault));
  };
}
