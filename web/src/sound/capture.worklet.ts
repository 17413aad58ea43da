/** Hands over what a microphone gives, in pieces of 20 ms at 48 kHz. Runs on the thread of sound. */
import { Cutter } from './cutter.ts';

class Capture extends AudioWorkletProcessor {
  readonly #cutter = new Cutter((frame) => this.port.postMessage(frame, [frame.buffer]));

  override process(inputs: Float32Array[][]): boolean {
    const samples = inputs[0]?.[0];
    if (samples) this.#cutter.push(samples);
    return true;
  }
}

registerProcessor('capture', Capture);
