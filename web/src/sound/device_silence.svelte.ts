/** Whether a microphone gives no sound: held down by the system or a key, which the browser tells, or flat at digital zero. */

/** How often the level is looked at, in milliseconds. */
const LOOK_MS = 500;
/** So long nothing but zeros is no pause of a speaker: a room that is still has a sound of its own. In milliseconds. */
const FLAT_MS = 2_000;

/** The watch on one device at a time. */
export class DeviceSilence {
  #muted = $state(false);
  #flat = $state(false);
  #end = () => {};

  /** Whether the device gives no sound. Reactive. */
  get is(): boolean {
    return this.#muted || this.#flat;
  }

  /** Watches a device in the place of another. `power` is its mean power just now; null while nobody can say. */
  watch(stream: MediaStream, power: () => number | null): void {
    this.stop();
    const [track] = stream.getAudioTracks();
    if (!track) return;
    const hear = () => {
      this.#muted = track.muted;
    };
    let sounded_ms = performance.now();
    const look = () => {
      if (power() !== 0) sounded_ms = performance.now();
      this.#flat = performance.now() - sounded_ms >= FLAT_MS;
    };
    track.onmute = track.onunmute = hear;
    hear();
    const looks = setInterval(look, LOOK_MS);
    this.#end = () => {
      track.onmute = track.onunmute = null;
      clearInterval(looks);
    };
  }

  /** Watches nothing. */
  stop(): void {
    this.#end();
    this.#muted = this.#flat = false;
  }
}
