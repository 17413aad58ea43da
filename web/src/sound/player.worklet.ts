/** Plays the samples it is sent, through a buffer that rides out uneven coming. Runs on the thread of sound. */
import { depthsAt, JitterBuffer } from './jitter_buffer.ts';

class Player extends AudioWorkletProcessor {
  readonly #buffer = new JitterBuffer(depthsAt(sampleRate));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Float32Array>) => this.#buffer.push(data);
  }

  override process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const out = outputs[0]?.[0];
    if (out) this.#buffer.pull(out);
    return true;
  }
}

registerProcessor('player', Player);
