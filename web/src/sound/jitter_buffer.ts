/**
 * Sound that comes in unevenly, played evenly: waits until it holds enough, and never lets the delay grow. No browser
 * interface is used, so that an AudioWorklet and a test run the very same code.
 */

/** How much to hold, in samples. */
export interface Depths {
  /** Held before playing begins: longer than the jitter to be ridden out. */
  target: number;
  /** Never more than this is held: what is older is skipped. */
  most: number;
  /** Samples over which a cut is blended, so that it does not click. */
  blend: number;
  /** Samples played after which the delay is looked at. */
  window: number;
}

/** 60 ms to begin with, 200 ms at most, at a rate of samples in a second. */
export function depthsAt(rate_hz: number): Depths {
  const ms = rate_hz / 1000;
  return { target: 60 * ms, most: 200 * ms, blend: 5 * ms, window: 2000 * ms };
}

/** The buffer of one stream. */
export class JitterBuffer {
  readonly #depths: Depths;
  #pieces: Float32Array[] = [];
  /** Samples of the first piece that were played. */
  #at = 0;
  #held = 0;
  #playing = false;
  /** The lowest that was held since the delay was looked at, and the samples played since. */
  #lowest = Number.POSITIVE_INFINITY;
  #played = 0;
  /** Level of the last sample, to fade away from where there is nothing more. */
  #last = 0;
  /** Samples of a beginning that are still to be faded in. */
  #rise = 0;
  #underruns = 0;
  #skipped = 0;

  constructor(depths: Depths) {
    this.#depths = depths;
  }

  /** Samples held. */
  get held(): number {
    return this.#held;
  }

  /** How often there was nothing to play in the midst of sound. */
  get underruns(): number {
    return this.#underruns;
  }

  /** Samples that were skipped to keep the delay small. */
  get skipped(): number {
    return this.#skipped;
  }

  /** Takes in the samples that follow. */
  push(samples: Float32Array): void {
    if (samples.length === 0) return;
    this.#pieces.push(samples);
    this.#held += samples.length;
    if (this.#held > this.#depths.most) this.#skip(this.#held - this.#depths.target);
  }

  /** Fills `out` with what is to be played now, silence where there is nothing. */
  pull(out: Float32Array): void {
    out.fill(0);
    if (!this.#playing && this.#held >= this.#depths.target) this.#begin();
    if (!this.#playing) {
      this.#fall(out, 0);
      return;
    }
    const count = Math.min(out.length, this.#held);
    this.#read(out, count);
    if (count < out.length) {
      this.#underruns += 1;
      this.#fall(out, count);
      this.#playing = false;
      return;
    }
    this.#watch(count);
  }

  #begin(): void {
    this.#playing = true;
    this.#rise = this.#depths.blend;
    this.#forgetDelay();
  }

  #forgetDelay(): void {
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#played = 0;
  }

  #read(out: Float32Array, count: number): void {
    const blend = this.#depths.blend;
    for (let n = 0; n < count; n += 1) {
      const sample = this.#next();
      out[n] = this.#rise > 0 ? sample * (1 - this.#rise / blend) : sample;
      if (this.#rise > 0) this.#rise -= 1;
    }
    if (count > 0) this.#last = out[count - 1] ?? 0;
  }

  #next(): number {
    const piece = this.#pieces[0];
    if (!piece) return 0;
    const sample = piece[this.#at] ?? 0;
    this.#at += 1;
    this.#held -= 1;
    if (this.#at >= piece.length) {
      this.#pieces.shift();
      this.#at = 0;
    }
    return sample;
  }

  /** Lets the last level fade to silence from a place on. */
  #fall(out: Float32Array, from: number): void {
    const blend = this.#depths.blend;
    const step = 1 - 4 / blend;
    for (let n = from; n < out.length && Math.abs(this.#last) > 1e-5; n += 1) {
      this.#last *= step;
      out[n] = this.#last;
    }
  }

  /**
   * What is still held at the lowest of a window, over the target, is delay that guards against nothing: two clocks
   * that differ, or a burst after a standstill, let it grow.
   */
  #watch(count: number): void {
    this.#lowest = Math.min(this.#lowest, this.#held);
    this.#played += count;
    if (this.#played < this.#depths.window) return;
    const excess = this.#lowest - this.#depths.target;
    if (excess > this.#depths.blend) this.#skip(excess);
    this.#forgetDelay();
  }

  /** Leaves out the next samples, and blends from the one place to the other. */
  #skip(count: number): void {
    const blend = Math.min(this.#depths.blend, this.#held - count);
    const before = this.#take(Math.max(0, Math.min(blend, count)));
    this.#drop(count - before.length);
    const after = this.#take(before.length);
    for (let n = 0; n < after.length; n += 1) {
      const part = (n + 1) / (after.length + 1);
      after[n] = (before[n] ?? 0) * (1 - part) + (after[n] ?? 0) * part;
    }
    // What was taken as the cut's beginning is gone; its end stands in front again.
    this.#skipped += count;
    if (after.length > 0) this.#putBack(after);
    this.#forgetDelay();
  }

  #take(count: number): Float32Array {
    const taken = new Float32Array(count);
    for (let n = 0; n < count; n += 1) taken[n] = this.#next();
    return taken;
  }

  #drop(count: number): void {
    let left = Math.min(count, this.#held);
    while (left > 0) {
      const piece = this.#pieces[0];
      if (!piece) return;
      const here = Math.min(left, piece.length - this.#at);
      this.#at += here;
      this.#held -= here;
      left -= here;
      if (this.#at >= piece.length) {
        this.#pieces.shift();
        this.#at = 0;
      }
    }
  }

  #putBack(samples: Float32Array): void {
    const piece = this.#pieces[0];
    if (piece && this.#at > 0) this.#pieces[0] = piece.subarray(this.#at);
    this.#at = 0;
    this.#pieces.unshift(samples);
    this.#held += samples.length;
  }
}
