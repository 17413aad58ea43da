/** Cuts a run of samples into frames. */
import { FRAME_SAMPLES } from './frames.ts';

/** Gathers samples until a frame is whole. */
export class Cutter {
  readonly #whole: (frame: Float32Array<ArrayBuffer>) => void;
  #frame = new Float32Array(FRAME_SAMPLES);
  #at = 0;

  /** `whole` is given each frame, to keep. */
  constructor(whole: (frame: Float32Array<ArrayBuffer>) => void) {
    this.#whole = whole;
  }

  /** Takes in samples of any number. */
  push(samples: Float32Array): void {
    let from = 0;
    while (from < samples.length) {
      const count = Math.min(samples.length - from, FRAME_SAMPLES - this.#at);
      this.#frame.set(samples.subarray(from, from + count), this.#at);
      this.#at += count;
      from += count;
      if (this.#at < FRAME_SAMPLES) return;
      const frame = this.#frame;
      this.#frame = new Float32Array(FRAME_SAMPLES);
      this.#at = 0;
      this.#whole(frame);
    }
  }
}
